"""Renderers of what `check` found: one file for each format."""
