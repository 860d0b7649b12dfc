"""The content of a corpus in the formats of tools that trace requirements: items, outcomes, and which serves which."""

import json
import subprocess
from pathlib import Path
from typing import NamedTuple

from alignkit.library.index import FrameworkIndex
from alignkit.library.workspace import gather
from alignkit.model.framework import Framework
from alignkit.source.tree import Folder


class Statement(NamedTuple):
    """An item or an outcome: its number, its text, and the numbers of the items that it serves."""

    number: int
    text: str
    serves: tuple[int, ...] = ()


class Content(NamedTuple):
    """The items of all frameworks and the outcomes of all curricula, each numbered from 1."""

    items: list[Statement]
    outcomes: list[Statement]


def content_of(folder: Path) -> Content:
    """Return what the YAML files of a project say."""
    workspace = gather(Folder(str(folder)), ["frameworks", "curricula"])
    indices = [FrameworkIndex(record) for record in workspace.own if isinstance(record, Framework)]
    placed = [item for index in indices for item in index.items.values()]
    numbers = {item.ref: number for number, item in enumerate(placed, 1)}
    outcomes = [outcome for whole in workspace.curricula for outcome in whole.curriculum.outcomes]
    return Content(
        [Statement(numbers[item.ref], item.item.words) for item in placed],
        [
            Statement(number, outcome.text, tuple(dict.fromkeys(numbers[each.to] for each in outcome.aligns)))
            for number, outcome in enumerate(outcomes, 1)
        ],
    )


def write_doorstop(content: Content, folder: Path) -> list[str]:
    """Write a tree of two documents; return the arguments that check it without reformatting it."""
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)  # noqa: S607 - doorstop looks for a repository
    for prefix, parent, statements in (("FW", "", content.items), ("LO", "FW", content.outcomes)):
        (folder / prefix).mkdir()
        settings = f"settings:\n  digits: 7\n  prefix: {prefix}\n  sep: ''\n"
        above = f"  parent: {parent}\n" if parent else ""
        (folder / prefix / ".doorstop.yml").write_text(settings + above, encoding="utf-8")
        for each in statements:
            links = "".join(f"- FW{number:07}: null\n" for number in each.serves)
            text = f"active: true\nlevel: 1.{each.number}.1\nlinks: {'[]' if not links else ''}\n{links}"
            text += f"normative: true\nref: ''\nreviewed: null\ntext: |\n  {each.text}\n"
            (folder / prefix / f"{prefix}{each.number:07}.yml").write_text(text, encoding="utf-8")
    return ["-F", "-W", "-S"]


def write_strictdoc(content: Content, folder: Path) -> list[str]:
    """Write two documents; return the arguments that export them."""
    for prefix, statements in (("FW", content.items), ("LO", content.outcomes)):
        lines = [f"[DOCUMENT]\nTITLE: {prefix}\n"]
        for each in statements:
            lines.append(f"[REQUIREMENT]\nUID: {prefix}-{each.number:07}\nSTATEMENT: {each.text}")
            lines += ["RELATIONS:"] if each.serves else []
            lines += [f"- TYPE: Parent\n  VALUE: FW-{number:07}" for number in each.serves]
            lines.append("")
        (folder / f"{prefix}.sdoc").write_text("\n".join(lines), encoding="utf-8")
    return ["export", "--formats", "json", "--output-dir", "out", "."]


def write_sphinx_needs(content: Content, folder: Path) -> list[str]:
    """Write a project of two pages; return the arguments that build its needs."""
    (folder / "conf.py").write_text('extensions = ["sphinx_needs"]\nneeds_id_regex = ".*"\n', encoding="utf-8")
    (folder / "index.rst").write_text("N\n=\n\n.. toctree::\n\n   FW\n   LO\n", encoding="utf-8")
    for prefix, statements in (("FW", content.items), ("LO", content.outcomes)):
        lines = [prefix, "==", ""]
        for each in statements:
            lines += [f".. req:: {each.text}", f"   :id: {prefix}_{each.number:07}"]
            lines += [f"   :links: {', '.join(f'FW_{number:07}' for number in each.serves)}"] if each.serves else []
            lines.append("")
        (folder / f"{prefix}.rst").write_text("\n".join(lines), encoding="utf-8")
    return ["-q", "-b", "needs", ".", "out"]


def write_shacl(content: Content, folder: Path) -> list[str]:
    """Write triples and a shape by which every item has an outcome; return the arguments that validate them."""
    lines = ["@prefix : <urn:bench:> ."]
    lines += [f":FW{each.number} a :Item ; :text {json.dumps(each.text)} ." for each in content.items]
    for each in content.outcomes:
        lines.append(f":LO{each.number} a :Outcome ; :text {json.dumps(each.text)} .")
        lines += [f":LO{each.number} :aligns :FW{number} ." for number in each.serves]
    (folder / "data.ttl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "shapes.ttl").write_text(_SHAPE, encoding="utf-8")
    return ["-s", "shapes.ttl", "data.ttl"]


_SHAPE = """\
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix : <urn:bench:> .
:Covered a sh:NodeShape ; sh:targetClass :Item ; sh:property [ sh:path [ sh:inversePath :aligns ] ; sh:minCount 1 ] .
"""
