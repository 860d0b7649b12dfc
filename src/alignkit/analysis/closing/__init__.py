"""What is missing on the ladder, what of it one act may close, and where in the curriculum that act could be."""
