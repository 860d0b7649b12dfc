"""Whether a crosswalk file agrees with the frameworks that it speaks of, and with itself."""

import pytest

from alignkit.library.workspace import read_file
from alignkit.rules.examine import examine
from alignkit.source.tree import Memory

HEAD = "alignkit: crosswalk/1\nid: {id}\nfrom: {from_}\nto: {to}\nmethod: expert\nmappings:\n"


def said(*mappings: str, from_: str = "ipec-2016", to: str = "ipec-2023", **others: str) -> list[str]:
    files = {"m.yaml": HEAD.format(id="m", from_=from_, to=to) + "".join(f"  - {{{each}}}\n" for each in mappings)}
    findings = examine(Memory({**files, **others}), [*files, *others]).findings
    return [f"{each.code} {each.at.line} {each.message}" for each in findings if each.at.file == "m.yaml"]


@pytest.mark.parametrize(
    ("mappings", "messages"),
    [
        (("from: VE1, to: VE1, relation: close", "from: VE1, to: VE2, relation: related"), []),
        (("from: VE1, to: VE1, relation: close", "from: VE1, to: VE1, relation: close"), []),
        (
            ("from: VE1, to: VE1, relation: narrow", "from: VE1, to: VE1, relation: broad"),
            ["F106 8 VE1 to VE1 is broad, but line 7 says narrow"],
        ),
        (
            ("from: VE1, to: VE1, relation: exact", "from: VE1, to: VE2, relation: exact"),
            ["F106 8 VE1 to VE2 is exact, but line 7 says exact of VE1 to VE1"],
        ),
        (
            ("from: VE1, to: VE1, relation: exact", "from: VE2, to: VE1, relation: exact"),
            ["F106 8 VE2 to VE1 is exact, but line 7 says exact of VE1 to VE1"],
        ),
        # One that is exact may have others that are close, broad or related beside it.
        (("from: VE1, to: VE1, relation: exact", "from: VE1, to: VE2, relation: broad"), []),
        # VE1 would hold all of VE, and fit into VE3, which is a part of VE.
        (
            ("from: VE1, to: VE, relation: narrow", "from: VE1, to: VE3, relation: broad"),
            ["F106 8 VE1 to VE3 is broad, but line 7 says narrow of VE1 to VE, and VE is above VE3"],
        ),
        # VE1 fits into VE and holds VE3: nothing wrong with that.
        (("from: VE1, to: VE, relation: broad", "from: VE1, to: VE3, relation: narrow"), []),
        # VE3 would hold all of VE1 of 2023, which holds all of VE, above VE3.
        (
            ("from: VE, to: VE1, relation: broad", "from: VE3, to: VE1, relation: narrow"),
            ["F106 8 VE3 to VE1 is narrow, but line 7 says broad of VE to VE1, and VE is above VE3"],
        ),
        (("from: VE, to: VE1, relation: narrow", "from: VE3, to: VE1, relation: broad"), []),
    ],
)
def test_mappings_that_cannot_both_be_true_are_found_at_the_later_one(mappings, messages):
    assert said(*mappings) == messages


def test_a_crosswalk_from_a_framework_to_itself_says_nothing():
    found = said("from: VE1, to: VE1, relation: exact", to="ipec-2016")
    assert found == ["F106 4 it leads from ipec-2016 to ipec-2016 itself"]


def test_narrow_in_both_directions_is_found_across_the_files_of_a_project():
    back = HEAD.format(id="back", from_="ipec-2023", to="ipec-2016") + "  - {from: VE3, to: VE1, relation: narrow}\n"
    found = said("from: VE1, to: VE3, relation: narrow", **{"back.yaml": back})
    assert found == ["F106 7 VE1 to VE3 is narrow, but broad in back.yaml"]
    assert said("from: VE1, to: VE3, relation: broad", **{"back.yaml": back}) == []


@pytest.mark.parametrize(
    ("from_", "mapping", "messages"),
    [
        ("ipec-2061", "from: VE1, to: VE1, relation: close", ['no framework is called "ipec-2061"']),
        ("ipec-2016", "from: VE11, to: VE1, relation: close", ['ipec-2016 has no item "VE11"']),
        (
            "ipec-2016",
            "from: ZZ1, to: ZZ2, relation: close",
            ['ipec-2016 has no item "ZZ1"', 'ipec-2023 has no item "ZZ2"'],
        ),
    ],
)
def test_every_end_that_is_not_there_is_found(from_, mapping, messages):
    found = said(mapping, from_=from_)
    assert [message.partition(" (did you mean")[0].split(" ", 2)[2] for message in found] == messages
    assert {message[:4] for message in found} == {"F105"}


def test_ends_may_be_named_by_an_alias_of_the_project():
    project = "alignkit: project/1\naliases: {old: ipec-2016}\n"
    tree = Memory({"m.yaml": HEAD.format(id="m", from_="old", to="ipec-2023"), "alignkit.yaml": project})
    found = examine(tree, ["m.yaml"], project=read_file(tree, "alignkit.yaml")).findings
    assert [each.code for each in found if each.code.startswith("F")] == []


def test_an_end_that_is_not_there_contradicts_nothing():
    found = said("from: VE1, to: VE99, relation: exact", "from: VE1, to: VE1, relation: exact")
    assert [message[:4] for message in found] == ["F105"]


def test_a_mapping_without_an_end_is_one_finding_only():
    found = said("to: VE1, relation: close")
    assert [message[:4] for message in found] == ["S006"]
