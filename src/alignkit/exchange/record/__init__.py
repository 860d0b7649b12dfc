"""Comprehensive Learner Record 2.0: several credentials of one learner in one, the stackable record."""
