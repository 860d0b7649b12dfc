"""How a code stands in a cell: alone, before its words, after the name of its level, in brackets, several in a row."""

import re
from collections.abc import Iterator

from alignkit.library.draft import tidy
from alignkit.library.index import FrameworkIndex

# Words before a code that say what sort of item it is: "Domain 1", "Competency 2.3".
_SORTS = frozenset(
    ("domain", "competency", "competence", "sub-competency", "standard", "element", "principle", "item", "statement")
)
_SEVERAL = re.compile(r"\s*(?:[,;\n]|\s(?:and|&|und|og)\s)\s*")
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]\s*$")
_LONGEST = 60


def forms(text: str, index: FrameworkIndex) -> Iterator[str]:
    """Yield what may be the code in a text, the likeliest first."""
    words = text.split()
    if not words:
        return
    sorts = _SORTS.union(name for names in index.framework.levels for name in names)
    if words[0].casefold().strip(":.") in sorts and words[1:]:
        yield from forms(" ".join(words[1:]), index)
    yield text.strip()
    if words[1:] and words[1][0].isdigit():
        yield "".join(words[:2]).rstrip(".,:;)")
        yield tidy(" ".join(words[:2]))
    if _sets_apart(words):
        yield tidy(words[0])
        yield words[0]
    bracketed = _IN_BRACKETS.search(text)
    if bracketed:
        yield tidy(bracketed[1])


def first_code(text: str) -> str:
    """Return the code with which a text may begin, or ""."""
    words = text.split()
    return tidy(words[0]) if words and _sets_apart(words) else ""


def _sets_apart(words: list[str]) -> bool:
    """Say whether the first word may be a code before other words: the A of "A nurse listens" is none."""
    first, second = words[0], (*words[1:], "-")[0]
    return (
        any(sign.isdigit() for sign in first)
        or first[-1] in ".:)"
        or not second[0].isalnum()
        or (len(first) > 1 and first.isupper())
    )


def parts_of(text: str) -> list[str]:
    """Return what stands between commas and the like in a cell."""
    return [part for part in _SEVERAL.split(text.strip()) if part]


def like_a_code(text: str) -> bool:
    """Say whether a text looks as codes do: a few letters and a number."""
    return bool(re.fullmatch(r"[A-Za-z]{0,5}[ -]?\d[\w.]*", text))


def folded(text: str) -> str:
    """Return a text as it is compared: without case, spaces, hyphens and a full stop at its end."""
    return re.sub(r"[\s_-]+", "", text).casefold().rstrip(".")


def on_a_line(text: str) -> str:
    """Return a text on one line that leaves room for its place."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
