"""A curriculum and its frameworks as one typed networkx graph."""
