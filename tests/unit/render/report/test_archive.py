"""Zip files that do not tell when they were packed."""

from io import BytesIO
from zipfile import ZipFile

from alignkit.render.report.archive import packed, unpacked

PARTS = {"b.xml": b"b", "a/c.xml": b"c" * 1_000, "[Content_Types].xml": b"types"}


def test_the_same_parts_give_the_same_bytes_in_whatever_order():
    assert packed(PARTS) == packed(dict(reversed(PARTS.items())))
    assert unpacked(packed(PARTS)) == PARTS


def test_types_come_first_and_no_entry_tells_a_time_or_a_system():
    with ZipFile(BytesIO(packed(PARTS))) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "a/c.xml", "b.xml"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {0}
        assert archive.testzip() is None
