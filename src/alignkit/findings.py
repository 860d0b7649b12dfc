"""What rules write and renderers read: places, severities, findings."""

from enum import Enum

from msgspec import Struct

from alignkit.phrase import Phrase


class Span(Struct, frozen=True, order=True):
    """A place in a file: lines and columns count from 1, columns in characters, the end is exclusive."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        """Return `file:line:column`, as editors and terminals link it."""
        return f"{self.file}:{self.line}:{self.column}"


class Severity(Enum):
    """How much a finding matters: an error is wrong, a warning is weak, info is worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    rank: int
    """0 for info, 1 for warning, 2 for error."""

    def __init__(self, word: str) -> None:
        """Keep the rank beside the word: every finding is asked for it again and again."""
        self.rank = ("info", "warning", "error").index(word)


class Related(Struct, frozen=True):
    """Another place that a finding speaks of, and what is there."""

    at: Span
    note: str


class Finding(Struct, frozen=True, kw_only=True):
    """One place to look at, and why.

    `subject` names what it is about (an item, an outcome, ...), so that a suppression or a baseline can mean
    it wherever its line moves. `literature` are the publications behind `why`, in short; `facts` are what the
    message was filled from, in English; `said` is the message before it was put into English.
    """

    code: str
    name: str
    severity: Severity
    message: str
    at: Span
    why: str
    fix: str
    literature: tuple[str, ...] = ()
    subject: str = ""
    facts: dict[str, str] = {}
    said: Phrase = Phrase("")
    related: tuple[Related, ...] = ()
    things: int = 1
    """How many of the things that its rule examines it objects to: verdicts count them."""
    because: tuple["Finding", ...] = ()
    """The findings that already name this one's cause: it is shown only where none of them is."""

    @property
    def order(self) -> tuple[Span, str]:
        """Return the key that findings are sorted by: place and code; of equals the rule decides the order."""
        return (self.at, self.code)

    @property
    def identity(self) -> tuple[Span, str, str, str]:
        """Return what tells this finding from every other of a run."""
        return (self.at, self.code, self.subject, self.message)
