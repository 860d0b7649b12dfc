"""Learning management systems: their lists of competencies and outcomes."""
