"""Crosswalks are found by the frameworks between which they lead, and read only when asked for."""

from typing import Any

from alignkit.analysis.case import Case
from alignkit.library.library import Library
from alignkit.library.shipped import shipped_tree
from alignkit.model.documents import typed
from alignkit.source.reader import parse
from alignkit.source.tree import Memory

CROSSWALK = "alignkit: crosswalk/1\nid: {id}\nfrom: {from_}\nto: {to}\nmethod: {method}\nmappings: []\n"
SHIPPED = {
    "crosswalks/a--b.yaml": CROSSWALK.format(id="a--b", from_="a", to="b", method="expert"),
    "crosswalks/b--c.yaml": CROSSWALK.format(id="b--c", from_="b", to="c", method="expert"),
    "crosswalks/broken.yaml": "alignkit: crosswalk/1\nid: [\n",
}


class Counting(Memory):
    """Files that remember which of them were read."""

    def __init__(self, files: Any) -> None:
        super().__init__(files)
        self.seen: list[str] = []

    def read(self, name: str) -> bytes:
        self.seen.append(name)
        return super().read(name)


def own(**keys: str) -> Any:
    return typed(parse(CROSSWALK.format(**keys), "own.yaml"))[0]


def test_crosswalks_are_found_in_either_direction():
    library = Library(shipped=Memory(SHIPPED))
    assert [each.id for each in library.crosswalks()] == ["a--b", "b--c"]
    assert [each.id for each in library.crosswalks("b", "a")] == ["a--b"]
    assert library.crosswalks("a", "c") == ()


def test_a_projects_own_stands_for_the_shipped_one_and_knows_its_aliases():
    mine = own(id="a--b", from_="first", to="b", method="published")
    library = Library([mine], {"first": "a"}, Memory(SHIPPED))
    assert [(each.id, each.method) for each in library.crosswalks("a", "b")] == [("a--b", "published")]
    assert library.crosswalks("First", "b") == library.crosswalks("a", "b")


def test_none_is_read_before_it_is_asked_for():
    tree = Counting(SHIPPED)
    library = Library(shipped=tree)
    library.find("a")
    assert tree.seen == []
    library.crosswalks()
    assert sorted(tree.seen) == sorted(SHIPPED)


def test_a_crosswalk_is_no_framework():
    names = [name for name in shipped_tree().names("") if name.startswith("crosswalks/")]
    assert names
    assert not set(Library().ids) & {name.rpartition("/")[2].removesuffix(".yaml") for name in names}


def test_coverage_of_a_check_reads_no_crosswalk():
    text = "alignkit: curriculum/1\nid: c\ntitle: C\nframeworks: [ipec-2023]\noutcomes: []\n"
    tree = shipped_tree()
    seen: list[str] = []

    class Watching:
        def __getattr__(self, name: str) -> Any:
            return getattr(tree, name)

        def read(self, name: str) -> bytes:
            seen.append(name)
            return tree.read(name)

    record: Any = typed(parse(text, "c.yaml"))[0]
    watching: Any = Watching()
    assert Case(record, Library(shipped=watching)).coverage
    assert seen == ["interprofessional/ipec-2023.yaml"]
