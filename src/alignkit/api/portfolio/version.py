"""Which alignkit this is, to the byte: results of two that differ must not be mixed."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from alignkit import __version__
from alignkit.library.shipped import shipped_tree

_SHOWN = 12


@cache
def made_by() -> str:
    """Return the version with the beginning of a digest of the program and of the frameworks that come with it."""
    digest = sha256()
    for name, content in sorted(_sources(files("alignkit"), "")):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    shipped = shipped_tree()
    for name in shipped.names(""):
        digest.update(f"{name}\0".encode() + shipped.read(name))
    return f"{__version__} ({digest.hexdigest()[:_SHOWN]})"


def _sources(folder: Traversable, name: str) -> list[tuple[str, bytes]]:
    found = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _sources(entry, f"{name}{entry.name}/")
        elif entry.name.endswith(".py"):
            found.append((f"{name}{entry.name}", entry.read_bytes()))
    return found
