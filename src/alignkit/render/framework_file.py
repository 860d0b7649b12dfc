"""A framework file to be finished by hand: what is known is filled in, what is not says how."""

from collections.abc import Iterator

from alignkit.source.writer import in_braces, quoted
from alignkit.views.draft import DraftView, Sprout


def framework_text(view: DraftView) -> str:
    """Return the framework as a file `framework/1`, with a comment at everything that is still to be filled in."""
    return "".join(f"{line}\n" for line in (*_head(view), *_items(view.draft.items, "  ")))


def _head(view: DraftView) -> Iterator[str]:
    head, draft = view.head, view.draft
    yield f"# Started by `alignkit frameworks new` from {_one_line(view.list_name)}."
    yield "# Fill in what is empty; `alignkit frameworks check` says what is missing."
    yield "alignkit: framework/1"
    yield f"id: {head.id}"
    yield _key("title", head.title, "the title of the document")
    yield _key("short", "", "the name that tables print")
    yield _key("edition", "", 'the edition as its publisher names it, in quotation marks: "2026"')
    yield "status: current"
    kinds = "interprofessional, regulator, professional-body, accreditor, legislation, intergovernmental or quality"
    yield _key("kind", head.kind, kinds)
    yield "publisher:"
    yield f"  {_key('name', head.publisher, 'who published it')}"
    yield "jurisdictions: []  # where it applies: IE, EU, INT, ..."
    yield "professions: []  # whom it is for: nursing, pharmacy, ... or all"
    yield "language: en"
    yield "source:"
    yield f"  {_key('citation', '', 'the full citation of the document')}"
    yield f"  {_key('url', '', 'where its publisher has it')}"
    yield f"  {_key('licence', '', 'what its publisher states about reuse, or: not stated')}"
    yield f"  {_rights(view)}"
    yield "completeness: partial  # say full once every item of the document is here"
    codes = "assigned" if draft.assigned else "official"
    yield f"codes: {codes}  # official, or assigned where the document has none"
    yield _levels(view)
    yield "# verified: say true (or leave it out) once you have compared the item with the document."
    yield "items:"


def _key(key: str, value: str, meaning: str) -> str:
    return f"{key}: {_quoted(value)}" if value else f"{key}:  # {meaning}"


def _rights(view: DraftView) -> str:
    if view.draft.has_texts:
        return "text: verbatim  # the list's own words; say paraphrase once they are yours"
    return "text: codes-only  # the list has no texts"


def _levels(view: DraftView) -> str:
    if not view.draft.levels:
        return "levels: []  # the name of each level of the tree, from the top: [domain, competency]"
    names = (_level(names) for names in view.draft.levels)
    return f"levels: [{', '.join(names)}]"


def _level(names: tuple[str, ...]) -> str:
    quoted = [_name(name) for name in names]
    return quoted[0] if len(quoted) == 1 else f"[{', '.join(quoted)}]"


def _items(items: tuple[Sprout, ...], indent: str) -> Iterator[str]:
    for item in items:
        pairs = [f"code: {_name(item.code)}"]
        pairs += [f"{key}: {_quoted(value)}" for key, value in (("title", item.title), ("text", item.text)) if value]
        pairs += [f"level: {_name(item.level)}"] if item.level else []
        pairs.append("verified: false")
        if item.items:
            yield f"{indent}- {pairs[0]}"
            yield from (f"{indent}  {pair}" for pair in pairs[1:])
            yield f"{indent}  items:"
            yield from _items(item.items, f"{indent}    ")
        else:
            yield f"{indent}- {{{', '.join(pairs)}}}"


def _name(text: str) -> str:
    return in_braces(_one_line(text))


def _quoted(text: str) -> str:
    return quoted(_one_line(text))


def _one_line(text: str) -> str:
    """Return the text on one line, without characters that no one sees and no YAML file may hold."""
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())
