"""What CASE has no attribute for, said in sentences that a reader of its notes understands and alignkit reads back."""

import re
from collections.abc import Mapping
from typing import Any

# framework/1 `status` -> adoptionStatus
STATUS = {"current": "Adopted", "superseded": "Deprecated", "withdrawn": "Deprecated"}

UNVERIFIED = "Not verified: no source has confirmed this text."

_RIGHTS = {
    "paraphrase": "The statements are short paraphrases, not the publisher's wording.",
    "codes-only": "The publisher's statements are left out: only codes and titles are given.",
}
_COMPLETENESS = {
    "partial": "Not every item of the document is listed.",
    "upper-levels-only": "Only the upper levels of the document are listed.",
}
_ASSIGNED = "The document has no codes of its own; those given here were assigned."

# Relation of a crosswalk -> associationType; CASE has no grades, so notes and extensions say it too.
ASSOCIATION = {
    "exact": "exactMatchOf",
    "close": "isRelatedTo",
    "broad": "isPartOf",
    "narrow": "isRelatedTo",
    "related": "isRelatedTo",
}
_RELATION = {"exactMatchOf": "exact", "isPartOf": "broad"}
_GRADE = re.compile(r"Relation \(SKOS\): (exact|close|broad|narrow|related)\.(?: (.*))?", re.DOTALL)


def framework_notes(head: Mapping[str, Any]) -> str:
    """Return the notes of a framework's document: how to take its texts and codes, then the framework's own notes."""
    source = head.get("source")
    rights = source.get("text", "paraphrase") if source else ""
    lines = (
        _RIGHTS.get(rights, ""),
        _COMPLETENESS.get(head.get("completeness", ""), ""),
        _ASSIGNED if head.get("codes") == "assigned" else "",
        *head.get("notes", ()),
    )
    return "\n".join(line for line in lines if line)


def relation_notes(relation: str, note: str) -> str:
    """Return the notes of a mapping's association."""
    return f"Relation (SKOS): {relation}." + (f" {note}" if note else "")


def relation_said(notes: str, type_: str) -> tuple[str, str]:
    """Return the relation and the note that an association's notes say, else what its type amounts to."""
    said = _GRADE.fullmatch(notes)
    if said and ASSOCIATION[said[1]] == type_:
        return said[1], said[2] or ""
    return _RELATION.get(type_, "related"), notes
