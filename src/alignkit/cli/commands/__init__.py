"""Every command with its options and help, as Typer knows it; what a command does is in a module of its own."""
