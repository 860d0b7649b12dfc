"""The message catalogues of reports are complete: every message, in every language, with all that fills it."""

from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message

ROOT = Path(__file__).parents[2]


def loaded() -> ModuleType:
    loader = SourceFileLoader("messages", str(ROOT / "docs" / "messages.py"))
    module = ModuleType(loader.name)
    module.__file__ = loader.path
    loader.exec_module(module)
    return module


MESSAGES = loaded()


def test_the_catalogues_are_complete_and_the_template_is_fresh():
    assert MESSAGES.amiss() == []


def test_what_a_reader_meets_is_collected():
    texts = {text for _, text in MESSAGES.messages()}
    assert {
        "Coverage at each step of the ladder",  # a chapter's own words
        "{n} errors",  # of several
        "no activity addresses {outcomes}",  # a view's phrase
        "a lens that the curriculum declares",  # one of two between which a condition chooses
        "Learners of two or more professions take part.",  # a shipped rubric
        "physiotherapy",  # a vocabulary
        "not evidenced",  # a verdict
        "Type of assessment",  # an element of a micro-credential
        "no assessment addresses {outcome}, which leaves {items} taught but not assessed{target}",  # a rule
    } - texts == set()


def one(identity, string) -> Message:
    catalogue = Catalog()
    catalogue.add(identity, string)
    return next(each for each in catalogue if each.id)


@pytest.mark.parametrize(
    ("identity", "string", "wrong"),
    [
        ("of {a}", "von {a}", []),
        ("of {a}", "", ["not translated: of {a}"]),
        ("of {a}", "von {b}", ["other places than ['a']: von {b}"]),
        ("of {a}", "von {a", ["other places than ['a']: von {a"]),
        (("{n} one", "{n} many"), ("{n} eins", "{n} viele"), []),
        (("{n} one", "{n} many"), ("{n} eins", ""), ["not translated: {n} one"]),
    ],
)
def test_a_translation_that_lost_something_is_told(identity, string, wrong):
    assert list(MESSAGES._amiss_in(one(identity, string), one(identity, string))) == wrong  # noqa: SLF001
