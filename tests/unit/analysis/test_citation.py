"""Whether a reader can find a source."""

import pytest

from alignkit.analysis.citation import is_traceable
from alignkit.findings import Span
from alignkit.model.evidence import Evidence
from alignkit.model.located import Origin
from alignkit.source.node import Node

NOWHERE = Origin("example.yaml", Node({}, *(Span("").line,) * 4))


def evidence(**values: str) -> Evidence:
    return Evidence(origin=NOWHERE, id="e", **values)


@pytest.mark.parametrize(
    ("values", "traceable"),
    [
        ({"doi": "10.1007/BF00138871"}, True),
        ({"doi": "https://doi.org/10.1007/BF00138871"}, True),
        ({"doi": "to follow"}, False),
        ({"url": "https://www.caipe.org"}, True),
        ({"url": "on the shared drive"}, False),
        ({"citation": "Biggs, J. (1996). Enhancing teaching through constructive alignment. Higher Education."}, True),
        ({"citation": "Biggs 1996"}, False),
        ({"citation": "Biggs, Enhancing teaching through constructive alignment, Higher Education"}, False),
        ({"citation": "Biggs, https://doi.org/10.1007/BF00138871"}, True),
        ({}, False),
    ],
)
def test_source_is_traceable_by_doi_address_or_citation_in_full(values, traceable):
    assert is_traceable(evidence(**values)) is traceable
