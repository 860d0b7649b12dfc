"""alignkit checks curricula against competency frameworks and the marks of quality interprofessional education."""

__version__ = "0.1.0"
