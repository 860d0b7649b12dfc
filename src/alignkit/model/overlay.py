"""`overlay/1`: the wording of a framework that a licence allows its holder to see, kept in the holder's project."""

from typing import Annotated

from alignkit.model import vocabulary as words
from alignkit.model.located import Located


class Overlay(Located, frozen=True, kw_only=True):
    """Other texts for the items of a framework."""

    of: Annotated[str, words.ID, "The id of the framework whose texts these are."]
    licence: Annotated[str, "By what right the texts are here."] = ""
    texts: Annotated[dict[str, str], "A text for each item code."]
