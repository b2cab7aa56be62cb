"""Why an item stays as it stands, as import says it after its place."""

from __future__ import annotations

NOT_THE_SAME = "rendered as data it would look different"
NO_TEXT = "it does not begin with a line of text"
TOO_LONG = "its text is longer than any entry's"
TORN_CODE = "code below it begins inside a tab"
NO_TITLE = "no title can be told from what stands around its links"
MORE_CELLS = "the row has more cells than the table has columns"
NO_CELL = "the cell of the title is empty, or more than a title"
