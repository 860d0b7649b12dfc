"""What is missing, in a terminal: each gap in its rank, and beside each proposal the lines to paste."""

from collections.abc import Iterable, Iterator

from alignkit.phrase import Phrase
from alignkit.render.style import Style, safe, wrapped
from alignkit.views.gap import GapItemView, GapView, PasteView, ProposalView
from alignkit.views.gaps import FrameworkGapsView, GapsView
from alignkit.wording import count, listed, shortened

_LETTERS = "abc"
_ITEMS = 12
_FEW = 3
_WORDS = 300


def render(views: Iterable[GapsView], style: Style, *, everything: bool) -> str:
    """Return each curriculum's gaps, as far as the views have them; with everything, each item of each gap."""
    return "".join(f"{line.rstrip()}\n" for view in views for line in _lines(view, style, everything=everything))


def _lines(view: GapsView, style: Style, *, everything: bool) -> Iterator[str]:
    title = f"{view.title}: {count(view.total, 'gap') if view.total else 'nothing is missing'}"
    yield from (style.paint(line, "bold") for line in wrapped(title, style.width))
    yield from wrapped(f"{view.id} ({view.file})", style.width, "  ")
    for framework in view.frameworks:
        yield from wrapped(framework_line(framework, style), style.width, "  ", "    ")
    for gap in view.gaps:
        yield ""
        yield from _gap(gap, style, everything=everything)
    yield ""
    for text in closing_words(view, style):
        yield from wrapped(text, style.width, "  ", "    ")
    if view.gaps:
        yield ""


def framework_line(framework: FrameworkGapsView, style: Style) -> str:
    """Return one framework in a line: how many items fall short, and of what."""
    dagger = f" {style.sign('†', '(+)')}" if framework.unverified else ""
    mark = "" if framework.role == "claim" else " *"
    status = "" if framework.status == "current" else f" ({framework.status})"
    return f"{framework.id}{mark}{dagger}{status}: {_shortfall(framework)}"


def _shortfall(framework: FrameworkGapsView) -> str:
    if not framework.below:
        every = "its 1 item is" if framework.total == 1 else f"all of its {framework.total:,} items are"
        return f"{every if framework.total else 'no item in scope is'} {framework.wanted}"
    targets = "".join(f"; {target}" for target in framework.targets)
    short = f"{framework.below:,} of {count(framework.total, 'item')} not {framework.wanted}"
    return f"{short} ({framework.because}){targets}"


def _gap(gap: GapView, style: Style, *, everything: bool) -> Iterator[str]:
    head = heading(gap)
    yield from (style.paint(line, "bold") for line in wrapped(head, style.width, f"{gap.number}. ", "   "))
    shown = gap.items if everything else gap.items[:_ITEMS]
    for item in shown:
        # A few items can be read in full; of many, a line each.
        words = _WORDS if len(gap.items) <= _FEW else style.width - len(item.ref) - 8
        yield from wrapped(item_line(item, style, words), style.width, "     ", "       ")
    if len(gap.items) > len(shown):
        yield f"     and {len(gap.items) - len(shown):,} more: --all lists them"
    yield from wrapped(f"here because: {'; '.join(map(str, gap.rank))}", style.width, "   ", "     ")
    for letter, proposal in zip(_LETTERS, gap.proposals, strict=False):
        yield from _proposal(letter, proposal, style)
    if not gap.proposals:
        yield from wrapped("no proposal: give every outcome, activity and assessment an id first", style.width, "   ")


def heading(gap: GapView) -> str:
    """Return what is missing, and how far it got."""
    steps = listed(dict.fromkeys(item.wanted for item in gap.items), "or")
    return f"{gap.step[:1].upper()}{gap.step[1:]}, to be {steps}: {gap.missing}"


def item_line(item: GapItemView, style: Style, most: int) -> str:
    """Return an item with its words, marked where no source has confirmed them."""
    dagger = "" if item.verified else f" {style.sign('†', '(+)')}"
    return f"{item.ref}{dagger} {shortened(item.words, most)}"


def _proposal(letter: str, proposal: ProposalView, style: Style) -> Iterator[str]:
    said = f"{proposal.what} ({proposal.effect}): {proposal.why}."
    yield from wrapped(said, style.width, f"   {letter}) ", "      ")
    for paste in proposal.pastes:
        yield from wrapped(place(paste), style.width, f"      {style.sign('→', '->')} ", "        ")
        yield from (style.paint(f"        {safe(line)}", "cyan") for line in paste.text.splitlines())


def place(paste: PasteView) -> str:
    """Return where a snippet goes."""
    column = "" if paste.way == "below" else f":{paste.at.column}"
    return f"{paste.at.file}:{paste.at.line}{column}, {paste.where}"


def closing_words(view: GapsView, style: Style) -> Iterator[str]:
    """Yield what a reader of the list has to know."""
    if view.left_out:
        yield f"{count(view.left_out, 'more gap')}, ranked lower: --all shows them, --limit N the first N."
    if not view.frameworks:
        yield "It declares no framework and aligns with none; --for ID names one."
    if not view.outcomes:
        yield "The curriculum states no outcomes: they come first, since everything else rests on them."
    if view.gaps:
        yield "Proposals are candidates: only a person who knows the course can say which of them is true of it."
        yield f"Ranked by, one after the other: {ranked_by(view.order)}."
    if any(framework.role != "claim" for framework in view.frameworks):
        yield "*: the curriculum does not claim to follow it"
    if any(not item.verified for gap in view.gaps for item in gap.items):
        yield f"{style.sign('†', '(+)')}: no source confirms the text yet"


def ranked_by(order: Iterable[Phrase]) -> str:
    """Return what gaps are ranked by, in a row."""
    return "; ".join(map(str, order))
