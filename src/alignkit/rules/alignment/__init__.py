"""A: constructive alignment of outcomes, activities and assessments."""

from alignkit.rules.alignment import (
    a101_outcome_without_activity,
    a102_outcome_without_assessment,
    a103_activity_without_outcome,
    a104_assessment_without_outcome,
    a105_assessed_below_level,
    a106_weights_not_100,
    a107_no_criteria,
    a108_mastered_before_introduced,
    a109_hours_do_not_add_up,
    a110_assessment_repeats_outcome,
)
from alignkit.rules.base import Rule

RULES: tuple[Rule, ...] = (
    a101_outcome_without_activity.RULE,
    a102_outcome_without_assessment.RULE,
    a103_activity_without_outcome.RULE,
    a104_assessment_without_outcome.RULE,
    a105_assessed_below_level.RULE,
    a106_weights_not_100.RULE,
    a107_no_criteria.RULE,
    a108_mastered_before_introduced.RULE,
    a109_hours_do_not_add_up.RULE,
    a110_assessment_repeats_outcome.RULE,
)
