"""Bombs and traps, built here for real: each is refused in words, soon, and with little memory."""

import resource
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pytest

from alignkit.errors import NotImported
from alignkit.exchange.archive import open_zip, xml_parts
from alignkit.exchange.limits import LIMITS, Limits
from alignkit.exchange.text_input import decode
from alignkit.exchange.xml_input import parse_xml

MILLION = 1_000_000
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BILLION_LAUGHS = f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "ha">{LAUGHS}]><l>&l9;</l>'.encode()
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><l>&x;</l>'
DTD_ELSEWHERE = b'<?xml version="1.0"?><!DOCTYPE l SYSTEM "http://example.org/l.dtd"><l/>'


@contextmanager
def refused(said: str) -> Iterator[None]:
    """Hold that what is done here is refused, within three seconds of work and 300 megabytes."""
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    with pytest.raises(NotImported, match=said):
        yield
    assert time.process_time() - start < 3
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000


def archive(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return out.getvalue()


def long_zeros() -> bytes:
    """Return a zip of some 200 kilobytes that unpacks to 200 megabytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file, file.open("xl/worksheets/sheet1.xml", "w") as member:
        for _ in range(200):
            member.write(bytes(MILLION))
    return out.getvalue()


def overlapping() -> bytes:
    """Return a zip whose directory names one compressed member 150 times, each as one megabyte (as Fifield's bomb)."""
    data = archive({"a": bytes(MILLION)})
    with zipfile.ZipFile(BytesIO(data)) as file:
        (member,) = file.infolist()
    out = BytesIO()
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[start:end]
    entries = b"".join(entry[:46] + f"{n:01d}"[-1:].encode() + entry[47:] for n in range(150))
    out.write(data[:start] + entries)
    tail = bytearray(data[end:])
    tail[8:10] = tail[10:12] = (150).to_bytes(2, "little")
    tail[12:16] = len(entries).to_bytes(4, "little")
    out.write(tail)
    assert member.file_size == MILLION
    return out.getvalue()


def protected() -> bytes:
    data = bytearray(archive({"a": b"x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


ARCHIVES = {
    "zeros": (long_zeros, "unpacked it is 200,000,000 bytes"),
    "one member, many names": (overlapping, "unpacked it is"),
    "50 megabytes of zeros": (lambda: archive({"a": bytes(50 * MILLION)}), "times as long"),
    "too many members": (lambda: archive({f"m{n}": b"" for n in range(LIMITS.members + 1)}), "it holds 2,001 files"),
    "a way up": (lambda: archive({"../../evil.xml": b""}), "names a file outside itself"),
    "a path from the root": (lambda: archive({"/etc/evil": b""}), "names a file outside itself"),
    "a path of Windows": (lambda: archive({"C:\\evil": b""}), "names a file outside itself"),
    "a password": (protected, "protected by a password"),
    "packed so that it asks for gigabytes": (
        lambda: archive({"a": b"x"}, zipfile.ZIP_LZMA),
        'packs "a" in another way',
    ),
    "no archive": (lambda: b"PK\x03\x04 nonsense", "damaged, or no zip archive"),
    "nothing": (lambda: b"", "damaged, or no zip archive"),
}


@pytest.mark.parametrize(("build", "said"), ARCHIVES.values(), ids=ARCHIVES.keys())
def test_an_archive_is_measured_before_it_is_opened(build, said):
    bomb = build()
    with refused(said):
        open_zip(bomb, "bomb.xlsx")


def test_two_members_of_one_name_are_refused():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("a.xml", "one")
        with pytest.warns(UserWarning, match="Duplicate"):
            file.writestr("a.xml", "two")
    with refused("two files of the name"):
        open_zip(out.getvalue(), "f")


def test_a_harmless_archive_is_opened():
    found = open_zip(archive({"a/b.xml": b"<a/>", "c.png": b"\0"}), "f")
    assert xml_parts(found, "f") == {"a/b.xml": b"<a/>"}


@pytest.mark.parametrize("bomb", [BILLION_LAUGHS, OUTSIDE, DTD_ELSEWHERE], ids=["laughs", "outside", "elsewhere"])
def test_document_types_and_entities_are_refused(bomb):
    with refused("document type or entities"):
        parse_xml(bomb, "f.xml")
    with refused("document type or entities"):
        xml_parts(open_zip(archive({"a.xml": bomb}), "f"), "f")


def test_a_document_type_in_another_encoding_is_refused_as_well():
    text = BILLION_LAUGHS.decode().replace('version="1.0"', 'version="1.0" encoding="utf-16"').encode("utf-16")
    with refused("document type or entities"):
        parse_xml(text, "f.xml")
    with refused("not in UTF-8"):
        xml_parts(open_zip(archive({"a.xml": text}), "f"), "f")


@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.bin", "sheet", "a.png"])
def test_a_part_is_xml_by_how_it_begins_and_not_by_its_name(name):
    with refused("document type or entities"):
        xml_parts(open_zip(archive({name: b"\n" + BILLION_LAUGHS}), "f"), "f")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_with_and_without_its_mark_is_refused(encoding):
    with refused("not in UTF-8"):
        xml_parts(open_zip(archive({"a.bin": "<a/>".encode(encoding)}), "f"), "f")


@pytest.mark.parametrize("encoding", ["cp037", "UTF-7", "iso-8859-1", "no-such"])
def test_a_part_that_says_another_encoding_is_refused(encoding):
    with refused("not in UTF-8"):
        xml_parts(open_zip(archive({"a.xml": f"<?xml version='1.0' encoding='{encoding}'?><a/>".encode()}), "f"), "f")


def test_a_member_whose_packed_bytes_are_damaged_is_refused():
    data = bytearray(archive({"a.xml": b"<a/>" * 1000}))
    data[40:60] = b"\xff" * 20
    with refused("its part a.xml is damaged"):
        xml_parts(open_zip(bytes(data), "f"), "f")


def test_a_directory_that_lies_about_sizes_yields_no_more_than_it_says():
    data = bytearray(archive({"a.xml": b"<a>" + b" " * 50_000 + b"</a>"}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    with refused("its part a.xml is damaged"):
        xml_parts(open_zip(bytes(data), "f"), "f")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<a>" * 200 + b"</a>" * 200, "more than 100 levels"),
        (b"<a><b></a>", "no well-formed XML"),
        (b"", "no well-formed XML"),
        (b"<a>&nbsp;</a>", "no well-formed XML"),
        (b'<?xml version="1.0" encoding="no-such"?><a/>', "no well-formed XML"),
    ],
)
def test_what_is_no_good_xml_is_refused(data, said):
    with refused(said):
        parse_xml(data, "f.xml")


def test_a_million_elements_are_refused_before_one_is_made():
    with refused("more than 1,000,000 elements"):
        parse_xml(b"<a>" + b"<b/>" * 4_000_000 + b"</a>", "f.xml")


def test_xml_with_too_many_elements_is_refused():
    with refused("more than 50 elements"):
        parse_xml(b"<a>" + b"<b/>" * 60 + b"</a>", "f.xml", Limits(elements=50))


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("Zażółć".encode(), "Zażółć", ""),
        ("Zażółć".encode("utf-8-sig"), "Zażółć", ""),
        ("Zażółć".encode("utf-16"), "Zażółć", "UTF-16"),
        ("Prüfung – “so”".encode("cp1252"), "Prüfung – “so”", "Windows-1252"),  # noqa: RUF001
        (b"", "", ""),
    ],
)
def test_the_encoding_of_a_text_is_recognised_and_said(data, text, encoding):
    decoded = decode(data, "f.csv")
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize("data", [b"a\0b", b"\x81\x8d", b"\xff\xfea"], ids=["zero", "undefined", "half a sign"])
def test_what_is_no_text_is_refused(data):
    with refused("it is not text"):
        decode(data, "f.csv")


def test_a_long_file_is_refused_before_anything_else():
    long = bytes(LIMITS.bytes + 1)
    for read in (open_zip, parse_xml, decode):
        with refused("longer than 20,000,000 bytes"):
            read(long, "f")
