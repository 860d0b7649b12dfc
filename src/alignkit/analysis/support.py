"""How much carries an item: the activities that teach it, and their modules."""

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Coverage, ItemCoverage, Step


class Carried(Struct, frozen=True):
    """The items of a framework that a single activity, or a single module, carries where most have more."""

    by_activity: tuple[ItemCoverage, ...]
    by_module: tuple[ItemCoverage, ...]
    taught: int


def carried_alone(coverage: Coverage, case: Case) -> Carried:
    """Return what rests on one activity or one module alone, as an exception in its framework.

    Where half of the taught items or more rest on one activity, that is how the curriculum is built and no item
    stands out; the same for modules. An item that rests on one activity is not named again for its one module.
    """
    taught = [covered for covered in coverage.served if covered.step >= Step.TAUGHT]
    by_activity = [covered for covered in taught if len(covered.activities) == 1]
    by_module = [covered for covered in taught if len({case.module_of[id_].id for id_ in covered.activities}) == 1]
    alone = by_activity if 2 * len(by_activity) < len(taught) else []
    others = [each for each in by_module if len(each.activities) > 1] if 2 * len(by_module) < len(taught) else []
    return Carried(tuple(alone), tuple(others), len(taught))
