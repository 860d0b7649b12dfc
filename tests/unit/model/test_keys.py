"""A key is known in some places of a document, and those places can be named."""

import pytest

from alignkit.model.curriculum import Curriculum
from alignkit.model.framework import Framework
from alignkit.model.keys import homes_of, knows


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("title", True),
        ("rationale.statement", True),
        ("modules.activities.outcomes", True),
        ("assessments.pass", True),
        ("statement", False),
        ("rationale.nothing", False),
        ("title.statement", False),
        # Outcomes stand there by their names, which are no keys.
        ("assessments.outcomes.name", False),
        ("", False),
    ],
)
def test_a_path_of_keys_exists_or_does_not(path, known):
    assert knows(Curriculum, path) is known


@pytest.mark.parametrize(
    ("key", "homes"),
    [
        ("miller", ("assessments",)),
        ("hours", ("assessments", "workload", "modules.activities")),
        ("statement", ("rationale",)),
        ("title", ("assessments", "modules", "modules.activities")),
        ("name", ("providers", "assessments.instrument", "design.theories")),
        ("nothing", ()),
    ],
)
def test_a_key_has_homes_below_the_document_the_nearest_first(key, homes):
    assert homes_of(key, Curriculum) == homes


def test_items_within_items_are_gone_into_once():
    assert homes_of("verified", Framework) == ("items",)
