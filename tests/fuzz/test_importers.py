"""Whatever a file from another program holds, it is refused in words or becomes documents that can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fuzz.campaign import campaign
from tests.fuzz.samples import originals
from tests.fuzz.strategies import changed, changed_archives
from tests.fuzz.targets import SUFFIXES, importers, run

from alignkit.exchange.formats import format_named

ARCHIVES = ("xlsx", "ods", "opensalt")
# These look every code up in the whole library, which takes a while.
PLACED = tuple(name for name in importers() if (found := format_named(name).importer) and found.placed)


def test_every_format_that_is_read_is_here():
    assert set(importers()) == SUFFIXES.keys()
    assert all(originals(name) for name in importers())


@pytest.mark.parametrize("name", importers())
def test_what_campaigns_begin_with_can_be_imported(name):
    for data in originals(name):
        run(f"import-{name}", data)


def damaged(name: str) -> st.SearchStrategy[bytes]:
    return changed_archives(originals(name)) if name in ARCHIVES else changed(originals(name))


@pytest.mark.parametrize("name", [name for name in importers() if name not in PLACED])
@campaign(40)
@given(data=st.data())
def test_a_file_that_was_damaged_is_refused_or_read(name, data):
    run(f"import-{name}", data.draw(damaged(name)))


@pytest.mark.parametrize("name", PLACED)
@campaign(12)
@given(data=st.data())
def test_a_map_that_was_damaged_is_refused_or_read(name, data):
    run(f"import-{name}", data.draw(damaged(name)))


@pytest.mark.parametrize("name", importers())
@campaign(5)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_refused_or_read(name, data):
    run(f"import-{name}", data)


@pytest.mark.parametrize("name", importers())
def test_a_file_of_another_format_is_refused_or_read(name):
    for other in importers():
        run(f"import-{name}", min(originals(other), key=len))
