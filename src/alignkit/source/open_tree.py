"""Files as they stand in an editor: the open text in place of what was last saved."""

from collections.abc import Iterator, Mapping
from posixpath import normpath

from alignkit.source.tree import Tree


class OpenTree:
    """A tree in which some files are open: their text is what the author sees, saved or not."""

    def __init__(self, saved: Tree, texts: Mapping[str, str]) -> None:
        """Take the saved files, and the open texts by their names in that tree."""
        self._saved = saved
        self._texts = {normpath(name): text for name, text in texts.items()}

    def read(self, name: str) -> bytes:
        """Return the open text as UTF-8, or the file's bytes; raise OSError where it cannot be read."""
        text = self._texts.get(normpath(name))
        # An editor may send half of a pair of surrogates, which UTF-8 has no bytes for.
        return self._saved.read(name) if text is None else text.encode(errors="replace")

    def names(self, folder: str) -> Iterator[str]:
        """Yield the YAML files below the folder, sorted, with those that are open and not saved yet."""
        saved = tuple(self._saved.names(folder))
        known = {normpath(name) for name in saved}
        within = "" if normpath(folder) == "." else f"{normpath(folder)}/"
        new = (name for name in self._texts if name.startswith(within) and name not in known and self._is_new(name))
        yield from sorted((*saved, *new), key=lambda name: name.split("/"))

    def _is_new(self, name: str) -> bool:
        return not name.startswith("../") and not self._saved.kind(name)

    def kind(self, name: str) -> str:
        """Return "file", "folder", or ""."""
        return "file" if normpath(name) in self._texts else self._saved.kind(name)

    def leaves(self, name: str) -> bool:
        """Say whether the name is a link to what lies outside the tree."""
        return self._saved.leaves(name)
