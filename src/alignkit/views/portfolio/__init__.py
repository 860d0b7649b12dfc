"""What is shown of many curricula together."""
