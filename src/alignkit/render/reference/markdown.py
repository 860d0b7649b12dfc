"""The reference pages of docs/: rules and file formats, written from the code that they describe."""

from collections.abc import Iterable

from alignkit.views.formats import FormatView, RecordView
from alignkit.views.library import FrameworkRow
from alignkit.views.rules import FamilyView, RuleView
from alignkit.wording import listed

_GENERATED = "<!-- Written by docs/generate.py from the code; change the code, not this page. -->\n\n"


def rule_pages(families: Iterable[FamilyView]) -> dict[str, str]:
    """Return the pages of docs/rules/ by name: one for each rule, and an index by family."""
    shown = tuple(families)
    pages = {f"{rule.code}.md": _GENERATED + _rule(rule) for family in shown for rule in family.rules}
    return {"README.md": _GENERATED + _rule_index(shown), **pages}


def _rule_index(families: Iterable[FamilyView]) -> str:
    lines = ["# Rules", "", "What `alignkit check` finds, by family. `alignkit explain CODE` prints the same page.", ""]
    for family in families:
        lines += [f"## {family.letter}: {family.about}", "", "| code | name | severity |", "| --- | --- | --- |"]
        lines += [f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} |" for rule in family.rules]
        lines.append("")
    return "\n".join(lines)


def _rule(rule: RuleView) -> str:
    sources = [f"- {_escaped(work)}" for work in rule.literature] or ["No publication: this is alignkit's own advice."]
    return "\n".join(
        (
            f"# {rule.code} {rule.name}",
            "",
            f"Severity: {rule.severity}. Of the example below it says: {_escaped(rule.message)}",
            "",
            "## Why it matters",
            "",
            _escaped(rule.why),
            "",
            *sources,
            "",
            "## How to fix it",
            "",
            _escaped(rule.fix),
            "",
            "## Found in",
            "",
            f"```yaml\n{rule.bad.rstrip()}\n```",
            "",
            "## Fine",
            "",
            f"```yaml\n{rule.good.rstrip()}\n```",
            "",
            "## Excuse it, or change it",
            "",
            f"In the file, on the line of the finding or above it: `# alignkit: ignore[{rule.code}] your reason`.",
            f"For a whole project, in `alignkit.yaml`: `rules: {{{rule.code}: off}}` (or `error`, `warning`, `info`).",
            "",
        )
    )


def _escaped(text: str) -> str:
    return text.replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_")


def format_pages(formats: Iterable[FormatView]) -> dict[str, str]:
    """Return the pages of docs/formats/ by name: one for each kind of file, and an index."""
    shown = tuple(formats)
    pages = {_page(view.name): _GENERATED + _format(view) for view in shown}
    index = ["# File formats", "", "Every file begins with `alignkit: <kind>/1`. Keys not listed are errors.", ""]
    index += [f"- [`{view.name}`]({_page(view.name)}): {view.doc}" for view in shown]
    index += ["- [`alignkit-check/1`](check-json.md): what `alignkit check --format json` writes."]
    index += ["- [`alignkit-coverage/1`](coverage-json.md): what `alignkit coverage --format json` writes."]
    index += [
        "- [`alignkit-portfolio-table/1`](portfolio-parquet.md): what `alignkit portfolio --format parquet` writes."
    ]
    index += ["- [`alignkit-gaps/1`](gaps-json.md): what `alignkit gaps --format json` writes.", ""]
    return {"README.md": _GENERATED + "\n".join(index), **pages}


def _page(name: str) -> str:
    return f"{name.partition('/')[0]}.md"


def _format(view: FormatView) -> str:
    lines = [f"# `{view.name}`", "", view.doc, ""]
    for number, record in enumerate(view.records):
        lines += _record(record, heading="The document" if number == 0 else record.name)
    return "\n".join(lines)


def _record(record: RecordView, heading: str) -> list[str]:
    short = f" A bare text stands for `{{{record.short_for}: …}}`." if record.short_for else ""
    lines = [f"## {heading}", "", f"{record.doc}{short}", "", "| key | value | meaning |", "| --- | --- | --- |"]
    for key in record.keys:
        link = f"[{key.value}](#{key.record.lower()})" if key.record else key.value
        must = " **required**" if key.required else ""
        lines.append(f"| `{key.key}`{must} | {link.replace('|', chr(92) + '|')} | {key.doc} |")
    return [*lines, ""]


def library_page(rows: Iterable[FrameworkRow]) -> str:
    """Return docs/frameworks.md: each framework, how far it can be relied on, and what is missing."""
    lines = [
        "# The library",
        "",
        "`verified` counts the leaf items that were seen in a public source. Texts are our own short paraphrases;",
        "codes, titles, structure and counts are the publishers' facts. `alignkit frameworks show ID` prints one.",
        "",
    ]
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            lines += [f"## {group}", ""]
        lines += _framework(row)
    return _GENERATED + "\n".join(lines)


def _framework(row: FrameworkRow) -> list[str]:
    known = "codes only" if row.text == "codes-only" else f"{row.verified} of {row.leaves} leaf items verified"
    facts = [
        f"{row.publisher}, edition {row.edition}, {row.status}",
        f"for {listed(row.professions)} in {listed(row.jurisdictions)}",
        f"{row.completeness.replace('-', ' ')}; {known}",
        f"licence: {row.licence}" if row.licence else "",
        f"source: {row.citation}" if row.citation else "",
    ]
    return [
        f"### `{row.id}`",
        "",
        _escaped(row.title),
        "",
        *(f"- {_escaped(fact)}" for fact in facts if fact),
        *(f"- {_escaped(note)}" for note in row.notes),
        "",
    ]
