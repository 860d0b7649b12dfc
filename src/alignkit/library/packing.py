"""What a curriculum or a project rests on, as bytes that can be looked at by another process or another machine."""

from collections.abc import Iterable, Iterator
from itertools import islice

from alignkit.library.workspace import CURRICULUM_FILE, MODULES, home_of
from alignkit.source.limits import LIMITS
from alignkit.source.packed import Packed, packed
from alignkit.source.tree import Tree


def packed_curriculum(tree: Tree, file: str) -> Packed:
    """Return the curriculum of that file with the files of its modules; of a module's file, its curriculum as well.

    `gather` finds in it what it finds in the tree.
    """
    return packed(tree, islice(_with_modules(tree, file), LIMITS.files + 1))


def _with_modules(tree: Tree, file: str) -> Iterator[str]:
    yield file
    home = home_of(file)
    if home and tree.kind(home) == "file" and not tree.leaves(home):
        yield home
        file = home
    folder, _, name = file.rpartition("/")
    modules = f"{folder}/{MODULES}" if folder else MODULES
    if name == CURRICULUM_FILE and tree.kind(modules) == "folder" and not tree.leaves(modules):
        yield from tree.names(modules)


def packed_project(tree: Tree, names: Iterable[str]) -> Packed:
    """Return these files, and the YAML files below these folders."""
    return packed(tree, _followed(tree, names))


def _followed(tree: Tree, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if tree.kind(name) == "folder":
            yield from tree.names(name)
        else:
            yield name
