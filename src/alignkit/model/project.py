"""`project/1`: the settings of a user's repository, in `alignkit.yaml` at its root."""

from typing import Annotated

from alignkit.model import vocabulary as words
from alignkit.model.located import Located


class Thresholds(Located, frozen=True, kw_only=True):
    """Where rules that count begin to report; each has a stated default."""

    outcomes_per_alignment: Annotated[int, "O106: leaf items of one framework that one outcome may claim."] = 8
    near_duplicate: Annotated[float, words.SHARE, "O105: share of words that two outcomes have in common."] = 0.8
    copied: Annotated[float, words.SHARE, "O107: share of an item's words that an outcome repeats."] = 0.8
    repeated_task: Annotated[float, words.SHARE, "A110: share of words that a task and its outcome share."] = 0.8
    balance: Annotated[float, words.SHARE, "C110: Webb's balance of representation, 0 to 1."] = 0.7
    hours_tolerance: Annotated[float, words.SHARE, "A109: how far hours may differ, of the workload."] = 0.1
    hours_per_ects_low: Annotated[float, "M103: fewest hours of work for one ECTS credit."] = 25
    hours_per_ects_high: Annotated[float, "M103: most hours of work for one ECTS credit."] = 30
    group_size: Annotated[int, "E103: the largest group that counts as a small group."] = 12


class Project(Located, frozen=True, kw_only=True):
    """What a project checks, and how strictly."""

    curricula: Annotated[tuple[str, ...], "Files and folders that hold curricula."] = ()
    frameworks: Annotated[tuple[str, ...], "Folders with frameworks, overlays, rubrics, crosswalks of your own."] = ()
    fail_on: Annotated[str, words.THRESHOLDS, "The least severity that makes `check` exit 1."] = "error"
    rules: Annotated[dict[str, Annotated[str, words.RULE_LEVELS]], "A severity for each rule code, or off."] = {}
    rubric: Annotated[str, words.ID, "The rubric that `check` prints."] = ""
    baseline: Annotated[str, "The file of accepted findings that `alignkit baseline` writes."] = ""
    aliases: Annotated[dict[str, str], "Your own names for frameworks."] = {}
    thresholds: Annotated[Thresholds | None, "Where rules that count begin to report."] = None
