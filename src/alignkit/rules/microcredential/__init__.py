"""M: what makes a record of learning a micro-credential."""

from alignkit.rules.base import Rule

RULES: tuple[Rule, ...] = ()
