"""A value of a YAML file as its author typed it, and where."""

from msgspec import Struct

from alignkit.findings import Span


class Node(Struct):
    """A text, a list, a mapping or nothing, with its place.

    `key` is the node of the key it stands under; an entry of a list has the list's.

    Text is kept as typed: `NO` stays Norway and `3.10` does not become 3.1. Lines and columns count from 1.
    """

    value: "str | list[Node] | dict[str, Node] | None"
    line: int
    column: int
    end_line: int
    end_column: int
    key: "Node | None" = None
    closed: tuple[int, int] | None = None
    """Where the brackets of a list or mapping that is written in brackets end: line and column; else None."""

    def span(self, file: str) -> Span:
        """Return the place of this value in the file of that name."""
        return Span(file, self.line, self.column, self.end_line, self.end_column)

    def key_span(self, file: str) -> Span:
        """Return the place of the key that this value stands under, or of the value where there is none."""
        return (self.key or self).span(file)

    def what(self) -> str:
        """Return what an author would call it: a text, a list, a mapping, nothing."""
        if isinstance(self.value, str):
            return f'the text "{self.value}"' if len(self.value) <= 40 else "a text"  # noqa: PLR2004
        if self.value is None:
            return "nothing"
        return "a list" if isinstance(self.value, list) else "a mapping (keys and values)"
