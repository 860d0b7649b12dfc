"""What stops a run and a person can put right."""


class AlignkitError(Exception):
    """A run cannot go on until a person acts; the command prints it and exits 2.

    `slug` is the heading in docs/errors.md that says more.
    """

    slug = "error"

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        """Say what happened, `where` (file, or file:line), and what to do about it (`hint`)."""
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint


class NothingToCheck(AlignkitError):
    """The paths given hold no curriculum, framework or project file."""

    slug = "nothing-to-check"


class BadRequest(AlignkitError):
    """An option or argument of a command does not fit."""

    slug = "bad-request"


class FileExists(AlignkitError):
    """A command would have overwritten a file."""

    slug = "file-exists"


class NotWritten(AlignkitError):
    """An output could not be written; the earlier one is still whole."""

    slug = "not-written"


class NoGit(AlignkitError):
    """A revision was asked for, and git cannot be asked about this folder."""

    slug = "no-git"


class NoRevision(AlignkitError):
    """Git knows no such revision, or this clone does not hold it."""

    slug = "no-revision"


class MissingExtra(AlignkitError):
    """A command needs a package that is not installed with alignkit itself."""

    slug = "missing-extra"


class NotImported(AlignkitError):
    """A file from elsewhere is refused, or does not hold what its format says it holds."""

    slug = "not-imported"


class NotExported(AlignkitError):
    """Something cannot be written in another format without the other side losing or confusing parts of it."""

    slug = "not-exported"


class NoWorkers(AlignkitError):
    """The processes or machines that should share a run's work cannot be used for it."""

    slug = "no-workers"


def reason_of(error: OSError | ValueError) -> str:
    """Return why something could not be read or written, in the system's words."""
    return (getattr(error, "strerror", None) or str(error)).lower()
