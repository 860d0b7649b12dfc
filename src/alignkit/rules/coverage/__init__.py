"""C: the ladder: claimed, taught, assessed, evidenced."""

from alignkit.rules.base import Rule
from alignkit.rules.coverage import (
    c101_not_claimed,
    c102_claimed_not_taught,
    c103_taught_not_assessed,
    c104_assessed_not_evidenced,
    c105_below_target,
    c106_partial_only,
    c107_rests_on_one,
    c108_missed_by_profession,
    c109_lost_since_base,
    c110_unbalanced,
)

RULES: tuple[Rule, ...] = (
    c101_not_claimed.RULE,
    c102_claimed_not_taught.RULE,
    c103_taught_not_assessed.RULE,
    c104_assessed_not_evidenced.RULE,
    c105_below_target.RULE,
    c106_partial_only.RULE,
    c107_rests_on_one.RULE,
    c108_missed_by_profession.RULE,
    c109_lost_since_base.RULE,
    c110_unbalanced.RULE,
)
