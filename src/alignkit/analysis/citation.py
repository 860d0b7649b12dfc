"""Whether a reader can find a source."""

import re

from alignkit.model.evidence import Evidence

_DOI = re.compile(r"\b10\.\d{4,9}/\S+")
_WEB = re.compile(r"https?://\S+\.\S+")
_YEAR = re.compile(r"\b(1[89]|20)\d{2}\b")
_WORD = re.compile(r"[^\W\d_]{2,}")
# An author and a title are hardly said in fewer words; "McGowan 2022" names neither in full.
_FEWEST_WORDS = 5


def is_traceable(evidence: Evidence) -> bool:
    """Say whether it has a DOI, an address, or a citation in full: an author, a year and a title."""
    if _DOI.search(evidence.doi) or _WEB.match(evidence.url):
        return True
    citation = evidence.citation
    return bool(_DOI.search(citation) or _WEB.search(citation)) or _in_full(citation)


def _in_full(citation: str) -> bool:
    return bool(_YEAR.search(citation)) and len(_WORD.findall(citation)) >= _FEWEST_WORDS
