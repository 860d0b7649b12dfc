"""M: what makes a record of learning a micro-credential."""

from alignkit.rules.base import Rule
from alignkit.rules.microcredential import (
    m101_element_missing,
    m102_issuer_not_credible,
    m103_workload_against_ects,
    m104_no_quality_assurance,
    m105_record_not_portable,
    m106_no_recognition,
    m107_stackability_unstated,
    m108_claims_unassessed_competency,
    m109_access_unstated,
    m110_credential_not_evaluated,
    m111_no_licensing_framework,
)

RULES: tuple[Rule, ...] = (
    m101_element_missing.RULE,
    m102_issuer_not_credible.RULE,
    m103_workload_against_ects.RULE,
    m104_no_quality_assurance.RULE,
    m105_record_not_portable.RULE,
    m106_no_recognition.RULE,
    m107_stackability_unstated.RULE,
    m108_claims_unassessed_competency.RULE,
    m109_access_unstated.RULE,
    m110_credential_not_evaluated.RULE,
    m111_no_licensing_framework.RULE,
)
