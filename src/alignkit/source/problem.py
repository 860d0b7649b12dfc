"""What is wrong in a source, before a rule gives it a code."""

from msgspec import Struct

from alignkit.findings import Related, Span


class Problem(Struct, frozen=True):
    """Something wrong in a file: its `kind` is the name of the rule that reports it."""

    kind: str
    at: Span
    facts: dict[str, str]
    related: tuple[Related, ...] = ()
