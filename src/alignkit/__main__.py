"""Lets `python -m alignkit` do what `alignkit` does."""

from alignkit.cli.entry import main

if __name__ == "__main__":
    main()
