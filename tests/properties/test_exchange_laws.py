"""What goes out in a table comes back the same, and the losses name all the rest."""

from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from tests.books import aligns, assessed, imported, library, only, taught
from tests.hostile import HOSTILE

from alignkit.exchange.formats import Surroundings, format_named
from alignkit.exchange.losses import Written
from alignkit.exchange.sheets.depths import legend_in
from alignkit.rules.examine import examine
from alignkit.source.merging import merge
from alignkit.source.tree import Memory
from alignkit.source.writer import document_text

law = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WORDS = st.text(st.characters(min_codepoint=33, exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp", "Zs"]), min_size=1)
LIVE = st.sampled_from(["=1+1", "+x", "-y", "@z", "'=1", "I", "X", "1", "LO1", "Total", "Note", "A = Assessed", "- "])
TEXTS = st.one_of(
    st.lists(st.one_of(WORDS, LIVE), min_size=1, max_size=6).map(" ".join), st.sampled_from(["Explain roles", "Lead"])
).map(lambda text: " ".join(text.split()))
IDS = st.sampled_from(["LO1", "LO2", "LO3", "PLO.4", "o-5", "6", "7.1", "A"])
REFS = st.sampled_from(
    ["ipec-2023:VE1", "ipec-2023:C1", "ipec-2016:CC1", "nmbi-2016:2", "aacn-2021:1.1a", "rps-2021:A"]
)
LINKS = st.dictionaries(
    REFS,
    st.fixed_dictionaries(
        {},
        optional={
            "depth": st.sampled_from(["introduce", "reinforce", "master"]),
            "strength": st.just("partial"),
            "why": TEXTS,
        },
    ),
    max_size=4,
)


def outcome(id_: str, text: str, links: dict[str, dict[str, str]], own: dict[str, Any]) -> dict[str, Any]:
    return {"id": id_, "text": text, **own, "aligns": [{"to": ref, **said} for ref, said in links.items()]}


OWN = st.fixed_dictionaries(
    {},
    optional={
        "bloom": st.sampled_from(["apply", "create"]),
        "domain": st.sampled_from(["knowledge", "skills", "attitudes"]),
        "interprofessional": st.booleans(),
    },
)
OUTCOMES = st.lists(
    st.builds(outcome, IDS, TEXTS, LINKS, OWN), min_size=1, max_size=5, unique_by=lambda each: each["id"]
)
ACTIVITIES = st.lists(
    st.fixed_dictionaries(
        {"id": st.sampled_from(["A1", "A2", "A3"])},
        optional={"title": TEXTS, "hours": st.integers(0, 90), "outcomes": st.lists(IDS, max_size=3, unique=True)},
    ),
    max_size=3,
    unique_by=lambda each: each["id"],
)


@st.composite
def curricula(draw: st.DrawFn) -> dict[str, Any]:
    modules = []
    for number in range(draw(st.integers(0, 2))):
        activities = [{**each, "id": f"M{number}.{each['id']}"} for each in draw(ACTIVITIES)]
        modules.append({"id": f"M{number}", "title": draw(TEXTS), "activities": activities})
    assessment = st.fixed_dictionaries(
        {"id": st.sampled_from(["AS1", "AS2", "T.3"])},
        optional={
            "title": TEXTS,
            "purpose": st.sampled_from(["formative", "summative"]),
            "method": st.sampled_from(["osce", "reflective-essay"]),
            "outcomes": st.lists(IDS, max_size=3, unique=True),
            "weight": st.sampled_from([40, 12.5, 100]),
        },
    )
    return {
        "alignkit": "curriculum/1",
        "id": "small",
        # What looks like a legend is taken for one, where a title stands as well.
        "title": draw(TEXTS.filter(lambda text: not legend_in((text,)))),
        "outcomes": draw(OUTCOMES),
        "modules": modules,
        "assessments": draw(st.lists(assessment, max_size=3, unique_by=lambda each: each["id"])),
    }


def exported(curriculum: dict[str, Any], format_: str) -> Written:
    (examined,) = examine(Memory({"c.yaml": document_text(curriculum)}), ["c.yaml"]).curricula
    (exporter,) = (each for each in format_named(format_).exporters if each.of == "curriculum")
    return exporter.write(examined.case)


def own_values(document: dict[str, Any]) -> list[tuple[Any, ...]]:
    keys = ("id", "text", "bloom", "domain", "interprofessional")
    return [tuple(each.get(key) for key in keys) for each in document["outcomes"]]


def parts(document: dict[str, Any]) -> list[Any]:
    modules = [(module["id"], module.get("title")) for module in document.get("modules", ())]
    activities = [
        (each["id"], each.get("title"), each.get("hours"))
        for module in document.get("modules", ())
        for each in module.get("activities", ())
    ]
    keys = ("id", "title", "purpose", "method", "weight")
    assessments = [tuple(each.get(key) for key in keys) for each in document.get("assessments", ())]
    return [modules, activities, assessments, taught(document), assessed(document)]


@law
@given(curricula())
def test_a_workbook_comes_back_with_everything_but_the_losses(curriculum):
    written = exported(curriculum, "xlsx")
    found = imported(written.data)
    assert own_values(only(found)) == own_values(curriculum)
    assert aligns(only(found)) == aligns(curriculum)
    assert parts(only(found)) == parts(curriculum)
    assert only(found)["title"] == curriculum["title"]
    assert found.losses == ()
    whys = {
        f"{each['id']} on {link['to']}" for each in curriculum["outcomes"] for link in each["aligns"] if "why" in link
    }
    # Every loss and no other: the id is that of the file, and no cell has room for a reason.
    assert sorted(loss.what for loss in written.losses) == sorted(["id", *(f"{each}: why" for each in whys)])
    assert exported(curriculum, "xlsx").data == written.data


@law
@given(curricula())
def test_a_long_table_comes_back_with_everything_but_the_losses(curriculum):
    written = exported(curriculum, "csv")
    found = imported(written.data, "small.csv", format_="csv")
    assert own_values(only(found)) == own_values(curriculum)
    assert [each.get("aligns", []) for each in only(found)["outcomes"]] == [
        [link if len(link) > 1 else link["to"] for link in each["aligns"]] for each in curriculum["outcomes"]
    ]
    assert found.losses == ()
    lost = {"id", "title", *(key for key in ("modules", "assessments") if curriculum[key])}
    assert {loss.what for loss in written.losses} == lost


@law
@given(curricula())
@pytest.mark.parametrize("format_", ["xlsx", "csv"])
def test_what_comes_back_changes_nothing_where_it_came_from(format_, curriculum):
    text = document_text(curriculum)
    (case,) = (each.case for each in examine(Memory({"c.yaml": text}), ["c.yaml"]).curricula)
    importer = format_named(format_).importer
    assert importer is not None
    found = importer.read(f"f.{format_}", exported(curriculum, format_).data, Surroundings(library(), into=case))
    data = {key: value for key, value in only(found).items() if key not in ("alignkit", "id", "title", "kind")}
    # What no outcome aligns with need not be declared; where one does, the table declares it.
    data.pop("frameworks", None)
    done = merge(text, "c.yaml", data)
    assert (done.text, done.added, done.changed) == (text, (), ())


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("format_", ["xlsx", "csv"])
def test_hostile_texts_are_texts_and_come_back_or_are_named(format_, text):
    told = text.encode("utf-8", "replace").decode().replace("\x00", "")
    if not told.split():
        return
    links = [{"to": "ipec-2023:VE1", "depth": "master"}]
    outcomes = [{"id": "LO1", "text": told}, {"id": "LO2", "text": "Lead", "aligns": links}]
    curriculum = {"alignkit": "curriculum/1", "id": "c", "title": told, "outcomes": outcomes}
    written = exported(curriculum, format_)
    back = only(imported(written.data, f"c.{format_}", format_=format_))["outcomes"][0]["text"]
    if format_ == "xlsx" and any(loss.what.startswith("characters or length") for loss in written.losses):
        assert back != told
    else:
        assert back.split() == told.split()


def test_no_cell_of_an_export_is_a_formula():
    curriculum = {
        "alignkit": "curriculum/1",
        "id": "c",
        "title": "=1+1",
        "outcomes": [{"id": "=LO1", "text": '=HYPERLINK("http://example.org")', "aligns": ["ipec-2023:VE1"]}],
        "modules": [
            {
                "id": "@M",
                "title": "+1",
                "activities": [{"id": "-A", "title": "=cmd|' /C calc'!A0", "outcomes": ["=LO1"]}],
            }
        ],
    }
    book = load_workbook(BytesIO(exported(curriculum, "xlsx").data))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)
    lines = exported(curriculum, "csv").data.decode("utf-8-sig").splitlines()
    assert not [line for line in lines for cell in line.split('","') if cell.strip('"')[:1] in ("=", "+", "-", "@")]
