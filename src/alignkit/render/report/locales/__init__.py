"""Message catalogues of reports, one for each language."""
