"""Which outcomes keep items from getting further up the ladder."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Coverage, ItemCoverage, Step
from alignkit.analysis.interprofessional import KIND
from alignkit.analysis.targets import TargetCheck, lowest_missed
from alignkit.model.curriculum import Outcome
from alignkit.phrase import Phrase


class Gap(Struct, frozen=True):
    """An outcome, and the items that stop at a step because nothing takes this outcome any further.

    `missed` are the declared targets for the next step that fall short and would be met if nothing stopped here.
    """

    outcome: Outcome
    items: tuple[ItemCoverage, ...]
    missed: tuple[tuple[str, TargetCheck], ...]

    @property
    def refs(self) -> tuple[str, ...]:
        """Return the items as a curriculum names them."""
        return tuple(covered.item.ref for covered in self.items)

    @property
    def frameworks(self) -> tuple[str, ...]:
        """Return the ids of the frameworks that the items belong to."""
        return tuple(dict.fromkeys(covered.item.framework for covered in self.items))

    @property
    def missed_frameworks(self) -> tuple[str, ...]:
        """Return the frameworks of which a target is missed because of it."""
        return tuple(name for name, _ in self.missed)

    @property
    def arithmetic(self) -> tuple[Phrase, ...]:
        """Return each target that is missed, in words that follow a sentence."""
        return tuple(target_missed(framework, check) for framework, check in self.missed)


def target_missed(framework: str, check: TargetCheck) -> Phrase:
    """Return a target that is missed, in words that follow a sentence."""
    return Phrase("; {framework} has {arithmetic}", {"framework": framework, "arithmetic": check.arithmetic})


def gaps(step: Step, coverage: Iterable[Coverage], outcomes: Mapping[str, Outcome]) -> tuple[Gap, ...]:
    """Return the outcomes that hold items at the step, in the author's order.

    An item that several outcomes hold there is listed with each of them: any one of them would free it.
    """
    held: dict[str, list[ItemCoverage]] = {}
    missed: dict[str, TargetCheck] = {}
    for covers in coverage:
        for covered in covers.stopped_at(step):
            for outcome in covered.outcomes:
                held.setdefault(outcome, []).append(covered)
        check = _missed_because_of(step, covers)
        if check:
            missed[covers.framework.id] = check
    return tuple(_gap(outcome, held[id_], missed) for id_, outcome in outcomes.items() if id_ in held)


def unaligned(case: Case, coverage: Coverage) -> tuple[str, ...]:
    """Return ("outcomes",) where it is for the outcomes as a whole that nothing of the framework is claimed, else ().

    So it is where no outcome aligns with anything, and with an interprofessional framework that none aligns with:
    one finding on the outcomes (Q202) says it for all that follows.
    """
    interprofessional = coverage.framework.framework.kind == KIND
    return ("outcomes",) if not case.links or (interprofessional and coverage.untouched) else ()


def _gap(outcome: Outcome, items: list[ItemCoverage], missed: Mapping[str, TargetCheck]) -> Gap:
    frameworks = dict.fromkeys(covered.item.framework for covered in items)
    return Gap(outcome, tuple(items), tuple((name, missed[name]) for name in frameworks if name in missed))


def _missed_because_of(step: Step, coverage: Coverage) -> TargetCheck | None:
    """Return the missed target for the next step, where what stops at this step would be enough to meet it.

    Where it would not, or where a lower target is missed, the trouble lies further down and C105 says so.
    """
    check = lowest_missed(coverage)
    if check and check.step == step + 1 and coverage.reached(step) >= check.needed:
        return check
    return None
