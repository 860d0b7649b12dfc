"""Bombs and traps, built here for real: each is refused in words, soon, and with little memory."""

import json
import resource
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignkit.errors import NotImported
from alignkit.exchange.safety import LIMITS, Limits, decode, open_zip, parse_json, parse_xml, without_document_types

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
    assert without_document_types(found, "f") == {"a/b.xml": b"<a/>"}


@pytest.mark.parametrize("bomb", [BILLION_LAUGHS, OUTSIDE, DTD_ELSEWHERE], ids=["laughs", "outside", "elsewhere"])
def test_document_types_and_entities_are_refused(bomb):
    with refused("document type or entities"):
        parse_xml(bomb, "f.xml")
    with refused("document type or entities"):
        without_document_types(open_zip(archive({"a.xml": bomb}), "f"), "f")


def test_a_document_type_in_another_encoding_is_refused_as_well():
    text = BILLION_LAUGHS.decode().replace('version="1.0"', 'version="1.0" encoding="utf-16"').encode("utf-16")
    with refused("document type or entities"):
        parse_xml(text, "f.xml")
    with refused("not in UTF-8"):
        without_document_types(open_zip(archive({"a.xml": text}), "f"), "f")


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


def test_xml_with_too_many_elements_is_refused():
    with refused("more than 50 elements"):
        parse_xml(b"<a>" + b"<b/>" * 60 + b"</a>", "f.xml", Limits(values=50))


JSONS = {
    "deep": (b"[" * 5_000 + b"]" * 5_000, "nested deeper than 100 levels"),
    "deep and open": (b'{"a":' * 100_000, "nested deeper than 100 levels"),
    "many": (b"[" + b"1," * 2_500_000 + b"1]", "more than 1,000,000 values"),
    "a long number": (b"[" + b"9" * 5_000 + b"]", "a number of more than 100 digits"),
    "a key twice": (b'{"a": 1, "b": {"c": 1, "c": 2}}', 'the key "c" comes twice'),
    "no number": (b'{"a": NaN}', "NaN is no number"),
    "no JSON": (b'{"a": }', "it is no JSON"),
    "an open text": (b'{"a": "' + b"x" * 1000, "it is no JSON"),
    "nothing": (b"", "it is no JSON"),
}


@pytest.mark.parametrize(("data", "said"), JSONS.values(), ids=JSONS.keys())
def test_hostile_json_is_refused(data, said):
    with refused(said):
        parse_json(data, "f.json")


def test_brackets_within_texts_are_no_depth():
    value = {"a": "[" * 500 + '\\"{' + "\\" * 7}
    assert parse_json(json.dumps(value).encode(), "f.json") == value


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(), lambda b: st.lists(b, max_size=4)
    )
)
def test_json_is_read_as_everybody_reads_it(value):
    assert parse_json(json.dumps(value).encode(), "f.json") == value


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
    for read in (open_zip, parse_xml, parse_json, decode):
        with refused("longer than 20,000,000 bytes"):
            read(long, "f")
