"""The files that `alignkit init` writes, with places to fill."""
