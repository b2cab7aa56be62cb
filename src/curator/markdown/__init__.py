"""A Markdown list and its catalogue: read, write, and every link at its place."""

from curator.markdown.astray import Astray, astray
from curator.markdown.coverage import Coverage, coverage
from curator.markdown.cut import Cut, cut_item, first_lines
from curator.markdown.insert import append_item, append_row, insert_item
from curator.markdown.kin import Kin, insert_kin, kin_below
from curator.markdown.links import links_in
from curator.markdown.markers import BEGIN, END, between_markers, has_markers, marked
from curator.markdown.printing import item_lines, row_line
from curator.markdown.reading import read
from curator.markdown.resources import begins_with_bracket
from curator.markdown.splice import Edit, replace_url, replace_urls
from curator.markdown.style import Style
from curator.markdown.writing import write

__all__ = [
    "BEGIN",
    "END",
    "Astray",
    "Coverage",
    "Cut",
    "Edit",
    "Kin",
    "Style",
    "append_item",
    "append_row",
    "astray",
    "begins_with_bracket",
    "between_markers",
    "coverage",
    "cut_item",
    "first_lines",
    "has_markers",
    "insert_item",
    "insert_kin",
    "item_lines",
    "kin_below",
    "links_in",
    "marked",
    "read",
    "replace_url",
    "replace_urls",
    "row_line",
    "write",
]
