"""What is shown and in which order, whatever the format."""
