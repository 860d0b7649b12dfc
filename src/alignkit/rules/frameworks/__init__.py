"""F: framework and rubric files, for those who maintain them."""

from alignkit.rules.base import Rule

RULES: tuple[Rule, ...] = ()
