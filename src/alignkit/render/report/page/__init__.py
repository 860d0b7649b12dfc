"""The report as a web page: its templates, its styles and scripts, and the little that these are told in Python."""
