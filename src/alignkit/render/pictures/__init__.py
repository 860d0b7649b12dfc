"""Five pictures of a curriculum as static SVG, each from its data in views.pictures."""
