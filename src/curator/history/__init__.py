"""Every URL's evidence, oldest first, in one SQLite file."""

from curator.history.store import History

__all__ = ["History"]
