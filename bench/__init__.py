"""How fast alignkit is, against a yardstick, in one run: `python -m bench.run`."""
