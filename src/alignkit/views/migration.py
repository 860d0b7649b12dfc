"""What is shown of a migration: the patch, what moved, and what the new edition alone does to coverage."""

from msgspec import Struct

from alignkit.analysis.coverage import STEPS, Coverage
from alignkit.views.editions import BasisView


class CoverageChange(Struct, frozen=True):
    """One step of the ladder: how many items got there, in the old edition and in the new."""

    step: str
    before: int
    after: int
    at_best: int


class MigratedFile(Struct, frozen=True):
    """One curriculum: its text before and after, and how far the frameworks' items get through it."""

    file: str
    curriculum: str
    text: str
    migrated: str
    alignments: int
    moved: int
    declared: bool
    """Whether the old edition stands under `frameworks:`, and so `use_moved` whether it becomes the new one there."""
    use_moved: bool
    scope: tuple[str, ...]
    """The branches that the old edition is measured in, where the new one is measured as a whole."""
    totals: tuple[int, int]
    coverage: tuple[CoverageChange, ...]


class MigrationView(Struct, frozen=True):
    """Everything that `frameworks migrate` says."""

    before: str
    after: str
    basis: BasisView
    files: tuple[MigratedFile, ...]

    @property
    def changed(self) -> tuple[MigratedFile, ...]:
        """Return the files that would become others."""
        return tuple(file for file in self.files if file.text != file.migrated)


def coverage_changes(before: Coverage, after: Coverage, best: Coverage) -> tuple[CoverageChange, ...]:
    """Return the ladder in the old edition and in the new, after what is safe and if all questions are answered."""
    return tuple(
        CoverageChange(step.word, before.reached(step), after.reached(step), best.reached(step)) for step in STEPS
    )
