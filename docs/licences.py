"""Lists the licence of every package that alignkit brings with it, as the packages themselves state it.

python docs/licences.py            writes docs/licences.md; every extra has to be installed
python docs/licences.py --check    exit status 1 where the page is stale
"""

import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PAGE = Path(__file__).with_name("licences.md")
PROJECT = Path(__file__).parents[1] / "pyproject.toml"
# What only developers install.
_NOT_SHIPPED = ("bench", "dev")
_HEAD = """\
<!-- Written by docs/licences.py from what the packages state; change nothing here. -->

# Licences of what alignkit is built on

What `pip install` brings, as each package states its own licence. alignkit itself is under
the Apache Licence 2.0 ([LICENSE](../LICENSE)).
[dependencies.md](dependencies.md) says what each of them is for; those that are not named there come with another one.

| package | licence | comes with |
| --- | --- | --- |
"""
_CLASSIFIER = "License :: OSI Approved :: "


def page() -> str:
    """Return the page."""
    rows = (f"| {name} | {licence} | {', '.join(by)} |\n" for name, (licence, by) in sorted(_packages().items()))
    return _HEAD + "".join(rows)


def _packages() -> dict[str, tuple[str, list[str]]]:
    """Return each package's licence, and the extras that bring it; "alignkit" stands for all that always comes."""
    own = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    brought: dict[str, list[str]] = {name: ["alignkit"] for name in _closure(own["dependencies"])}
    for extra, needs in own["optional-dependencies"].items():
        for name in _closure(needs) if extra not in _NOT_SHIPPED else ():
            if brought.setdefault(name, []) != ["alignkit"]:
                brought[name].append(f"`{extra}`")
    return {name: (_licence(distribution(name)), by) for name, by in brought.items()}


def _closure(needs: Iterable[str]) -> set[str]:
    """Return the packages that are needed, and those that they need in turn."""
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = [Requirement(text) for text in needs]
    while waiting:
        need = waiting.pop()
        name = canonicalize_name(need.name)
        if (name, frozenset(need.extras)) not in seen:
            seen.add((name, frozenset(need.extras)))
            waiting += _needed(distribution(name), need.extras)
    return {name for name, _ in seen}


def _needed(one: Distribution, extras: set[str]) -> Iterator[Requirement]:
    for text in one.requires or ():
        need = Requirement(text)
        chosen = [{"extra": extra} for extra in extras] or [{"extra": ""}]
        if need.marker is None or any(need.marker.evaluate(each) for each in chosen):
            yield need


def _licence(one: Distribution) -> str:
    """Return the licence by its SPDX expression, else by its classifiers, else by the first line that states it."""
    stated = _first(one, "License-Expression")
    classifiers = [
        each.removeprefix(_CLASSIFIER)
        for each in one.metadata.get_all("Classifier") or ()
        if each.startswith(_CLASSIFIER)
    ]
    return stated or ", ".join(sorted(classifiers)) or _first(one, "License") or "not stated"


def _first(one: Distribution, field: str) -> str:
    """Return the first line of what a package says in a field, or ""."""
    return next(iter("".join(one.metadata.get_all(field) or ()).splitlines()), "")


def main() -> int:
    """Write the page, or check it; return the exit status."""
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page():
        return 0
    sys.stderr.write("docs/licences.md is stale: run `python docs/licences.py`\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
