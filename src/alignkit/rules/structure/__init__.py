"""S: source and structure: what stands in the file, before what it means."""

from alignkit.rules.structure import s003_duplicate_key as s003

RULES = (s003.RULE,)
