"""An id for a document that came without one of ours."""

import re
import unicodedata

from alignkit.exchange.identity import derived

_MOST_OF_ID = 60


def id_for(title: str, identifier: str) -> str:
    """Return an id made of the words of the title, else of the identifier."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    id_ = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(id_) > _MOST_OF_ID:
        word_end = id_.rfind("-", 0, _MOST_OF_ID + 1)
        id_ = id_[: word_end if word_end > 0 else _MOST_OF_ID]
    return id_ or f"framework-{derived(identifier)[:8]}"
