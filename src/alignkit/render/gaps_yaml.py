"""What may close gaps, as lines to paste: each snippet as it goes into the file, below comments that say where."""

from collections.abc import Iterable, Iterator

from alignkit.render.gaps import closing_words, heading, item_line, place
from alignkit.render.style import Style, wrapped
from alignkit.views.gap import GapView
from alignkit.views.gaps import GapsView
from alignkit.wording import count

_STYLE = Style()
_WORDS = 300
# A comment that alignkit would obey must not come out of a text that somebody else wrote.
_COMMAND = "alignkit:"


def render(views: Iterable[GapsView]) -> str:
    """Return every proposal's snippets, gap by gap, with comments on where each goes."""
    return "".join(f"{line}\n" for view in views for line in _lines(view))


def _lines(view: GapsView) -> Iterator[str]:
    yield from _comment(f"{view.title}: {count(view.total, 'gap') if view.total else 'nothing is missing'}")
    yield from _comment(f"{view.id} ({view.file})")
    for text in closing_words(view, _STYLE):
        yield from _comment(text)
    for gap in view.gaps:
        yield ""
        yield from _gap(gap)
    yield ""


def _gap(gap: GapView) -> Iterator[str]:
    yield from _comment(f"{gap.number}. {heading(gap)}")
    for item in gap.items:
        yield from _comment(item_line(item, _STYLE, _WORDS), "   ")
    for letter, proposal in zip("abc", gap.proposals, strict=False):
        yield from _comment(f"{gap.number}{letter}) {proposal.what} ({proposal.effect}): {proposal.why}.")
        for paste in proposal.pastes:
            yield from _comment(f"{place(paste)}:", "   ")
            yield from paste.text.splitlines()


def _comment(text: str, indent: str = "") -> list[str]:
    harmless = text.replace("#", "").replace(_COMMAND, "alignkit")
    return wrapped(harmless, _STYLE.width, f"# {indent}", f"#   {indent}")
