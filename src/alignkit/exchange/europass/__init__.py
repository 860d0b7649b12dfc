"""A curriculum as the European Learning Model v3 describes what can be learned: what Europass works with."""
