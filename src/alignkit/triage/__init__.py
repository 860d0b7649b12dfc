"""Which findings stay: selected, suppressed with a reason, switched off."""
