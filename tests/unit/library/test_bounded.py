"""What a library remembers for many curricula is bounded, whatever they say."""

from tests.counted import FRAMEWORK

from alignkit.library import index
from alignkit.library.index import FrameworkIndex, once
from alignkit.library.library import Library
from alignkit.model.documents import typed
from alignkit.model.framework import Framework
from alignkit.source.reader import parse


def toy() -> Framework:
    record, _ = typed(parse(FRAMEWORK, "toy.yaml"))
    assert isinstance(record, Framework)
    return record


def test_facts_of_a_framework_are_forgotten_the_oldest_first(monkeypatch):
    monkeypatch.setattr(index, "_FACTS", 3)
    asked = []

    @once
    def fact(framework: FrameworkIndex, number: int) -> int:
        asked.append((framework.id, number))
        return number

    framework = FrameworkIndex(toy())
    assert [fact(framework, number) for number in (1, 2, 3, 3, 4, 2, 1)] == [1, 2, 3, 3, 4, 2, 1]
    assert [number for _, number in asked] == [1, 2, 3, 4, 1]  # 4 took the place of 1; 2 was still known
    assert len(framework.worked_out) == 3


def test_only_references_that_mean_something_are_remembered():
    library = Library([toy()])
    for number in range(50):
        assert library.resolve(f"toy:A{number}").framework
        assert library.find(f"nobody-{number}") is None
        assert not library.resolve(f"nobody-{number}:A1").item
    assert sorted(library._resolved) == ["toy:A1", "toy:A2", "toy:A3"]  # noqa: SLF001 - what is kept is the point
    assert list(library._read) == ["toy"]  # noqa: SLF001
