"""A: constructive alignment of outcomes, activities and assessments."""

from alignkit.rules.base import Rule

RULES: tuple[Rule, ...] = ()
