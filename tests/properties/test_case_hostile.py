"""A damaged package is read as far as that is safe, or refused with its place: never a traceback, never a hang."""

import json
import time
import tracemalloc
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.made import LIBRARY, crosswalk, framework, index
from tests.mutated import damaged, holds

from alignkit.exchange.case import read_package
from alignkit.exchange.case.crosswalk_out import write_crosswalk
from alignkit.exchange.case.framework_out import write_framework

SAMPLES = Path(__file__).parents[1] / "samples" / "opensalt"
REAL = [json.loads(path.read_bytes()) for path in sorted(SAMPLES.glob("*.json"))]
OURS = [
    json.loads(write_framework(index(framework(associations=[{"from": "A", "type": "x", "to": "y"}])), LIBRARY).data),
    json.loads(write_crosswalk(crosswalk(), LIBRARY).data),
]


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.sampled_from([*REAL, *OURS]).flatmap(damaged))
def test_a_damaged_package_is_read_or_refused_with_its_place(data):
    holds(read_package, data)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused_with_their_place(data):
    holds(read_package, data)


def package_of(size: int) -> bytes:
    """Return a package of as many items, ten below each, as a hub sends it."""

    def end(name: str) -> dict[str, str]:
        identifier = str(uuid5(NAMESPACE_URL, name))
        return {"title": name, "identifier": identifier, "uri": f"https://hub.example/uri/{identifier}"}

    changed = {"lastChangeDateTime": "2024-01-01T00:00:00+00:00"}
    items, associations = [], []
    for number in range(size):
        here = end(f"item {number}")
        above = end(f"item {(number - 1) // 10}" if number else "document")
        words = {"fullStatement": f"Statement {number} " * 5, "humanCodingScheme": f"C.{number}"}
        items.append({"identifier": here["identifier"], "uri": here["uri"], **words, **changed})
        ends: dict[str, Any] = {"originNodeURI": here, "associationType": "isChildOf", "destinationNodeURI": above}
        association = end(f"association {number}")
        associations.append({"identifier": association["identifier"], "uri": association["uri"], **ends, **changed})
    document = {**end("document"), "creator": "A body", **changed}
    return json.dumps({"CFDocument": document, "CFItems": items, "CFAssociations": associations}).encode()


@pytest.mark.parametrize(("small", "large"), [(2_000, 10_000)])
def test_ten_thousand_items_take_five_times_the_time_and_memory_of_two_thousand(small, large):
    def seconds(data: bytes) -> float:
        start = time.process_time()
        read_package("big.json", data)
        return time.process_time() - start

    few, many = package_of(small), package_of(large)
    seconds(few)
    # Three times the factor of a linear way, for noise; a quadratic one would take twenty-five times as long.
    assert seconds(many) < 15 * seconds(few)
    tracemalloc.start()
    (document,) = read_package("big.json", many).documents.values()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # 7 MB of JSON; measured once with 76 MB at the most.
    assert peak < 20 * len(many)
    assert len(document["items"]) == 1
