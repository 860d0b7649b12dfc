"""Damaged SKOS is read as far as that is safe, or refused with its place: never a traceback."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.made import LIBRARY, crosswalk, framework, index
from tests.mutated import damaged, holds

from alignkit.exchange.skos import crosswalk_out, framework_out
from alignkit.exchange.skos.document_in import read_json_ld_document, read_turtle_document

FRAMEWORK = index(framework(notes=["Note."], associations=[{"from": "A1", "type": "skos:exactMatch", "to": "urn:x:y"}]))
JSON = [
    json.loads(framework_out.write_json_ld(FRAMEWORK, LIBRARY).data),
    json.loads(crosswalk_out.write_json_ld(crosswalk(), LIBRARY).data),
]
TURTLE = [framework_out.write_turtle(FRAMEWORK, LIBRARY).data, crosswalk_out.write_turtle(crosswalk(), LIBRARY).data]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.sampled_from(JSON).flatmap(damaged))
def test_damaged_json_ld_is_read_or_refused_with_its_place(data):
    holds(read_json_ld_document, data)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(TURTLE), st.data())
def test_damaged_turtle_is_read_or_refused_with_its_place(turtle, draw):
    for _ in range(draw.draw(st.integers(1, 3))):
        at = draw.draw(st.integers(0, len(turtle)))
        until = draw.draw(st.integers(at, min(at + 40, len(turtle))))
        new = draw.draw(
            st.sampled_from([b"", b'"', b"<", b"[", b"_:x", b"\xff", b"@", b"\\", b" ; ", b" . ", b"9" * 5000])
        )
        turtle = turtle[:at] + new + turtle[until:]
    holds(read_turtle_document, turtle)
