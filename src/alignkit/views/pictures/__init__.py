"""Five pictures of one curriculum as data: what is drawn, in words and numbers, each with its table and its message."""
