"""Typed documents that remember their places: one module per kind of file."""
