"""Captions, which Word counts itself: "Table 3. Every item in scope"."""

from alignkit.render.report.word.markup import field, paragraph, run
from alignkit.render.report.word.word import Word

_SEQUENCES = {"table": "Table", "picture": "Figure"}


def caption(kind: str, anchor: str, text: str, word: Word) -> str:
    """Return the caption of a table or a picture, found under the anchor."""
    name = word.say("Table") if kind == "table" else word.say("Figure")
    number = field(f"SEQ {_SEQUENCES[kind]} \\* ARABIC", str(word.next(kind)))
    told = word.marked(anchor, run(f"{name} "), number, run(f". {text}"))
    return paragraph(word.style("Caption"), told)
