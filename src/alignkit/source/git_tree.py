"""A git revision as a tree: read from git's objects, without a checkout and without a network."""

import os
import subprocess
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from types import TracebackType
from typing import IO, Self, cast

from msgspec import Struct

from alignkit.errors import NoGit, NoRevision
from alignkit.source.limits import LIMITS
from alignkit.wording import did_you_mean

_FILE, _LINK = "100", "120000"
_YAML = (".yaml", ".yml")
_MOST_LINKS = 8
# Nothing here may ask, fetch or page: a clone that leaves objects out would otherwise go to the network for each.
_QUIET = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}


class Blob(Struct, frozen=True):
    """A file or a link of a revision, by the id of its content."""

    mode: str
    id: str


class GitTree:
    """The files of a commit, named as seen from the working folder; to be closed when no longer read from.

    Links lead only to files of the same commit below the working folder; submodules are not looked into.
    """

    def __init__(self, revision: str, folder: str = ".") -> None:
        """List the commit; NoGit where the folder is in no repository, NoRevision where there is no such commit."""
        self.revision = revision
        self._folder = folder
        self.prefix = _text(git(folder, "rev-parse", "--show-prefix")).removesuffix("\n")
        self.commit = resolve(revision, folder)
        self._blobs = dict(_listed(git(folder, "ls-tree", "-r", "-z", "--full-tree", self.commit)))
        self._folders = {above for name in self._blobs for above in _above(name)}
        self._contents: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Return the tree itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """End the process that hands out contents."""
        if self._contents:
            for pipe in (self._contents.stdin, self._contents.stdout):
                cast("IO[bytes]", pipe).close()
            self._contents.wait()
            self._contents = None

    def _whole(self, name: str) -> str:
        """Return a name as seen from the root of the repository, "" for the root itself."""
        whole = normpath(join(self.prefix, name))
        return "" if whole == "." else whole

    def _found(self, whole: str) -> Blob | None:
        """Return the file of that name, or the one that links of that name lead to."""
        for _ in range(_MOST_LINKS):
            blob = self._blobs.get(whole)
            if blob is None or blob.mode != _LINK:
                return blob if blob and blob.mode.startswith(_FILE) else None
            whole = normpath(join(dirname(whole), os.fsdecode(self._content(blob.id))))
            if not whole.startswith(self.prefix):
                return None
        return None

    def read(self, name: str) -> bytes:
        """Return the file's bytes, at most one more than the limit; raise OSError where there is none."""
        whole = self._whole(name)
        blob = self._found(whole)
        if blob is None:
            raise IsADirectoryError(name) if whole in self._folders else FileNotFoundError(name)
        return self._content(blob.id)

    def names(self, folder: str) -> Iterator[str]:
        """Yield the YAML files below the folder, sorted; hidden ones, links out of it and submodules are left out."""
        top = self._whole(folder)
        before = "" if folder in ("", ".") else f"{folder.rstrip('/')}/"
        start = len(top) + 1 if top else 0
        below = [name[start:] for name in self._blobs if not top or name.startswith(f"{top}/")]
        for name in sorted(below, key=lambda name: name.split("/")):
            hidden = any(part.startswith(".") for part in name.split("/"))
            if name.endswith(_YAML) and not hidden and self._found(f"{top}/{name}" if top else name):
                yield before + name

    def kind(self, name: str) -> str:
        """Return "file", "folder", or ""."""
        whole = self._whole(name)
        if not whole or whole in self._folders:
            return "folder"
        return "file" if self._found(whole) else ""

    def leaves(self, name: str) -> bool:
        """Say whether the name is a link that leads to no file of this commit."""
        whole = self._whole(name)
        return whole in self._blobs and self._blobs[whole].mode == _LINK and self._found(whole) is None

    def _content(self, id_: str) -> bytes:
        """Return what an object holds, at most one byte more than the limit of a file."""
        if self._contents is None:
            self._contents = _start(self._folder, "cat-file", "--batch")
        into, out = cast("IO[bytes]", self._contents.stdin), cast("IO[bytes]", self._contents.stdout)
        into.write(f"{id_}\n".encode())
        into.flush()
        head = out.readline().split()
        if len(head) != 3:  # noqa: PLR2004 - id, type, size; else "missing"
            hint = "this clone leaves contents out; `git fetch --refetch --no-filter` brings them"
            raise NoRevision(f'the content of a file of "{self.revision}" is not in this clone', hint=hint)
        size = int(head[2])
        content = out.read(min(size, LIMITS.file_bytes + 1))
        _skip(out, size - len(content) + 1)  # and the line's end after it
        return content


def _skip(pipe: IO[bytes], size: int) -> None:
    while size > 0:
        size -= len(pipe.read(min(size, 1 << 20)))


def _above(name: str) -> Iterator[str]:
    while name := dirname(name):
        yield name


def _listed(listing: bytes) -> Iterator[tuple[str, Blob]]:
    """Yield each name with its mode and content; `-z` leaves names with spaces, newlines and umlauts as they are."""
    for entry in listing.split(b"\0"):
        if entry:
            facts, _, name = entry.partition(b"\t")
            mode, _, id_ = facts.decode().split()
            yield os.fsdecode(name), Blob(mode, id_)


def resolve(revision: str, folder: str = ".") -> str:
    """Return the id of the commit that a revision names; `A...B` is where B left A. NoRevision where there is none."""
    ours, dots, theirs = revision.partition("...")
    if not dots:
        return _commit(revision, folder)
    one, other = _commit(ours or "HEAD", folder), _commit(theirs or "HEAD", folder)
    done = _run(folder, "merge-base", one, other)
    if done.returncode:
        hint = _fetch_hint(folder) or "name the revision to compare with itself, without the dots"
        raise NoRevision(f'"{ours or "HEAD"}" and "{theirs or "HEAD"}" have no commit in common', hint=hint)
    return _text(done.stdout).strip()


def _commit(revision: str, folder: str) -> str:
    done = None
    if revision and not revision.startswith("-"):
        done = _run(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if done is None or done.returncode:
        _refuse(folder)
        raise _no_revision(revision, folder)
    return _text(done.stdout).strip()


def is_revision(name: str, folder: str = ".") -> bool:
    """Say whether git knows a revision of that name; without git, or outside a repository, it knows none."""
    try:
        resolve(name, folder)
    except (NoGit, NoRevision):
        return False
    return True


def _no_revision(revision: str, folder: str) -> NoRevision:
    names = _text(git(folder, "for-each-ref", "--format=%(refname:short)")).split("\n")
    remote = next((name for name in names if name.partition("/")[2] == revision), "")
    guess = f' (did you mean "{remote}"?)' if remote else did_you_mean(revision, [name for name in names if name])
    shallow = _fetch_hint(folder)
    hint = shallow or "`git branch --all` and `git tag` list the names, `git log --oneline` the commits"
    missing = "is not in this shallow clone" if shallow and not guess else "names no revision"
    return NoRevision(f'"{revision}" {missing}{guess}', hint=hint)


def _fetch_hint(folder: str) -> str:
    """Return how to get the commits that a shallow clone leaves out, or "" where it is none."""
    if _text(git(folder, "rev-parse", "--is-shallow-repository")).strip() != "true":
        return ""
    return (
        "this clone has only the latest commits: run `git fetch --unshallow`, or "
        "`git fetch --depth=100 origin BRANCH`; in a pipeline, let the checkout step fetch all history "
        "(`fetch-depth: 0`, `GIT_DEPTH: 0`)"
    )


def git(folder: str, *arguments: str) -> bytes:
    """Return what git says; NoGit where it is not installed or the folder is in no repository."""
    done = _run(folder, *arguments)
    if done.returncode:
        _refuse(folder)
        said = os.fsdecode(done.stderr).strip().removeprefix("fatal: ")
        raise NoGit(f"git could not answer: {said or arguments[0]}")
    return done.stdout


def _refuse(folder: str) -> None:
    """Raise NoGit where git has nothing to do with the folder."""
    done = _run(folder, "rev-parse", "--git-dir")
    if done.returncode:
        said = os.fsdecode(done.stderr).strip().partition("\n")[0].removeprefix("fatal: ")
        if "not a git repository" in said:
            hint = "run this inside one, or compare two folders: `alignkit diff BEFORE/ AFTER/`"
            raise NoGit("this folder is not in a git repository", hint=hint)
        raise NoGit(f"git refuses: {said}", hint="`git status` in this folder says more")


def _run(folder: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    process = _start(folder, *arguments)
    out, error = process.communicate()
    return subprocess.CompletedProcess(arguments, process.returncode, out, error)


def _start(folder: str, *arguments: str) -> subprocess.Popen[bytes]:
    # The contents are read one by one from a process whose complaints nobody would read.
    complaints = subprocess.DEVNULL if arguments[0] == "cat-file" else subprocess.PIPE
    try:
        return subprocess.Popen(  # noqa: S603 - a fixed program; revisions are no options, and no shell sees them
            ("git", *arguments),  # noqa: S607 - whichever git the user has
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            env={**os.environ, **_QUIET},
        )
    except FileNotFoundError:
        hint = "install git, or compare two folders: `alignkit diff BEFORE/ AFTER/`"
        raise NoGit("git is not installed, or not on the path", hint=hint) from None


def _text(said: bytes) -> str:
    return os.fsdecode(said)
