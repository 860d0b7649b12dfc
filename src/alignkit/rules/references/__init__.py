"""R: who and what is named, and whether it exists."""

from alignkit.rules.base import Rule

RULES: tuple[Rule, ...] = ()
