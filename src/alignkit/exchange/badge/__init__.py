"""A curriculum's achievement as Open Badges 3.0 describes it, and the credential that says a learner has it."""
