"""What CI installs is pinned, hashed, in step with pyproject.toml, and has a reason."""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from docs import licences

ROOT = Path(__file__).parents[2]

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]
OWN = [
    *PROJECT["dependencies"],
    *(text for name, texts in EXTRAS.items() if name not in ("dev", "bench") for text in texts),
]
ALL = [*OWN, *EXTRAS["dev"]]
LOCKS = ("pinned", "lowest")


def locked(name: str) -> Iterator[tuple[Requirement, str]]:
    """Yield each pinned package, and the lines of its hashes."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text()
    for entry in re.split(r"\n(?=\S)", text.strip()):
        pin, _, hashes = entry.partition(" \\\n")
        yield Requirement(pin), hashes


def versions(name: str) -> dict[str, list[str]]:
    """Return the pinned versions of each package: several where they differ by platform."""
    found: dict[str, list[str]] = {}
    for pin, _ in locked(name):
        (version,) = pin.specifier
        assert version.operator == "=="
        found.setdefault(canonicalize_name(pin.name), []).append(version.version)
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_known_by_hashes(name):
    entries = list(locked(name))
    assert len(entries) > 100
    for pin, hashes in entries:
        assert re.fullmatch(r"(\s+--hash=sha256:[0-9a-f]{64}( \\)?\n?)+", hashes), pin


@pytest.mark.parametrize("name", LOCKS)
@pytest.mark.parametrize("need", ALL)
def test_what_pyproject_asks_for_is_pinned_in_a_version_that_it_allows(name, need):
    wanted = Requirement(need)
    pinned = versions(name)[canonicalize_name(wanted.name)]
    assert all(wanted.specifier.contains(version) for version in pinned), "run .ci/lock"


@pytest.mark.parametrize("need", OWN)
def test_the_lowest_are_the_lowest_that_pyproject_allows(need):
    wanted = Requirement(need)
    floors = [each.version for each in wanted.specifier if each.operator == ">="]
    name = canonicalize_name(wanted.name)
    # Another package may need a newer one than we do: then its floor is ours as well.
    lowest = min(versions("lowest")[name])
    assert floors, f"{need} has no floor"
    assert lowest == floors[0] or lowest.startswith(f"{floors[0]}."), "run .ci/lock, or raise the floor"


@pytest.mark.parametrize("need", ALL)
def test_no_dependency_is_without_a_reason(need):
    page = (ROOT / "docs" / "dependencies.md").read_text().lower()
    name = canonicalize_name(Requirement(need).name)
    known = {
        name,
        name.replace("-", "_"),
        name.removesuffix("-py"),
        name.removesuffix("-bin"),
        name.removesuffix("-python"),
    }
    assert name.startswith("types-") or any(each in page for each in known)


def test_the_list_of_licences_has_each_package_that_users_get():
    page = (ROOT / "docs" / "licences.md").read_text()
    for need in OWN:
        assert f"| {canonicalize_name(Requirement(need).name)} | " in page
    assert "not stated" not in page


@pytest.mark.parametrize(("text", "status"), [(None, 0), ("| alignkit | MIT |\n", 1)])
def test_a_stale_list_of_licences_is_noticed(text, status, tmp_path, monkeypatch, capsys):
    page = tmp_path / "licences.md"
    page.write_text(licences.page() if text is None else text)
    monkeypatch.setattr(licences, "PAGE", page)
    monkeypatch.setattr(sys, "argv", ["licences.py", "--check"])
    assert licences.main() == status
    assert bool(capsys.readouterr().err) == bool(status)


def test_ci_installs_nothing_but_what_is_pinned():
    """Words that let pip, or what builds the wheel, fetch a package that has no hash here are in no line of it."""
    lines = (ROOT / ".ci" / "run").read_text().splitlines()
    installing = [line for line in lines if "pip" in line and "install" in line]
    assert installing
    assert [line for line in installing if "--require-hashes" not in line and "--no-deps" not in line] == []
    assert [line for line in lines if "-m build" in line and "--no-isolation" not in line] == []
