"""A tour of curator on an embedded web: the same commands, with no network."""
