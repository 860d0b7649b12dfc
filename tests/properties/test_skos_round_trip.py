"""What goes out as SKOS comes back the same, in Turtle and in JSON-LD, by way of a library that is not ours."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from tests.made import LIBRARY, crosswalks, frameworks, index, said

from alignkit.exchange.plain import plain
from alignkit.exchange.skos import crosswalk_out, framework_out
from alignkit.exchange.skos.document_in import read_json_ld_document, read_turtle_document

FRAMEWORK = [(framework_out.write_turtle, read_turtle_document), (framework_out.write_json_ld, read_json_ld_document)]
CROSSWALK = [(crosswalk_out.write_turtle, read_turtle_document), (crosswalk_out.write_json_ld, read_json_ld_document)]
NAMES = ["turtle", "json-ld"]


@pytest.mark.parametrize(("write", "read"), FRAMEWORK, ids=NAMES)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(framework=frameworks())
def test_a_framework_comes_back_from_skos_as_it_was(write: Any, read: Any, framework: Any):
    written = write(index(framework), LIBRARY)
    back = read("made", written.data)
    assert (written.losses, back.losses) == ((), ())
    assert [said(document) for document in back.documents.values()] == [plain(framework)]


@pytest.mark.parametrize(("write", "read"), CROSSWALK, ids=NAMES)
@settings(max_examples=100, deadline=None)
@given(crosswalk=crosswalks())
def test_a_crosswalk_comes_back_from_skos_as_it_was(write: Any, read: Any, crosswalk: Any):
    written = write(crosswalk, LIBRARY)
    back = read("made", written.data)
    assert (written.losses, back.losses) == ((), ())
    assert [said(document) for document in back.documents.values()] == [plain(crosswalk)]
