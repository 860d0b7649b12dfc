"""One call of `check`, and the memory of the last time that it was made."""

import time
from collections.abc import Sequence

from alignkit.cli.cache.entry import Entry, decoded
from alignkit.cli.cache.place import cache_folder
from alignkit.cli.cache.store import fetch, put_away
from alignkit.cli.cache.surroundings import key_of, program_files, settled_since, state_of
from alignkit.cli.place import find_project, tree_here
from alignkit.source.witness import Witness, answers_still


class Memory:
    """What is remembered of a call, made here and now."""

    def __init__(self, folder: str, arguments: Sequence[str]) -> None:
        """Take the folder of remembered runs and the words of the call."""
        self._started = time.time_ns()
        self._folder = folder
        self._key = key_of(arguments)

    def recall(self) -> Entry | None:
        """Return what the last run of the call came to, if this one would come to the same; else None."""
        entry = decoded(fetch(self._folder, self._key))
        if entry is None or find_project() != entry.project:
            return None
        try:
            same_program = state_of(entry.program) == entry.state
        except (OSError, ValueError):
            return None
        return entry if same_program and answers_still(tree_here(), entry.answers) else None

    def keep(self, said: str, status: int, project: str, witness: Witness) -> None:
        """Remember what the run came to, unless something that it rests on may have changed meanwhile."""
        try:
            program = program_files()
            if witness.is_whole and settled_since(program, self._started):
                entry = Entry(said, status, project, witness.answers, program, state_of(program))
                put_away(self._folder, self._key, entry.encoded())
        except OSError:
            return


def memory_of(arguments: Sequence[str]) -> Memory | None:
    """Return the memory of a call of `check`, or None where it has none."""
    folder = cache_folder(arguments)
    return Memory(folder, arguments) if folder else None
