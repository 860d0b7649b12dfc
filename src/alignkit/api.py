"""What alignkit does, without a terminal."""

from alignkit.rules.examine import Examination, Examined, examine
from alignkit.triage.triage import Checked, triage

__all__ = ["Checked", "Examination", "Examined", "examine", "triage"]
