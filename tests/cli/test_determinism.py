"""The same files give the same bytes: whatever the machine, the language, the hour or the place."""

import re
import shutil
from itertools import permutations

import pytest

from alignkit.api.check import CheckRequest, check
from alignkit.render.findings import FORMATS
from alignkit.render.findings.json import render
from alignkit.source.tree import Memory

CURRICULUM = """\
alignkit: curriculum/1
id: {id}
title: Course {id}
learners: {{professions: [pharmacy, nursing, medicine]}}
frameworks: [{{use: ipec-2023, targets: {{taught: 0.1}}}}, cihc-2010, nmc-2018, wrong-framework]
outcomes:
  - {{id: LO1, text: Understand and resolve a conflict, aligns: [ipec-2023:TT5, ipec-2023:XX, cihc-2010:CR1, other:1]}}
  - {{id: LO2, text: Appreciate others, aligns: [nmc-2018:1.1, ipec-2023:VE, ipec-2016:VE1]}}
  - {{id: LO2, text: Appreciate the others, colour: blue, bloom: high}}
assessments:
  - {{id: AS1, purpose: summative, weight: 40, outcomes: [LO1, LO3]}}
evaluation: [{{level: 1}}]
"""
MODULE = """\
alignkit: module/1
id: {id}
activities:
  - {{id: {id}.A1, professions: [{profession}], outcomes: [LO1, LO9], hours: 2}}
"""
FILES = {
    **{f"{name}/curriculum.yaml": CURRICULUM.format(id=name) for name in ("one", "two", "three")},
    **{
        f"{name}/modules/{id_}.yaml": MODULE.format(id=id_, profession=profession)
        for name in ("one", "three")
        for id_, profession in (("m1", "nursing"), ("m2", "pharmacy"), ("m10", "medicine"))
    },
    "zzz.yml": "id: not ours\n",
    "broken.yaml": "alignkit: curriculum/1\ntitle: a: b\n",
}
COMMANDS = {
    "text": ("check", ".", "--all"),
    **{name: ("check", ".", "--format", name) for name in FORMATS},
    "quiet": ("check", "one", "--quiet", "--fail-on", "info"),
    "trace": ("trace", "ipec-2023:TT5", "one", "two", "three"),
    "rules": ("rules",),
    "list": ("frameworks", "list"),
    "show": ("frameworks", "show", "ipec-2016"),
    "gaps": ("gaps", "one", "--for", "ipec-2023,nmc-2018", "--all"),
    "gaps-json": ("gaps", "one", "two", "--format", "json"),
    "gaps-yaml": ("gaps", "one", "three", "--format", "yaml"),
}
SURROUNDINGS = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
    {"PYTHONHASHSEED": "4711", "LC_ALL": "C", "TZ": "Pacific/Auckland", "LANG": "de_DE.UTF-8", "PYTHONUTF8": "1"},
)


def laid_out(folder, names) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(FILES[name], encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
def test_two_runs_in_other_surroundings_give_the_same_bytes_and_no_path_of_the_machine(alignkit, tmp_path, command):
    one, other = tmp_path / "here", tmp_path / "quite" / "another" / "place"
    laid_out(one, FILES)
    laid_out(other, reversed(FILES))
    runs = [
        alignkit(*command, folder=folder, **plain) for folder, plain in zip((one, other), SURROUNDINGS, strict=True)
    ]
    assert runs[0] == runs[1]
    assert runs[0].out
    assert str(tmp_path) not in runs[0].out + runs[0].err
    # An address on the web has two slashes, and what follows a word or a dot is no path from the root.
    # In XML one begins the end of an element.
    assert re.findall(r"(?<![\w/:.`<])/(?!/)\w+", runs[0].out + runs[0].err) == []
    assert re.findall(r"\d\d:\d\d:\d\d", runs[0].out) == []


def test_a_path_from_the_root_is_shown_as_seen_from_here(alignkit, tmp_path):
    laid_out(tmp_path, FILES)
    assert alignkit("check", str(tmp_path / "one")) == alignkit("check", "one")


def test_the_order_of_the_paths_makes_no_difference():
    found = {render(check(Memory(FILES), CheckRequest(paths=paths))) for paths in permutations(["one", "two", "three"])}
    assert len(found) == 1


@pytest.mark.parametrize("name", FORMATS)
def test_nor_does_it_in_any_format(name):
    runs = [CheckRequest(paths=paths, describe=True) for paths in permutations(["one", "two", "three"])]
    assert len({FORMATS[name](check(Memory(FILES), request)) for request in runs}) == 1


def test_neither_does_naming_a_file_twice():
    once = render(check(Memory(FILES), CheckRequest(paths=("one",))))
    assert render(check(Memory(FILES), CheckRequest(paths=("one", "one/curriculum.yaml", "one/modules")))) == once


def test_a_copy_of_the_folder_reads_the_same(alignkit, tmp_path):
    laid_out(tmp_path / "a", FILES)
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    assert alignkit("check", folder=tmp_path / "a") == alignkit("check", folder=tmp_path / "b")


def test_a_written_file_holds_what_would_have_been_printed(alignkit, tmp_path):
    laid_out(tmp_path, FILES)
    printed = alignkit("check", "one").out
    assert alignkit("check", "one", "--output", "out.txt", FORCE_COLOR="1").out == ""
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == printed
