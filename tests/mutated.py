"""Real documents that somebody damaged: a value of another kind, something left out, said twice or cut off."""

import copy
import json
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from tests.hostile import HOSTILE

from alignkit.errors import NotImported
from alignkit.exchange.formats import Imported
from alignkit.exchange.plain import record_of

STRANGE: list[Any] = [
    None, True, 0, -1, 1.5, 10**30, "", "x", [], {}, [[]], [None], {"$ref": "#/CFItems/0"}, {"alignkit": []},
    {"identifier": 3}, "http://169.254.169.254/", *HOSTILE.values(),
]  # fmt: skip
_DEEP: Any = "end"
for _ in range(60):
    _DEEP = {"a": [_DEEP]}
STRANGE.append(_DEEP)


def _spots(value: Any) -> list[tuple[Any, Any]]:
    """Return every container with each of its keys."""
    found, waiting = [], [value]
    while waiting:
        here = waiting.pop()
        keys = list(here) if isinstance(here, dict) else range(len(here)) if isinstance(here, list) else ()
        found += [(here, key) for key in keys]
        waiting += [here[key] for key in keys]
    return found


@st.composite
def damaged(draw: st.DrawFn, original: Any) -> bytes:
    """Return the document's bytes after one to five kinds of damage."""
    document = copy.deepcopy(original)
    for _ in range(draw(st.integers(1, 4))):
        spots = _spots(document)
        if not spots:
            break
        here, key = draw(st.sampled_from(spots))
        what = draw(st.sampled_from(["replace", "remove", "twice", "elsewhere"]))
        if what == "replace":
            here[key] = copy.deepcopy(draw(st.sampled_from(STRANGE)))
        elif what == "remove":
            del here[key]
        elif what == "twice" and isinstance(here, list):
            here.append(copy.deepcopy(here[key]))
        else:
            other, at = draw(st.sampled_from(spots))
            here[key] = (
                copy.deepcopy(other[at]) if at in (other if isinstance(other, dict) else range(len(other))) else 7
            )
    data = json.dumps(document).encode()
    if draw(st.integers(0, 9)) == 0:
        cut = draw(st.integers(0, len(data)))
        data = data[:cut] + draw(st.sampled_from([b"", b"\xff", b"\x00", b"}", b'"'])) + data[cut + 1 :]
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + data


def holds(read: Callable[[str, bytes], Imported], data: bytes) -> None:
    """Fail unless the document is refused with its place, or read into documents that our own reader understands."""
    try:
        found = read("damaged.json", data)
    except NotImported as error:
        _is_helpful(error)
    else:
        _is_readable(found)


def _is_helpful(error: NotImported) -> None:
    assert error.where.startswith("damaged.json")
    assert error.hint


def _is_readable(found: Imported) -> None:
    assert found.documents
    for name, document in found.documents.items():
        record, problems = record_of(document, name)
        assert record is not None
        assert {problem.kind for problem in problems} <= {"missing-key"}
        assert name == f"{document['id']}.yaml"
