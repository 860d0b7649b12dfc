"""How a view looks: one file for each format; renderers compute nothing."""
