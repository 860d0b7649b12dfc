"""F: framework, crosswalk and rubric files, for those who maintain them."""

from alignkit.rules.frameworks import f101_count_differs as f101
from alignkit.rules.frameworks import f102_duplicate_code as f102
from alignkit.rules.frameworks import f103_no_source as f103
from alignkit.rules.frameworks import f104_verbatim_without_licence as f104
from alignkit.rules.frameworks import f105_crosswalk_end_missing as f105
from alignkit.rules.frameworks import f106_crosswalk_contradicts_itself as f106
from alignkit.rules.frameworks import f107_rubric_names_unknown_rule as f107
from alignkit.rules.frameworks import f108_level_names_do_not_fit as f108
from alignkit.rules.frameworks import f109_duplicate_framework_id as f109
from alignkit.rules.frameworks import f110_overlay_without_item as f110

RULES = (f101.RULE, f102.RULE, f103.RULE, f104.RULE, f105.RULE, f106.RULE, f107.RULE, f108.RULE, f109.RULE, f110.RULE)
