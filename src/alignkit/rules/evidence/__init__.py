"""E: evidence-informed, learner-centred, designed and reviewed with others."""

from alignkit.rules.base import Rule
from alignkit.rules.evidence import (
    e101_no_educational_theory,
    e102_not_learner_centred,
    e103_no_group_dynamics,
    e104_no_evidence_cited,
    e105_evidence_not_traceable,
    e106_not_co_designed,
    e107_review_missing,
    e108_no_service_user,
)

RULES: tuple[Rule, ...] = (
    e101_no_educational_theory.RULE,
    e102_not_learner_centred.RULE,
    e103_no_group_dynamics.RULE,
    e104_no_evidence_cited.RULE,
    e105_evidence_not_traceable.RULE,
    e106_not_co_designed.RULE,
    e107_review_missing.RULE,
    e108_no_service_user.RULE,
)
