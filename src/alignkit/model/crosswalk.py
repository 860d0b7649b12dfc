"""`crosswalk/1`: which items of two frameworks, or of two editions of one, mean the same, and how nearly."""

from typing import Annotated

from alignkit.model import vocabulary as words
from alignkit.model.located import Located


class Mapping(Located, frozen=True, kw_only=True):
    """An item of each of the two frameworks, and how their meanings relate."""

    from_: Annotated[str, words.CODE, "The code of the item in the framework `from`."]
    to: Annotated[str, words.CODE, "The code of the item in the framework `to`."]
    relation: Annotated[
        str,
        words.RELATIONS,
        "What the item of `to` is to that of `from`; `broad`: it asks for this and more, `narrow`: for a part of this.",
    ]
    note: Annotated[str, "The reason, in one line."] = ""


class Crosswalk(Located, frozen=True, kw_only=True):
    """Mappings between two frameworks, and by what right they are made."""

    id: Annotated[str, words.ID, "The file's name: the two ids, joined by two hyphens."]
    from_: Annotated[str, words.ID, "The id of the framework that is mapped."]
    to: Annotated[str, words.ID, "The id of the framework that it is mapped to."]
    title: Annotated[str, "Its title."] = ""
    method: Annotated[
        str, words.CROSSWALK_METHODS, "Who made it: the publisher, someone who knows both, or a machine that suggests."
    ]
    status: Annotated[str, words.CROSSWALK_STATUS, "Whether a second person has reviewed it."] = "draft"
    date: Annotated[str, words.DATE, "When the two were last compared."] = ""
    citation: Annotated[str, "The publication that it follows, if any."] = ""
    notes: Annotated[tuple[str, ...], "What whoever relies on it must know."] = ()
    mappings: Annotated[tuple[Mapping, ...], "The mappings, in the order of `from`."]
