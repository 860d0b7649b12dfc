"""Moodle's CSV -> a framework of ours, by the rules of Moodle's own importer; what Moodle would drop is named."""

import re
from collections.abc import Iterator
from typing import Any

from alignkit.errors import NotImported
from alignkit.exchange.formats import Imported
from alignkit.exchange.limits import LIMITS
from alignkit.exchange.lms.markup import plain_text
from alignkit.exchange.lms.moodle_rows import Row, own_ids, read_rows
from alignkit.exchange.losses import Loss
from alignkit.library.draft import tidy
from alignkit.model.vocabulary import CODE, ID
from alignkit.wording import count, shortened

# What a framework of ours has no place for, by what Moodle calls it.
_UNKNOWN = {
    "scale": "a scale",
    "scale_setup": "a scale's setting",
    "rule": "a rule",
    "rule_outcome": "a rule's outcome",
    "rule_setup": "a rule's setting",
}
_MOST = 100


def read_moodle(name: str, data: bytes) -> Imported:
    """Return the framework in a file; NotImported where no row says that it is one."""
    losses: list[Loss] = []
    rows = list(read_rows(name, data, losses))
    heads = [row for row in rows if row.is_framework not in ("", "0")]
    if not heads:
        cause = "no row has 1 under Is framework, so that Moodle would refuse it as well"
        raise NotImported(cause, where=name, hint="the columns count by position: docs/exchange.md lists them")
    head = heads[-1]
    losses += [Loss(row.where("id"), row.id or row.name, "the last framework of a file counts") for row in heads[:-1]]
    losses += _of_head(head)
    tree = _Tree([row for row in rows if row not in heads], head, losses)
    items = tree.below("", 0)
    losses += [*tree.unreached(), *own_ids(rows)]
    document = _document(head, items, tree.depth)
    sentence = f"{count(tree.taken, 'competency', 'competencies')} on {count(tree.depth, 'level')}."
    return Imported({f"{document['id']}.yaml": document}, (sentence, _TO_ADD), tuple(losses))


_TO_ADD = (
    "Moodle says nothing of the publisher, the kind and the source: add them. No source has confirmed the texts yet."
)


def _of_head(head: Row) -> Iterator[Loss]:
    """Yield what is said of the framework itself and has no place: scales, rules, markup, an id that is none."""
    for key, what in _UNKNOWN.items():
        if getattr(head, key):
            yield Loss(head.where(key), what, "a framework of ours has none")
    if _id(head) != head.id:
        yield Loss(head.where("id"), head.id, f"an id is small letters, digits and hyphens here: it is {_id(head)} now")
    if plain_text(head.description, head.format)[1]:
        yield Loss(head.where("description"), "markup", "a text of ours has none")


class _Tree:
    """The rows of a file as a tree, as Moodle puts them together."""

    def __init__(self, rows: list[Row], head: Row, losses: list[Loss]) -> None:
        self.losses = losses
        self.depth = self.taken = 0
        self._prefix = f"{head.id}:" if rows and all(row.id.startswith(f"{head.id}:") for row in rows) else ""
        self._rows: dict[str, Row] = {}
        self._codes: dict[str, str] = {}
        self._reached: set[int] = set()
        for row in rows:
            if not (row.id and row.name):
                self.losses.append(Loss(row.where("id"), row.name or row.id or "a row", "it has no id or no name"))
            elif row.id in self._rows:
                self.losses.append(Loss(self._rows[row.id].where("id"), row.id, "a later row has the same id"))
                self._rows[row.id] = row
            else:
                self._rows[row.id] = row
        self._below: dict[str, list[Row]] = {}
        for row in self._rows.values():
            self._below.setdefault(row.parent, []).append(row)

    def below(self, parent: str, depth: int) -> list[dict[str, Any]]:
        """Return the items below one, "" for the top, each with those below it."""
        items = []
        for row in self._below.get(parent, []):
            if row.number not in self._reached and depth < LIMITS.item_levels:
                self._reached.add(row.number)
                self.taken += 1
                self.depth = max(self.depth, depth + 1)
                item = self._item(row)
                below = self.below(row.id, depth + 1)
                items.append({**item, "items": below} if below else item)
        return items

    def unreached(self) -> list[Loss]:
        """Return the rows whose parent is nowhere, or below themselves."""
        lost = [row for row in self._rows.values() if row.number not in self._reached]
        round_ = f"its parents lead round in a circle, or are more than {LIMITS.item_levels}"
        return [
            Loss(
                row.where("parent"), row.id, round_ if row.parent in self._rows else f'no row has the id "{row.parent}"'
            )
            for row in lost
        ]

    def _item(self, row: Row) -> dict[str, Any]:
        text, markup = plain_text(row.description, row.format)
        if markup:
            self.losses.append(Loss(row.where("description"), "markup", "a text of ours has none"))
        self._lose_the_rest(row)
        # A name that only repeats the text, or its beginning, is no title.
        title = "" if row.name in (text, shortened(text, _MOST)) else row.name
        return {"code": self._code(row), **_given(title=title, text=text), "verified": False}

    def _code(self, row: Row) -> str:
        bare = row.id.removeprefix(self._prefix)
        code = bare if re.fullmatch(CODE.matches, bare) else tidy(bare) or f"row-{row.number}"
        while code in self._codes and self._codes[code] != row.id:
            code = f"{code}-{row.number}"
        self._codes[code] = row.id
        if code != bare:
            self.losses.append(
                Loss(row.where("id"), bare, f"a code holds no spaces, commas or colons: it is {code} now")
            )
        return code

    def _lose_the_rest(self, row: Row) -> None:
        for key, what in _UNKNOWN.items():
            if getattr(row, key):
                self.losses.append(Loss(row.where(key), what, "a framework of ours has none"))
        for other in filter(None, row.related.split(",")):
            what = f"that {row.id} is related to {other.replace('%2C', ',')}"
            self.losses.append(Loss(row.where("related"), what, "Moodle does not say how"))


def _given(**values: str) -> dict[str, str]:
    return {key: value for key, value in values.items() if value}


def _id(head: Row) -> str:
    """Return the id of the framework: as it is where an id of ours may be like it, else without what none may hold."""
    plain = re.sub(r"[^a-z0-9._-]+", "-", head.id.lower()).strip("-._") or "imported"
    return head.id if re.fullmatch(ID.matches, head.id) else plain


def _document(head: Row, items: list[dict[str, Any]], depth: int) -> dict[str, Any]:
    text, _ = plain_text(head.description, head.format)
    title = text if text and "\n" not in text else head.name
    levels = [name.strip() for name in head.taxonomy.split(",") if name.strip()][:depth]
    return {
        "alignkit": "framework/1",
        "id": _id(head),
        "title": title or head.id,
        **_given(short=head.name if head.name != title else ""),
        "kind": None,
        "publisher": None,
        **({"levels": levels} if levels else {}),
        **({"notes": [text]} if text not in ("", title) else {}),
        "items": items,
    }
