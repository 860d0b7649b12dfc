"""O: how outcomes are worded."""

from alignkit.rules.base import Rule

RULES: tuple[Rule, ...] = ()
