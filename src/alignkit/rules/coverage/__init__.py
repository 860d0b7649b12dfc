"""C: the ladder: claimed, taught, assessed, evidenced."""

from alignkit.rules.coverage import c103_taught_not_assessed as c103

RULES = (c103.RULE,)
