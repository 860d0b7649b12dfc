"""Inputs: bytes that were changed, texts of signs that mean something, documents with the wrong value everywhere."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import yaml
from hypothesis import strategies as st
from tests.hostile import HOSTILE

from alignkit.model.documents import KINDS
from alignkit.model.schema import schema_of

# Signs and pieces that mean something to one of the formats that are read.
PIECES = [
    *(b"\n", b"\r", b"\t", b" ", b"\0", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80"),
    *(b'"', b"'", b"#", b":", b": ", b"- ", b"[", b"]", b"{", b"}", b"&a ", b"*a", b"!!str ", b"|", b">-\n", b"---\n"),
    *(b"\\", b"\\u0000", b"\\ud800", b"\\x", b"%", b"@", b"`", b"<<: ", b"~", b"null", b"NO", b"3.10", b"1e999", b"?"),
    *(b"<", b">", b"</", b"/>", b"<!DOCTYPE a [", b"<!ENTITY a 'b'>", b"&a;", b"&#0;", b"&lt;", b"<![CDATA[", b"]]>"),
    *(b",", b";", b"|", b"=1+1", b"@id", b"_:x", b"<urn:x>", b" . ", b"^^", b"-1", b"9" * 400, b"1.5", b"NaN", b"true"),
    *(b"alignkit: curriculum/1\n", b"# alignkit: ignore[C101@LO1] why", b"# alignkit: ignore[", b"outcomes:", b"id: "),
    b"\xe2\x80\xa8",
]  # fmt: skip
_MOST_CUT = 60


@st.composite
def changed(draw: st.DrawFn, originals: Sequence[bytes]) -> bytes:
    """Return one of the originals after one to six changes of its bytes."""
    data = bytearray(draw(st.sampled_from(list(originals))))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        until = draw(st.integers(at, min(at + _MOST_CUT, len(data))))
        what = draw(st.sampled_from(["piece", "flip", "cut", "twice", "end", "bytes"]))
        if what == "piece":
            data[at:until] = draw(st.sampled_from(PIECES))
        elif what == "flip" and at < len(data):
            data[at] ^= 1 << draw(st.integers(0, 7))
        elif what == "cut":
            del data[at:until]
        elif what == "twice":
            data[at:at] = data[at:until] * draw(st.integers(1, 20))
        elif what == "end":
            del data[at:]
        else:
            data[at:until] = draw(st.binary(max_size=12))
    return bytes(data)


@st.composite
def changed_archives(draw: st.DrawFn, originals: Sequence[bytes]) -> bytes:
    """Return an archive with one of its parts changed, left out or there twice, or with its own bytes changed."""
    data = draw(st.sampled_from(list(originals)))
    if draw(st.integers(0, 3)) == 0:
        return draw(changed([data]))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    at = draw(st.integers(0, len(parts) - 1))
    name, content = parts[at]
    what = draw(st.sampled_from(["change", "change", "change", "remove", "empty", "rename", "swap"]))
    if what == "remove":
        del parts[at]
    elif what == "rename":
        parts[at] = (draw(st.sampled_from(["../x", "/etc/x", "xl/none.xml", f"{name}.bin"])), content)
    else:
        other = parts[draw(st.integers(0, len(parts) - 1))][1]
        parts[at] = (name, {"change": draw(changed([content])), "swap": other}.get(what, b""))
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, text in parts:
            archive.writestr(each, text)
    return out.getvalue()


texts = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=40).map(lambda pieces: b"".join(pieces).decode("utf-8", "replace")),
    st.sampled_from([text[:300] for text in HOSTILE.values()]),
)
WRONG: list[Any] = [
    None, True, False, 0, -1, 1.5, 10**30, float("inf"), "", " ", "x", "LO1", "ipec-2023:TT5", "2023-02-30", "NO",
    [], {}, [[]], [None], [{}], {"": ""}, {"id": "LO1"}, {"to": "ipec-2023:TT5"}, ["LO1", ["LO1"]], [[["x"]]],
    {"id": {"id": ["x"]}},
]  # fmt: skip
_wrong = st.one_of(st.sampled_from(WRONG), texts)


def documents(kind: str) -> st.SearchStrategy[bytes]:
    """Return the strategy of documents of a kind: its own keys at every level, with values of any kind behind them."""
    schema = schema_of(kind)
    values = _record(schema, schema["$defs"], 0)
    return values.map(lambda value: yaml.safe_dump({"alignkit": kind, **value}, sort_keys=False).encode())


def _record(schema: dict[str, Any], parts: dict[str, Any], depth: int) -> st.SearchStrategy[dict[str, Any]]:
    keys = {key: _value(each, parts, depth) for key, each in schema["properties"].items() if key != "alignkit"}
    needed = {key: each for key, each in keys.items() if key in schema.get("required", ())}
    return st.fixed_dictionaries(needed, optional={key: each for key, each in keys.items() if key not in needed})


def _value(schema: dict[str, Any], parts: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
    """Return values of which most are what the schema says and some are not."""
    most = 4
    fitting = _fitting(schema, parts, depth) if depth < most else st.none()
    return st.integers(0, 9).flatmap(lambda chance: _wrong if chance == 0 else fitting)


def _fitting(schema: dict[str, Any], parts: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
    if "$ref" in schema:
        return st.deferred(lambda: _record(parts[schema["$ref"].rpartition("/")[2]], parts, depth + 1))
    if "anyOf" in schema:
        return st.one_of([_fitting(each, parts, depth) for each in schema["anyOf"]])
    if "items" in schema:
        return st.lists(_value(schema["items"], parts, depth + 1), max_size=3)
    if isinstance(schema.get("additionalProperties"), dict):
        return st.dictionaries(texts, _value(schema["additionalProperties"], parts, depth + 1), max_size=3)
    return _record(schema, parts, depth + 1) if "properties" in schema else _scalars(schema)


def _scalars(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    if words := schema.get("enum") or [each for each in (schema.get("const"),) if each]:
        return st.sampled_from(words)
    kinds = schema.get("type", ["string"])
    if "number" in kinds or "integer" in kinds:
        return st.one_of(st.integers(0, 100), st.floats(0, 100), st.sampled_from(WRONG))
    return st.sampled_from(
        ["LO1", "LO2", "M1", "A1", "x", "ipec-2023", "ipec-2023:TT5", "en", "2023-10-16", "nursing", "all"]
    )


KIND_NAMES = sorted(KINDS)
