"""What is missing in a case, ranked, with its proposals."""

import pytest

from alignkit.analysis.case import Case
from alignkit.analysis.closing.closing import closing
from alignkit.analysis.closing.gap import OpenGap
from alignkit.analysis.coverage import Step


@pytest.fixture
def gaps_of(case_of):
    """Return a function from a curriculum's body, and the step asked for, to its gaps in their order."""

    def find(body: str, asked: Step | None = None) -> list[OpenGap]:
        case: Case = case_of(body)
        return [ranked.gap for ranked in closing(case, case.coverage, asked).gaps]

    return find


@pytest.fixture
def refs_of():
    """Return a function from a gap to what it is about."""

    def refs(gap: OpenGap) -> list[str]:
        return [lack.ref for lack in gap.lacks]

    return refs


@pytest.fixture
def said():
    """Return a function from a gap to its proposals, each in a sentence."""

    def sentences(gap: OpenGap) -> list[str]:
        return [f"{proposal.what}: {proposal.why}" for proposal in gap.proposals]

    return sentences
