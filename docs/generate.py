"""Writes the reference pages of docs/ from the code; with --check, only says which of them are stale."""

import sys
from pathlib import Path

from alignkit.library.library import Library
from alignkit.model.documents import KINDS
from alignkit.model.schema import schema_of
from alignkit.render.reference.json_schema import render_schema
from alignkit.render.reference.markdown import format_pages, library_page, rule_pages
from alignkit.render.reference.portfolio_table import portfolio_table_page
from alignkit.views.formats import format_views
from alignkit.views.library import Wanted, framework_rows
from alignkit.views.portfolio.table import FIELDS
from alignkit.views.rules import explained, family_views

sys.path.insert(0, str(Path(__file__).parent))
from limits import limits_page

DOCS = Path(__file__).parent
# Written by hand, beside the generated pages.
KEPT = tuple(f"formats/{name}-json.md" for name in ("check", "coverage", "gaps", "library", "report"))


def pages() -> dict[str, str]:
    """Return every generated page by its name below docs/."""
    rules = {f"rules/{name}": text for name, text in rule_pages(family_views(explained)).items()}
    formats = {f"formats/{name}": text for name, text in format_pages(format_views()).items()}
    formats["formats/portfolio-parquet.md"] = portfolio_table_page(FIELDS)
    library = {"frameworks.md": library_page(framework_rows(Library(), Wanted()))}
    return {**rules, **formats, **schemas(), **library, "limits.md": limits_page()}


def schemas() -> dict[str, str]:
    """Return the schema of each kind of file, and those that the examples here name in their first line."""
    texts = {f"{kind.partition('/')[0]}.schema.json": render_schema(schema_of(kind)) for kind in KINDS}
    named = {f"../.alignkit/{name}": texts[name] for name in ("curriculum.schema.json", "project.schema.json")}
    return {**{f"schemas/{name}": text for name, text in texts.items()}, **named}


def stale() -> list[str]:
    """Return the pages that differ from what the code says, and those that nothing generates any more."""
    wanted = pages()
    differing = [name for name, text in wanted.items() if not _is(DOCS / name, text)]
    generated = ("rules/*.md", "formats/*.md", "schemas/*.json")
    there = {path.relative_to(DOCS).as_posix() for pattern in generated for path in DOCS.glob(pattern)}
    return sorted([*differing, *(there - wanted.keys() - set(KEPT))])


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def main() -> int:
    """Write the pages, or check them; return the exit status."""
    if "--check" in sys.argv[1:]:
        for name in stale():
            sys.stderr.write(f"docs/{name} is stale: run `python docs/generate.py`\n")
        return 1 if stale() else 0
    for name in stale():
        if name not in pages():
            (DOCS / name).unlink()
    for name, text in pages().items():
        path = DOCS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
