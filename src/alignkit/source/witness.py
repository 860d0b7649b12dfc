"""What a run asked of a folder, and what it was told: whoever is told the same comes to the same."""

from collections.abc import Iterator, Mapping
from hashlib import blake2b

from alignkit.source.folder import Folder

Answers = Mapping[tuple[str, str], str]
"""A question and the name it is about -> the digest of the answer."""
_QUESTIONS = ("read", "names", "kind", "leaves")


class Witness:
    """A folder as a tree (see source.tree) that remembers each question and the digest of its answer."""

    def __init__(self, folder: Folder) -> None:
        """Take the folder that is asked."""
        self._folder = folder
        self._half_listed = 0
        self._contradicted = False
        self.answers: dict[tuple[str, str], str] = {}

    @property
    def is_whole(self) -> bool:
        """Say whether the answers are all that was told: no list was left half read, no answer changed meanwhile."""
        return not self._half_listed and not self._contradicted

    def _note(self, question: str, name: str, answer: bytes | str | OSError) -> None:
        digest = _digest(answer)
        if self.answers.setdefault((question, name), digest) != digest:
            self._contradicted = True

    def read(self, name: str) -> bytes:
        """Return the file's bytes; raise OSError where it cannot be read."""
        try:
            data = self._folder.read(name)
        except OSError as error:
            self._note("read", name, error)
            raise
        self._note("read", name, data)
        return data

    def names(self, folder: str) -> Iterator[str]:
        """Yield the YAML files below the folder, sorted."""
        self._half_listed += 1
        found = []
        for name in self._folder.names(folder):
            found.append(name)
            yield name
        self._half_listed -= 1
        self._note("names", folder, _joined(found))

    def kind(self, name: str) -> str:
        """Return "file", "folder", or ""."""
        kind = self._folder.kind(name)
        self._note("kind", name, kind)
        return kind

    def leaves(self, name: str) -> bool:
        """Say whether the name is a link to what lies outside the folder."""
        leaves = self._folder.leaves(name)
        self._note("leaves", name, str(leaves))
        return leaves


def answers_still(folder: Folder, answers: Answers) -> bool:
    """Say whether the folder answers each question as it did."""
    return all(
        question in _QUESTIONS and _ask(folder, question, name) == digest
        for (question, name), digest in answers.items()
    )


def _ask(folder: Folder, question: str, name: str) -> str:
    try:
        answer = getattr(folder, question)(name)
        return _digest(_joined(answer) if question == "names" else answer if question == "read" else str(answer))
    except OSError as error:
        return _digest(error)


def _joined(names: Iterator[str] | list[str]) -> str:
    return "\0".join(names)


def _digest(answer: bytes | str | OSError) -> str:
    """Return 128 bits that stand for the answer; a refusal is never taken for a text that says the same."""
    if isinstance(answer, OSError):
        answer, person = f"{type(answer).__name__} {answer.errno} {answer.strerror}", b"refusal"
    else:
        person = b"answer"
    data = answer if isinstance(answer, bytes) else answer.encode("utf-8", "surrogatepass")
    return blake2b(data, digest_size=16, person=person).hexdigest()
