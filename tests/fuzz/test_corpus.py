"""Every input that was once too much, and some of which it is remarkable that they never were, time and again."""

import pytest
from tests.fuzz.targets import corpus, importers, run, targets

KEPT = list(corpus())


def test_the_corpus_has_something_for_every_target():
    assert {target for target, _, _ in KEPT} == targets().keys()
    assert {f"import-{name}" for name in importers()} < targets().keys()


@pytest.mark.parametrize(
    ("target", "data"), [(target, data) for target, _, data in KEPT], ids=[f"{t}/{n}" for t, n, _ in KEPT]
)
def test_an_input_of_the_corpus_is_answered(target, data):
    run(target, data)
