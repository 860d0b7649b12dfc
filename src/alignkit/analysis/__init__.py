"""Facts about one curriculum, each computed once, none of them opinionated."""
