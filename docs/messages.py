"""Collects every message of reports and brings the catalogues up to date; with --check, only says what is amiss.

python docs/messages.py            writes locales/messages.pot and adds new messages to each locales/*.po
python docs/messages.py --check    exit status 1 where a message is missing, or a translation lost a {place}
"""

import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from alignkit.library.library import Library
from alignkit.model import vocabulary
from alignkit.model.located import Closed
from alignkit.model.rubric import Criterion
from alignkit.rubrics.verdicts import Verdict
from alignkit.rules.base import Subject
from alignkit.rules.catalogue import every_rule
from alignkit.views.report.elements import FRAMEWORK, GROUPS

SOURCE = Path(__file__).parents[1] / "src" / "alignkit"
LOCALES = SOURCE / "render" / "report" / "locales"
TEMPLATE = LOCALES / "messages.pot"
# Where sentences of reports are written.
_PARTS = ("analysis", "rules", "rubrics", "views", "render")
# What rules call the parts of a curriculum by.
_KINDS = ("curriculum", "outcome", "module", "activity", "assessment", "evidence", "stage")
# Calls by which the code says something to a reader of a report.
_SAYING = ("Phrase", "say", "_say", "self")
Messages = dict[tuple[str, str], list[str]]
"""The text for one thing ("" where there is only one text), the text: where each comes from."""


def messages() -> Messages:
    """Return every message, with where it comes from."""
    found: Messages = {}
    for key, where in (*_of_code(), *_of_rules(), *_of_rubrics(), *_of_vocabularies(), *_of_elements()):
        found.setdefault(key, []).append(where)
    return found


def _of_code() -> Iterator[tuple[tuple[str, str], str]]:
    for path in (path for part in _PARTS for path in sorted((SOURCE / part).rglob("*.py"))):
        name = path.relative_to(SOURCE.parent).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in _SAYING and node.args:
                one = next((_texts(each.value) for each in node.keywords if each.arg == "one"), [])
                for text in _texts(node.args[0]):
                    yield ((one[0] if one else "", text), name)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _texts(node: ast.expr) -> list[str]:
    """Return a literal, or the literals between which a condition chooses."""
    if isinstance(node, ast.IfExp):
        return [*_texts(node.body), *_texts(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value else []


def _of_rules() -> Iterator[tuple[tuple[str, str], str]]:
    for rule in every_rule():
        # What is wrong in a file's YAML is told in English: a report is on files that can be read.
        if rule.subject not in (Subject.CURRICULUM, Subject.LEDGER):
            continue
        yield (("", rule.message), f"rule {rule.code}")


def _of_rubrics() -> Iterator[tuple[tuple[str, str], str]]:
    library = Library()
    for name in library.rubric_ids:
        rubric = library.rubric(name)
        if rubric:
            texts = [rubric.title, *rubric.notes, *(text for each in rubric.criteria for text in _criterion(each))]
            texts += [text for each in rubric.characteristics for text in (each.title, each.text)]
            yield from ((("", text), f"rubric {name}") for text in texts if text)


def _criterion(criterion: Criterion) -> tuple[str, ...]:
    return (criterion.title, criterion.need, criterion.not_applicable_because)


def _of_vocabularies() -> Iterator[tuple[tuple[str, str], str]]:
    for name, value in sorted(vars(vocabulary).items()):
        # Kinds of a person's identity stand in no report: they are names of Open Badges.
        if isinstance(value, Closed) and value is not vocabulary.IDENTITY_TYPES:
            yield from ((("", word), f"vocabulary {name.lower()}") for word in value.words)
    yield from ((("", verdict.value), "verdict") for verdict in Verdict)
    yield (("", "not claimed"), "step")
    yield from ((("", kind), "kind of part") for kind in _KINDS)


def _of_elements() -> Iterator[tuple[tuple[str, str], str]]:
    index = Library().find(FRAMEWORK)
    for group in GROUPS if index else ():
        yield from ((("", leaf.item.title), FRAMEWORK) for leaf in (index.below(group) if index else ()))


def template() -> Catalog:
    """Return a catalogue with every message and no translation."""
    catalogue = Catalog(project="alignkit", header_comment="# The messages of alignkit's reports.", fuzzy=False)
    for (one, text), where in sorted(messages().items(), key=lambda pair: pair[0][::-1]):
        comments = [", ".join(dict.fromkeys(where))]
        catalogue.add((one, text) if one else text, auto_comments=comments)
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as a file: no dates, no lines of code, so that only messages make it change."""
    out = BytesIO()
    write_po(out, catalogue, width=110, omit_header=True, sort_output=False, ignore_obsolete=True)
    head = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n{_plural_line(catalogue)}\n'
    return head.encode() + out.getvalue()


def _plural_line(catalogue: Catalog) -> str:
    return f'"Plural-Forms: {catalogue.plural_forms}\\n"\n' if catalogue.locale else ""


def catalogues() -> dict[Path, Catalog]:
    """Return each catalogue as it is."""
    found = {}
    for path in sorted(LOCALES.glob("*.po")):
        with path.open("rb") as file:
            found[path] = read_po(file, locale=path.stem)
    return found


def amiss() -> list[str]:
    """Return what is wrong: a stale template, messages that a catalogue lacks, places that a translation lost."""
    wanted = template()
    wrong = [] if TEMPLATE.is_file() and TEMPLATE.read_bytes() == written(wanted) else [f"{TEMPLATE.name} is stale"]
    for path, catalogue in catalogues().items():
        for message in wanted:
            if message.id:
                wrong += [f"{path.name}: {what}" for what in _amiss_in(message, catalogue.get(_first(message.id)))]
    return wrong


def _first(identity: str | tuple[str, ...] | list[str]) -> str:
    return identity if isinstance(identity, str) else identity[0]


def _amiss_in(message: Message, found: Message | None) -> Iterator[str]:
    told = _first(message.id)
    forms = [] if found is None else [found.string] if isinstance(found.string, str) else list(found.string or ())
    if not forms or not all(forms):
        yield f"not translated: {told}"
        return
    wanted = [_places(text) for text in ([message.id] if isinstance(message.id, str) else message.id)]
    for form in forms:
        if _places(form) not in wanted:
            yield f"other places than {sorted(wanted[-1])}: {form}"


def _places(text: str) -> frozenset[str]:
    """Return the names in braces."""
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)
    except ValueError:
        return frozenset(("unbalanced braces",))


def main() -> int:
    """Write the template and update the catalogues, or check them; return the exit status."""
    if "--check" in sys.argv[1:]:
        sys.stderr.writelines(f"{each}\n" for each in amiss())
        return 1 if amiss() else 0
    wanted = template()
    TEMPLATE.write_bytes(written(wanted))
    for path, catalogue in catalogues().items():
        catalogue.update(wanted, no_fuzzy_matching=True, update_header_comment=False)
        path.write_bytes(written(catalogue))
    return 0


if __name__ == "__main__":
    sys.exit(main())
