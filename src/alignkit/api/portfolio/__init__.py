"""Many curricula at once: found, handed out one by one, looked at anywhere, put together in order."""
