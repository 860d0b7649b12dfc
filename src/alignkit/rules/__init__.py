"""What alignkit checks: one file per rule, grouped by family."""
