"""Memory does not grow with the number of curricula: each is let go of before the next."""

import gc
import tracemalloc
from collections.abc import Iterator

from msgspec.structs import replace
from tests.institution import institution

from alignkit.api.portfolio import here
from alignkit.api.portfolio.chunks import chunks
from alignkit.api.portfolio.here import one_by_one
from alignkit.api.portfolio.places import plan
from alignkit.api.portfolio.unit import PortfolioRequest, Unit
from alignkit.source.tree import Memory
from alignkit.views.portfolio.study import Study
from alignkit.views.portfolio.tally import Most, Tally

WORK = plan(Memory(institution(1)), PortfolioRequest(), "alignkit.yaml", rows=True)
UNITS = tuple(WORK.units())


def many(number: int) -> Iterator[Unit]:
    """Yield so many curricula, each with bytes of its own."""
    for place in range(number):
        unit = UNITS[place % len(UNITS)]
        mine = f"# {place}\n".encode()
        contents = tuple((name, content + mine) for name, content in unit.packed.contents)
        yield replace(unit, packed=replace(unit.packed, contents=contents))


def test_what_is_kept_of_a_hundred_and_sixty_is_what_is_kept_of_sixty():
    tally = Tally(Most(20, 24))
    kept = []
    tracemalloc.start()
    for number, answer in enumerate(one_by_one(WORK.setting, many(160)), 1):
        if isinstance(answer.study, Study):
            tally.add(answer.study)
        if number in {60, 160}:
            gc.collect()
            kept.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    assert tally.total == 120  # of each four, three can be read
    # A study alone is some 5 kB, so that a hundred kept ones would be half a megabyte.
    assert kept[1] - kept[0] < 100_000


def test_curricula_are_read_when_it_is_their_turn():
    taken = []

    def watched() -> Iterator[Unit]:
        for unit in many(100):
            taken.append(unit.file)
            yield unit

    next(one_by_one(WORK.setting, watched()))
    assert len(taken) == 16
    assert len(next(chunks(watched()))) == 16


def test_what_has_cycles_goes_as_well_where_nobody_else_looks_for_it(monkeypatch):
    swept = []
    monkeypatch.setattr(here, "_SWEPT", 2)
    monkeypatch.setattr(gc, "collect", lambda: swept.append(True))
    monkeypatch.setattr(gc, "isenabled", lambda: False)
    assert len(list(one_by_one(WORK.setting, many(64)))) == 64
    assert len(swept) == 2  # four portions of 16
