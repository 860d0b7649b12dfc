"""S: source and structure: what stands in the file, before what it means."""

from alignkit.rules.structure import s001_unreadable_file as s001
from alignkit.rules.structure import s002_yaml_syntax as s002
from alignkit.rules.structure import s003_duplicate_key as s003
from alignkit.rules.structure import s004_unknown_key as s004
from alignkit.rules.structure import s005_wrong_type as s005
from alignkit.rules.structure import s006_missing_key as s006
from alignkit.rules.structure import s007_not_in_vocabulary as s007
from alignkit.rules.structure import s008_limit_exceeded as s008
from alignkit.rules.structure import s009_anchor_or_alias as s009
from alignkit.rules.structure import s010_unknown_format as s010
from alignkit.rules.structure import s011_suppression_without_reason as s011
from alignkit.rules.structure import s012_suppression_unused as s012
from alignkit.rules.structure import s013_suppression_unknown_code as s013
from alignkit.rules.structure import s014_module_without_curriculum as s014
from alignkit.rules.structure import s015_baseline_entry_unused as s015

RULES = (
    s001.RULE,
    s002.RULE,
    s003.RULE,
    s004.RULE,
    s005.RULE,
    s006.RULE,
    s007.RULE,
    s008.RULE,
    s009.RULE,
    s010.RULE,
    s011.RULE,
    s012.RULE,
    s013.RULE,
    s014.RULE,
    s015.RULE,
)
