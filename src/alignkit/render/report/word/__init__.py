"""The report for Word: what its parts are made of. `render.report.docx` puts them together."""
