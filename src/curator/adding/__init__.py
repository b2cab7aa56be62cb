"""A new entry for the list: looked at first, written as the list writes its own."""

from curator.adding.looking import Seen, UnfitLinkError, look, unasked
from curator.adding.planning import Wish, add, refuse_repeated, refuse_unknown

__all__ = [
    "Seen",
    "UnfitLinkError",
    "Wish",
    "add",
    "look",
    "refuse_repeated",
    "refuse_unknown",
    "unasked",
]
