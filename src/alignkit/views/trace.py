"""What `trace` shows: every path that supports an item, and what breaks each."""

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Step
from alignkit.findings import Span
from alignkit.graph.build import build
from alignkit.graph.walk import Stop, Support, rung, supports
from alignkit.library.index import Placed
from alignkit.wording import listed


class StopView(Struct, frozen=True):
    """A part of the curriculum on a path, where it says so, and what else is known of it."""

    id: str
    title: str
    at: Span
    note: str = ""


class PathView(Struct, frozen=True):
    """One outcome that aligns with the item, and what follows from it."""

    outcome: StopView
    activities: tuple[StopView, ...]
    assessments: tuple[StopView, ...]
    step: Step
    breaks: str
    """What keeps it from going further, in words; "" where it is evidenced."""


class TraceView(Struct, frozen=True):
    """An item in one curriculum: the step that it reached, and every path to it."""

    curriculum: str
    file: str
    item: Placed
    framework: str
    step: Step
    paths: tuple[PathView, ...]
    below: tuple[Placed, ...]
    """The leaves below it, where it has any: they are what is covered."""
    declared: Span | None
    """Where the curriculum declares the framework, if it does."""


def trace_view(case: Case, item: Placed) -> TraceView:
    """Return every path that supports the item in the curriculum."""
    graph = build(case.curriculum, case.modules, case.library)
    paths = tuple(_path(support) for support in supports(graph, item.ref))
    index = case.library.find(item.framework)
    framework = index.framework.name if index else item.framework
    declared = next((use.at for use, used in case.uses if used.id == item.framework), None)
    return TraceView(
        curriculum=case.curriculum.id,
        file=case.curriculum.origin.file,
        item=item,
        framework=framework,
        step=Step(rung(graph, item.ref)) if item.is_leaf else Step.NONE,
        paths=paths,
        below=index.below(item.code) if index and not item.is_leaf else (),
        declared=declared,
    )


def _path(support: Support) -> PathView:
    if not support.activities:
        step, breaks = Step.CLAIMED, f"no activity addresses {support.outcome.id}"
    elif not support.assessments:
        step, breaks = Step.TAUGHT, f"no assessment addresses {support.outcome.id}"
    elif not support.evidencing:
        names = listed([stop.id for stop in support.assessments])
        step, breaks = Step.ASSESSED, f"{names}: not summative, or without stated criteria"
    else:
        step, breaks = Step.EVIDENCED, ""
    if support.outcome.strength == "partial":
        breaks = "; ".join(part for part in ("the alignment is partial, so it does not count", breaks) if part)
    return PathView(
        _stop(support.outcome),
        tuple(map(_stop, support.activities)),
        tuple(
            _stop(each, "summative, with criteria" * (each.id in support.evidencing)) for each in support.assessments
        ),
        step,
        breaks,
    )


def _stop(stop: Stop, note: str = "") -> StopView:
    partial = "partial" if stop.strength == "partial" else ""
    known = ", ".join(part for part in (partial, stop.depth, note) if part)
    return StopView(stop.id, stop.title, stop.at, known)
