"""A report on paper."""

from msgspec.structs import replace
from tests.render.report.sample import cell, document, table

from alignkit.render.report.blocks import Column, Picture, Row, Run, Section, Table, walk
from alignkit.render.report.language import language
from alignkit.render.report.pages import PICTURE_TABLES, anchors, chapters, compact, footer, room, widths

ENGLISH = language("en")


def of_width(*units: int, figures: bool = False) -> Table:
    """Return a table with columns so wide beside one another, and one row."""
    columns = tuple(Column(f"C{number}", width, figures) for number, width in enumerate(units))
    row = Row(tuple(cell(f"{number}") for number in range(len(units))), anchor="row")
    return Table("wide", "Wide", columns, (row,))


def laid(*tables: Table) -> list[tuple[bool, list[Table]]]:
    parts = chapters(replace(document(), sections=(Section("only", "Only", tables),)), ENGLISH)
    return [
        (part.sideways, [block for block, _ in walk(part.section.blocks) if isinstance(block, Table)]) for part in parts
    ]


def test_a_chapter_lies_on_its_side_where_a_column_would_be_too_narrow_or_there_are_many_with_words():
    # 170 mm: 1 of 14 units is 12.1 mm, less than 13; 1 of 13 is 13.08.
    assert laid(of_width(13, 1))[0][0]
    assert not laid(of_width(12, 1))[0][0]
    assert laid(of_width(*[1] * 7))[0][0]
    assert not laid(of_width(*[1] * 7, figures=True))[0][0]


def test_a_table_that_does_not_fit_even_so_comes_in_parts_with_its_first_column_in_each():
    # 257 mm: 1 of 28 units is 9.2 mm, enough; 1 of 29 is 8.9 mm. 5 + 25 columns are split into halves of 12 and 13.
    ((sideways, (first, second)),) = laid(of_width(5, *[1] * 25))
    assert sideways
    assert [first.id, second.id] == ["wide", "wide-part-2"]
    assert [first.caption, second.caption] == ["Wide, part 1 of 2", "Wide, part 2 of 2"]
    assert [column.title for column in first.columns] == [f"C{number}" for number in range(13)]
    assert [column.title for column in second.columns] == ["C0", *(f"C{number}" for number in range(13, 26))]
    assert [each.text for each in second.rows[0].cells] == ["0", *map(str, range(13, 26))]
    assert [first.rows[0].anchor, second.rows[0].anchor] == ["row", ""]


def test_columns_that_no_page_is_wide_enough_for_come_one_at_a_time():
    ((_, parts),) = laid(of_width(100, 1, 1, 1))
    assert [len(part.columns) for part in parts] == [2, 2, 2]


def test_tables_behind_pictures_stand_at_the_end_unless_they_stand_elsewhere():
    parts = chapters(document(), ENGLISH)
    assert [part.section.id for part in parts] == ["summary", "coverage"]
    picture = Picture("only", "Only", "alt", "<svg/>", replace(table(), id="behind"))
    parts = chapters(replace(document(), sections=(Section("a", "A", (picture, picture)),)), ENGLISH)
    assert [part.section.id for part in parts] == ["a", PICTURE_TABLES]
    assert [block.id for block in parts[1].section.blocks if isinstance(block, Table)] == ["behind"]


def test_a_link_can_lead_to_sections_tables_pictures_and_rows():
    places = list(anchors(chapters(document(), ENGLISH)))
    assert places[:4] == ["summary", "ladder", "coverage", "frameworks"]
    assert {"items", "item-VE1", "item-VE2", "none", "outcome-LO1"} <= set(places)


def test_the_fingerprint_stands_under_each_page_once():
    given = replace(document(), fingerprint="0123456789abcdef0123")
    assert "".join(run.text for run in footer(given)) == "alignkit 0.1.0 \u00b7 0123456789abcdef"
    told = replace(given, footer=(Run("report 0123456789abcdef"),))
    assert footer(told) == told.footer


def test_short_lines_stand_on_one_and_long_ones_stay():
    short = ((Run("75 hours"),), (Run("3 ECTS"),))
    assert "".join(run.text for (line,) in [compact(short)] for run in line) == "75 hours; 3 ECTS"
    long = ((Run("a" * 80),), (Run("b" * 5),))
    assert compact(long) == long
    assert compact(()) == ((),)


def test_columns_share_the_room():
    assert widths((Column("a", 3), Column("b", 1)), 100) == (75, 25)
    assert (room(sideways=False), room(sideways=True)) == (170, 257)
