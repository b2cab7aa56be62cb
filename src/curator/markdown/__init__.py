"""A Markdown list and its catalogue: read, write, and every link at its place."""

from curator.markdown.links import links_in

__all__ = ["links_in"]
