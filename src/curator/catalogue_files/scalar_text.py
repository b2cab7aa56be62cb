"""Text as YAML scalars: as plain as it can be, and read back as the same text."""

from __future__ import annotations

import re

from curator.catalogue_files.nodes import resolve

_INDICATORS = "-?:,[]{}#&*!|>'\"%@`"
_FLOW = re.compile(r"[,\[\]{}]")
_NOT_PLAIN = re.compile(r": |:\t|:$| #|\t#")
_UNSEEN = re.compile(
    "[^ -~\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|[\u2028\u2029]"
)
"""What would end a line, could not be read, or (a tab) could not be seen."""
_UNREADABLE_IN_BLOCK = re.compile(
    "[^\t\n -~\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|[\u2028\u2029]"
)
_WORDS_OF_1_1 = re.compile(r"y|n|yes|no|on|off|=|<<", re.IGNORECASE)
"""What YAML 1.1 takes for something else than text, as some programs still read."""
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def inline(text: str, *, in_flow: bool = False) -> str:
    """The text on one line: plain, else in the quotes that need fewer escapes.

    `in_flow`: it stands within [] or {}, where commas and brackets mean something.
    """
    return double_quoted(text) if _WORDS_OF_1_1.fullmatch(text) else key(text, in_flow=in_flow)


def key(text: str, *, in_flow: bool = False) -> str:
    """As `inline`, for what stands before a colon: `on` is a key of ours and wants no quotes."""
    if _is_plain(text) and not (in_flow and _FLOW.search(text)):
        return text
    if _UNSEEN.search(text) or not ('"' in text or "\\" in text):
        return double_quoted(text)
    return single_quoted(text)


def single_quoted(text: str) -> str:
    """For text on one line without unreadable characters."""
    return "'" + text.replace("'", "''") + "'"


def double_quoted(text: str) -> str:
    """For any text."""
    escaped = "".join(_ESCAPES.get(char, char) for char in text)
    return '"' + _UNSEEN.sub(lambda found: _escape(found[0]), escaped) + '"'


def block(text: str, indent: str) -> str | None:
    """The text as a literal block below a key, each line behind `indent`.

    None for text that a block can't hold as it is, or that is one line.
    """
    if "\n" not in text.rstrip("\n") and not text.endswith("\n"):
        return None
    if not text.strip() or _UNREADABLE_IN_BLOCK.search(text):
        return None
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    chomping = ("-", "")[ends] if ends < 2 else "+"
    # Without a number, the first line with text on it would set the indentation.
    number = "2" if text[0] in " \t\n" else ""
    lines = [indent + line if line else "" for line in body.split("\n")]
    return "\n".join([f"|{number}{chomping}", *lines, *[""] * (ends - 1)])


def _is_plain(text: str) -> bool:
    if not text or text != text.strip() or _UNSEEN.search(text) or _NOT_PLAIN.search(text):
        return False
    if not isinstance(resolve(text), str):
        return False
    return text[0] not in _INDICATORS and not text.startswith(("---", "..."))


def _escape(char: str) -> str:
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
