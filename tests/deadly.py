"""Curricula that end whatever process looks at them, as running out of memory does, or that meet a fault of ours."""

import os

from alignkit.api.portfolio.unit import Unit
from alignkit.source.packed import Packed

STATUS = 7


class Deadly(Packed, frozen=True, dict=True):
    """Files that nobody survives reading."""

    def read(self, name: str) -> bytes:  # noqa: ARG002 - whatever the name
        """End the process at once."""
        os._exit(STATUS)


def deadly(file: str) -> Unit:
    """Return a unit of work that ends whoever does it."""
    return Unit(file, Deadly(((file, b"alignkit: curriculum/1\n"),)))


class Unforeseen(Exception):
    """What no one expects, and what fits through no pipe, as libraries put things into what they raise."""

    def __init__(self, name: str) -> None:
        """Hold what cannot be sent."""
        super().__init__(name)
        self.held = lambda: name


class Faulty(Packed, frozen=True, dict=True):
    """Files that nobody can read, for a reason that nobody thought of."""

    def read(self, name: str) -> bytes:
        """Raise it."""
        raise Unforeseen(name)


def faulty(file: str) -> Unit:
    """Return a unit of work in which a fault shows."""
    return Unit(file, Faulty(((file, b""),)))


class Vast(Packed, frozen=True, dict=True):
    """Files for which there is not enough memory."""

    def read(self, name: str) -> bytes:  # noqa: ARG002 - whatever the name
        """Raise what Python raises then."""
        raise MemoryError


def vast(file: str) -> Unit:
    """Return a unit of work that takes more memory than there is."""
    return Unit(file, Vast(((file, b""),)))
