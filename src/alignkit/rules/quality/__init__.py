"""Q: the four characteristics of quality interprofessional education."""

from alignkit.rules.base import Rule

RULES: tuple[Rule, ...] = ()
