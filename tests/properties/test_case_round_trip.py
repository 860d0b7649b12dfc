"""What goes out as CASE comes back the same, or its loss has a name."""

from hypothesis import HealthCheck, given, settings
from tests import made
from tests.case_schema import faults
from tests.made import LIBRARY, crosswalks, frameworks, index, said

from alignkit.exchange.case import read_package
from alignkit.exchange.case.crosswalk_out import write_crosswalk
from alignkit.exchange.case.framework_out import write_framework
from alignkit.exchange.plain import plain


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(frameworks())
def test_a_framework_comes_back_from_case_as_it_was(framework):
    written = write_framework(index(framework), LIBRARY)
    assert faults(written.data) == []
    back = read_package("made.json", written.data)
    assert back.losses == ()
    assert [said(document) for document in back.documents.values()] == [plain(framework)]


@settings(max_examples=150, deadline=None)
@given(crosswalks())
def test_a_crosswalk_comes_back_from_case_as_it_was(crosswalk):
    written = write_crosswalk(crosswalk, LIBRARY)
    assert faults(written.data) == []
    back = read_package("made.json", written.data)
    assert back.losses == ()
    assert [said(document) for document in back.documents.values()] == [plain(crosswalk)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(frameworks())
def test_what_was_imported_and_is_exported_again_is_the_same_package(framework):
    first = write_framework(index(framework), LIBRARY).data
    (document,) = read_package("made.json", first).documents.values()
    again = write_framework(index(made.framework(**document)), LIBRARY).data
    assert again == first
