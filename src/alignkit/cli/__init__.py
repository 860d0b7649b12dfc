"""The commands: options in, one call, write, exit."""
