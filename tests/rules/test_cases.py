"""What rules tell where their one example does not reach: each file in `cases` is a small text, named for its rules.

Beside it stands all that the rule tells of it, as a person has read and accepted it: `--accept` rewrites it.
"""

from pathlib import Path

import pytest
from tests.told import accepted, tell

from alignkit.rules.catalogue import by_code
from alignkit.views.example import check_example

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.stem for path in CASES.glob("*.yaml"))


def codes_of(name: str) -> list[str]:
    """Return the rules that a case is of: R103 and R104 for "R103+R104-twice-and-misspelt"."""
    return name.partition("-")[0].split("+")


@pytest.mark.parametrize("name", NAMES)
def test_a_case_is_told_as_accepted(name, request):
    run = check_example((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    said = "".join(tell(code, run) for code in codes_of(name))
    assert said == accepted(said, CASES / f"{name}.txt", rewrite=request.config.getoption("--accept"))


def test_every_case_is_of_a_rule_and_nothing_is_accepted_of_cases_that_are_gone():
    assert {code for name in NAMES for code in codes_of(name)} <= by_code().keys()
    assert sorted(path.stem for path in CASES.glob("*.txt")) == NAMES
