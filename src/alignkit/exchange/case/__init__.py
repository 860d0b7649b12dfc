"""1EdTech CASE: versions 1.0 and 1.1 are read, 1.1 is written."""

from alignkit.exchange.case.crosswalk_out import write_crosswalk
from alignkit.exchange.case.curriculum_out import write_curriculum
from alignkit.exchange.case.framework_out import write_framework
from alignkit.exchange.formats import Exporter, Format, Importer
