"""Frameworks and crosswalks made up for tests: from plain data, or by hypothesis in every shape a file may have."""

from typing import Any, cast

from hypothesis import strategies as st
from tests.hostile import HOSTILE

from alignkit.exchange.plain import plain, record_of
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library
from alignkit.model import vocabulary as words
from alignkit.model.crosswalk import Crosswalk
from alignkit.model.framework import Framework


def framework(**given: Any) -> Framework:
    """Return the framework `made-2023` with two items, or what is given instead."""
    document = {
        "alignkit": "framework/1",
        "id": "made-2023",
        "title": "Made up",
        "kind": "regulator",
        "publisher": {"name": "Nobody"},
        "items": [{"code": "A", "title": "Care", "items": [{"code": "A1", "text": "Listen"}]}],
        **given,
    }
    return cast("Framework", _record(document))


def crosswalk(**given: Any) -> Crosswalk:
    """Return a crosswalk of one mapping, or what is given instead."""
    mappings = [{"from": "A1", "to": "B1", "relation": "close"}]
    head = {"id": "one--two", "from": "one", "to": "two", "method": "expert", "mappings": mappings}
    return cast("Crosswalk", _record({"alignkit": "crosswalk/1", **head, **given}))


def index(of: Framework) -> FrameworkIndex:
    """Return the framework with its tree looked up."""
    return FrameworkIndex(of)


def said(document: dict[str, Any]) -> dict[str, Any]:
    """Return what a document of ours says, once it is read; it must have no problem."""
    return plain(_record(document))


def _record(document: dict[str, Any]) -> Any:
    record, problems = record_of(document, f"{document['id']}.yaml")
    assert problems == ()
    return record


LIBRARY = Library()

_signs = st.characters(exclude_categories=["Cs"])
texts = st.one_of(
    st.sampled_from([text for name, text in HOSTILE.items() if name != "half a character"]),
    st.text(_signs, max_size=12),
)
some_texts = texts.filter(bool)
codes = st.one_of(
    st.text(st.sampled_from("AB12.-)<&'"), min_size=1, max_size=5),
    st.text(_signs, min_size=1, max_size=4).filter(str.isprintable),
).filter(lambda code: not set(code) & set(" :,[]{}#") and not any(sign.isspace() for sign in code))
ids = st.from_regex(words.ID.matches, fullmatch=True).filter(str.isascii)
levels = st.sampled_from(["domain", "competency", "statement", "note"])
languages = st.sampled_from(["en", "nl", "de-CH", "zh-Hant"])
moments = st.sampled_from(["2024", "2024-02", "2024-02-30", "2024-05-06T01:02:03Z", "2024-05-06T01:02:03.5+02:00"])
uuids = st.uuids().map(str)
identifiers = st.one_of(uuids, uuids.map("https://server/ims/case/v1p1/CFItems/{}".format))


def _without_nothing(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value not in ("", None, [], {})}


def _tree(draw: st.DrawFn, names: list[str], named: list[list[str]], depth: int = 0) -> list[dict[str, Any]]:
    """Return items that take their codes from the names, which are used up.

    `named` are the names of levels: no item says that it is of the usual level of its depth, which goes without saying.
    """
    items = []
    usual = named[depth][0] if depth < len(named) else ""
    for _ in range(draw(st.integers(0 if depth else 1, 3))):
        if not names or depth > 4:
            break
        level = draw(st.one_of(st.just(""), levels).filter(lambda level: not level or level != usual))
        own = {"code": names.pop(), "title": draw(texts), "text": draw(texts), "level": level}
        more = {"source": draw(st.sampled_from(["", "s1"])), "identifier": draw(st.one_of(st.just(""), identifiers))}
        verified = {} if draw(st.booleans()) else {"verified": False}
        items.append(_without_nothing({**own, **verified, **more, "items": _tree(draw, names, named, depth + 1)}))
    return items


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """Return a framework of any shape: hostile texts, levels of all sorts, identifiers of its own or none."""
    names = draw(st.lists(codes, min_size=1, max_size=8, unique=True))
    known = list(names)
    named = draw(st.lists(st.lists(levels, min_size=1, max_size=2, unique=True), max_size=3))
    source = st.fixed_dictionaries(
        {"citation": some_texts},
        optional={
            "url": texts,
            "licence": st.one_of(st.just("not stated"), texts),
            "text": st.sampled_from(words.TEXT_RIGHTS.words),
        },
    )
    associations = st.lists(
        st.builds(
            lambda one, type_, other, note, identifier: _without_nothing(
                {"from": one, "type": type_, "to": other, "note": note, "identifier": identifier}
            ),
            st.one_of(st.sampled_from(known), uuids),
            st.sampled_from(["precedes", "isChildOf", "exactMatchOf", "ext:own", "skos:exactMatch", "made up"]),
            st.one_of(st.sampled_from(known), uuids, st.just("https://example.org/a"), st.just("urn:made:up")),
            texts,
            st.one_of(st.just(""), uuids),
        ),
        max_size=3,
    )
    document = {
        "id": draw(ids),
        "title": draw(some_texts),
        "short": draw(texts),
        "edition": draw(st.one_of(texts, moments)),
        "status": draw(st.sampled_from(words.FRAMEWORK_STATUS.words)),
        "supersedes": draw(st.one_of(st.just(""), ids)),
        "kind": draw(st.sampled_from(words.FRAMEWORK_KINDS.words)),
        "publisher": {"name": draw(some_texts), "short": draw(texts), "country": draw(st.sampled_from(["NO", "INT"]))},
        "jurisdictions": draw(st.lists(st.sampled_from(["NO", "IE", "EU"]), max_size=2)),
        "professions": draw(st.lists(st.sampled_from(["all", "nursing", "x-own"]), max_size=2)),
        "language": draw(languages),
        "source": draw(st.one_of(st.just({}), source)),
        "completeness": draw(st.sampled_from(words.COMPLETENESS.words)),
        "codes": draw(st.sampled_from(words.CODE_ORIGINS.words)),
        "levels": named,
        "counts": draw(st.dictionaries(levels, st.integers(0, 999), max_size=2)),
        "sources": draw(st.sampled_from([[], [{"id": "s1", "title": "Seen"}]])),
        "notes": draw(st.lists(some_texts, max_size=2)),
        "identifier": draw(st.one_of(st.just(""), identifiers)),
        "changed": draw(st.one_of(st.just(""), moments)),
        "items": _tree(draw, names, named),
        "associations": draw(associations),
    }
    return framework(**_without_nothing(document))


@st.composite
def crosswalks(draw: st.DrawFn) -> Crosswalk:
    """Return a crosswalk of any shape."""
    mapping = st.fixed_dictionaries(
        {"from": codes, "to": codes, "relation": st.sampled_from(words.RELATIONS.words)}, optional={"note": some_texts}
    )
    document = {
        "id": draw(ids),
        "from": draw(ids),
        "to": draw(ids),
        "title": draw(texts),
        "method": draw(st.sampled_from(words.CROSSWALK_METHODS.words)),
        "status": draw(st.sampled_from(words.CROSSWALK_STATUS.words)),
        "date": draw(st.sampled_from(["", "2024", "2024-02", "2024-02-29"])),
        "citation": draw(texts),
        "notes": draw(st.lists(some_texts, max_size=2)),
        "mappings": draw(st.lists(mapping, max_size=4)),
    }
    return crosswalk(**_without_nothing({**document, "mappings": None}), mappings=document["mappings"])
