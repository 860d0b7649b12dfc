"""Other people's formats, at the edge: what they hold is read into ours, ours is written into theirs, losses named."""
