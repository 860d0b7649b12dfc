"""The frameworks at hand: those shipped, a project's own, and what a reference means."""
