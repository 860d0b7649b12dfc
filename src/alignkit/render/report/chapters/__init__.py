"""The report's chapters: each turns a part of the view into blocks, in the report's language."""
