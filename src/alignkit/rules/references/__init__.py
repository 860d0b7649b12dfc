"""R: who and what is named, and whether it exists."""

from alignkit.rules.references import r101_unknown_framework as r101
from alignkit.rules.references import r102_unknown_item as r102
from alignkit.rules.references import r103_unknown_local_id as r103
from alignkit.rules.references import r104_duplicate_id as r104
from alignkit.rules.references import r105_superseded_edition as r105
from alignkit.rules.references import r106_aligned_with_parent as r106
from alignkit.rules.references import r107_framework_not_declared as r107
from alignkit.rules.references import r108_out_of_scope as r108
from alignkit.rules.references import r109_rests_on_unverified as r109

RULES = (r101.RULE, r102.RULE, r103.RULE, r104.RULE, r105.RULE, r106.RULE, r107.RULE, r108.RULE, r109.RULE)
