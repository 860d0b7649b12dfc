"""The report as a workbook: what its sheets are made of. `render.report.xlsx` puts them together."""
