"""Laws of a portfolio: neither the order of files, nor how the work is shared, nor on whose disk it lies, matters."""

from collections import deque
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.institution import institution

from alignkit.api.portfolio.chunks import chunks
from alignkit.api.portfolio.here import one_by_one
from alignkit.api.portfolio.places import plan
from alignkit.api.portfolio.portfolio import answered, portfolio, together
from alignkit.api.portfolio.processes import in_processes
from alignkit.api.portfolio.unit import Answer, PortfolioRequest, Unit, answers
from alignkit.render.report.language import language
from alignkit.render.report.portfolio_json import PortfolioJson
from alignkit.source.packed import Packed
from alignkit.source.tree import Memory
from alignkit.views.portfolio.study import Study
from alignkit.views.portfolio.tally import Tally

FILES = institution(2)
WORK = plan(Memory(FILES), PortfolioRequest(), "alignkit.yaml", rows=True)
ALONE = tuple(one_by_one(WORK.setting, WORK.units()))
COURSES = [name for name in FILES if name.startswith("courses/") and "/modules/" not in name]


@settings(max_examples=15, deadline=None)
@given(st.permutations(list(FILES.items())), st.permutations(COURSES))
def test_the_order_of_files_does_not_matter(shuffled, named):
    tree = Memory(dict(shuffled))
    as_found = portfolio(tree, PortfolioRequest(), "alignkit.yaml")
    assert as_found == portfolio(Memory(FILES), PortfolioRequest(), "alignkit.yaml")
    assert as_found == portfolio(tree, PortfolioRequest(tuple(named)), "alignkit.yaml")


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(1, 4), min_size=8, max_size=8))
def test_how_work_is_portioned_does_not_matter(sizes):
    units, found = deque(WORK.units()), list[Answer]()
    for size in sizes:
        portion = tuple(units.popleft() for _ in range(min(size, len(units))))
        found += answers(WORK.setting, portion)
    assert tuple(found) + answers(WORK.setting, tuple(units)) == ALONE


@settings(max_examples=3, deadline=None)
@given(st.permutations(sorted(COURSES)), st.integers(1, 3))
def test_how_many_processes_share_it_does_not_matter(named, jobs):
    work = plan(Memory(FILES), PortfolioRequest(tuple(named)), "alignkit.yaml", rows=True)
    assert tuple(in_processes(jobs)(work.setting, work.units())) == ALONE


@given(st.lists(st.integers(0, 1_200_000), max_size=40))
def test_portions_hold_everything_once_in_order_and_little_at_a_time(sizes):
    units = [Unit(str(number), Packed((("x", bytes(size)),))) for number, size in enumerate(sizes)]
    portions = list(chunks(units))
    assert [unit for portion in portions for unit in portion] == units
    for portion in portions:
        assert 1 <= len(portion) <= 16
        assert sum(unit.packed.size for unit in portion[:-1]) < 1_000_000


@settings(max_examples=10, deadline=None)
@given(st.permutations(list(FILES.items())))
def test_the_data_are_the_same_bytes(shuffled):
    assert data_of(dict(shuffled)) == data_of(FILES)


def data_of(files: dict[str, str]) -> bytes:
    work, tally, out = plan(Memory(files), PortfolioRequest(), "alignkit.yaml"), Tally(), BytesIO()
    document = PortfolioJson(out, language("en"))
    for answer in answered(work, tally):
        if isinstance(answer.study, Study):
            document.add(answer.study)
    document.end(together(work, tally))
    return out.getvalue()
