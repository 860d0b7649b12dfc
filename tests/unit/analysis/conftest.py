"""A small framework to count on one's fingers, and cases built from strings."""

import pytest

from alignkit.analysis.case import Case
from alignkit.library.library import Library
from alignkit.model.curriculum import Curriculum
from alignkit.model.documents import typed
from alignkit.model.framework import Framework
from alignkit.source.reader import parse

# Seven leaves: four below A, two below B, and C, which is a leaf at the top.
FRAMEWORK = """\
alignkit: framework/1
id: toy
title: Toy framework
kind: interprofessional
publisher: {name: Nobody}
items:
  - code: A
    items:
      - {code: A1, text: Explain what each profession answers for in a team}
      - {code: A2, text: Negotiate}
      - {code: A3}
      - {code: A4}
  - code: B
    items: [{code: B1}, {code: B2}]
  - {code: C}
"""


@pytest.fixture(scope="session")
def library():
    framework, problems = typed(parse(FRAMEWORK, "toy.yaml"))
    assert isinstance(framework, Framework)
    assert problems == ()
    return Library([framework])


@pytest.fixture
def case_of(library):
    """Return a function that makes a case of what stands below a curriculum's first lines."""

    def make(body: str) -> Case:
        text = f"alignkit: curriculum/1\nid: example\ntitle: Teams that listen\n{body}"
        curriculum, problems = typed(parse(text, "example.yaml"))
        assert isinstance(curriculum, Curriculum)
        assert problems == ()
        return Case(curriculum, library)

    return make
