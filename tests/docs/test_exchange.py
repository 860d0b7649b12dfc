"""What docs/exchange.md says of formats, limits and mapping files is what the code does."""

import re
from pathlib import Path

import pytest
from tests.books import mapping_of

from alignkit.exchange.formats import MODULES, format_named
from alignkit.exchange.limits import LIMITS
from alignkit.exchange.sheets.depths import Mark, meaning_of

PAGE = (Path(__file__).parents[2] / "docs" / "exchange.md").read_text(encoding="utf-8")


def test_every_format_is_in_the_table_with_what_it_can_do():
    rows = dict(re.findall(r"^\| `([a-z][\w-]*)` \| (.*)$", PAGE, re.MULTILINE))
    assert rows.keys() == MODULES.keys()
    for name, row in rows.items():
        read, written, _ = (cell.strip() for cell in row.split("|")[:3])
        known = format_named(name)
        assert (read != "–") == (known.importer is not None)  # noqa: RUF001
        assert (written != "–") == bool(known.exporters)  # noqa: RUF001
        assert all(exporter.of in written for exporter in known.exporters)


def test_what_needs_the_extra_says_so():
    rows = re.findall(r"^\| `([a-z][\w-]*)` \|.*\| (.*?) \|$", PAGE, re.MULTILINE)
    for name, needs in rows:
        known = format_named(name)
        extras = {exporter.needs[1] for exporter in known.exporters} - {""}
        extras |= {known.importer.needs[1]} - {""} if known.importer else set()
        assert all(f"`{extra}`" in needs for extra in extras)
        assert bool(extras) == ("extra" in needs)


@pytest.mark.parametrize("row", re.findall(r"^\| ([A-Z](?:/[A-Z])+) \| (.*) \|$", PAGE, re.MULTILINE))
def test_marks_mean_what_the_page_says(row):
    letters, cells = row[0].split("/"), [cell.strip() for cell in row[1].split("|")]
    meaning = meaning_of([Mark((letter,)) for letter in letters], {}, {})
    for step, cell in zip(("introduce", "reinforce", "master"), cells, strict=False):
        assert all(meaning.of[letter] == step for letter in re.findall(r"\b[A-Z]\b", cell))
    assert set(meaning.unclear) == set(re.findall(r"\b[A-Z]\b", cells[3]))


def test_the_mapping_file_of_the_page_is_read():
    (text,) = re.findall(r"```yaml\nalignkit: import-mapping/1\n(.*?)```", PAGE, re.DOTALL)
    mapping = mapping_of(text)
    assert (mapping.frameworks, mapping.letters["V"], mapping.sheets[1].body) == (("ipec-2023",), "reinforce", "C:AH")


def test_the_limits_are_those_of_the_code():
    last = " ".join(PAGE.rpartition("## ")[2].split())
    limits = (
        f"{LIMITS.bytes // 1_000_000} MB at most",
        f"{LIMITS.members:,} members",
        f"{LIMITS.expanded_bytes // 1_000_000} MB unpacked",
        f"{LIMITS.expansion} times its size",
        f"XML without document types and entities, at most {LIMITS.levels} levels and {LIMITS.elements:,} elements",
        f"JSON at most {LIMITS.depth} levels and {LIMITS.values:,} values",
        f"RDF at most {LIMITS.statements:,} statements",
        f"a spreadsheet at most {LIMITS.cells:,} filled cells",
        f"{LIMITS.rows:,} rows and {LIMITS.columns:,} columns",
    )
    assert [limit for limit in limits if limit not in last] == []
