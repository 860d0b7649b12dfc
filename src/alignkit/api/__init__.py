"""What alignkit does, without a terminal: one module for each group of commands."""
