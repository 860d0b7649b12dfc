"""O: how outcomes are worded."""

from alignkit.rules.base import Rule
from alignkit.rules.outcomes import (
    o101_no_alignment,
    o102_not_measurable,
    o103_several_outcomes_in_one,
    o104_level_contradicts_verb,
    o105_near_duplicate_outcome,
    o106_inflated_alignment,
    o107_copied_from_framework,
)

RULES: tuple[Rule, ...] = (
    o101_no_alignment.RULE,
    o102_not_measurable.RULE,
    o103_several_outcomes_in_one.RULE,
    o104_level_contradicts_verb.RULE,
    o105_near_duplicate_outcome.RULE,
    o106_inflated_alignment.RULE,
    o107_copied_from_framework.RULE,
)
