"""E: evidence-informed, learner-centred, designed with others."""

from alignkit.rules.base import Rule

RULES: tuple[Rule, ...] = ()
