"""What is remembered of one run, as bytes with a checksum: no pickle, nothing that could run."""

from collections.abc import Iterable
from hashlib import blake2b

from alignkit.source.witness import Answers

_HEAD = b"alignkit run 1\n"
_SUM = 32


class Entry:
    """What a run said, its exit status, and all that it rests on.

    `project` is the project file that was found; `answers` are those of the working folder; `program` are the files
    of alignkit, and of what it is built on, with the digest of their sizes and times.
    """

    def __init__(  # noqa: D107, PLR0917 - a plain value: msgspec costs more to load than a remembered run
        self, said: str, status: int, project: str, answers: Answers, program: tuple[str, ...], state: str
    ) -> None:
        self.said = said
        self.status = status
        self.project = project
        self.answers = answers
        self.program = program
        self.state = state

    def encoded(self) -> bytes:
        """Return the entry as bytes."""
        asked = (text for (question, name), digest in self.answers.items() for text in (question, name, digest))
        head = (self.said, str(self.status), self.project, self.state, str(len(self.program)))
        body = b"".join(_measured((*head, *self.program, *asked)))
        return _HEAD + _sum_of(body) + body


def decoded(data: bytes) -> Entry | None:
    """Return the entry in the bytes, or None where they are not as they were written."""
    body = data[len(_HEAD) + _SUM :]
    if data[: len(_HEAD)] != _HEAD or data[len(_HEAD) : len(_HEAD) + _SUM] != _sum_of(body):
        return None
    try:
        said, status, project, state, number, *rest = _texts(body)
        program, asked = tuple(rest[: int(number)]), rest[int(number) :]
        keys = zip(asked[::3], asked[1::3], strict=True)
        return Entry(said, int(status), project, dict(zip(keys, asked[2::3], strict=True)), program, state)
    except ValueError:  # made by hand: the sum is right, and the content is not ours
        return None


def _sum_of(body: bytes) -> bytes:
    return blake2b(body, digest_size=_SUM).digest()


def _measured(texts: Iterable[str]) -> Iterable[bytes]:
    """Yield each text with its length before it: `5:hello`."""
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        yield b"%d:%b" % (len(data), data)


def _texts(body: bytes) -> list[str]:
    found, at = [], 0
    while at < len(body):
        colon = body.index(b":", at)
        end = colon + 1 + int(body[at:colon])
        if not colon < end <= len(body):
            raise ValueError
        found.append(body[colon + 1 : end].decode("utf-8", "surrogatepass"))
        at = end
    return found
