"""Findings to verdicts: met, partly met, not met, not evidenced, not applicable."""
