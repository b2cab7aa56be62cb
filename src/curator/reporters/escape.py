"""Text from the network and from the list, made harmless for the place it is printed in.

What comes in may be anything: terminal escapes, bidirectional overrides, HTML, mentions, workflow
commands. What goes out shows the same words and does nothing.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final
from urllib.parse import quote

from curator import urls

LONGEST: Final = 300
"""Characters of one quoted text."""
_LONGEST_URL: Final = 2_000
_APART: Final = "\u200b"
"""A zero-width space: GitHub no longer sees a mention, a reference or a link."""


def visible(text: str) -> str:
    """`text` on one line, without controls, surrogates, bidirectional and invisible characters."""
    return "".join(map(_visible, text))


def plain(text: str, longest: int = LONGEST) -> str:
    """Visible text with single spaces, cut to `longest` characters."""
    line = " ".join(visible(text[: 4 * longest]).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def for_terminal(text: str) -> str:
    """For a line of a terminal, which may be the log of a workflow. Spaces and tabs are kept.

    A workflow command is `::command::` at the start of a line, or `##[command]` anywhere.
    """
    line = visible(text).replace("##[", "# #[")
    return line.replace("::", ": :", 1) if line.lstrip().startswith("::") else line


def for_workflow(text: str) -> str:
    """The message of a workflow command: actions/toolkit, packages/core/src/command.ts."""
    return visible(text).replace("%", "%25")


def for_workflow_property(text: str) -> str:
    """A property of a workflow command, such as its file or title."""
    return for_workflow(text).replace(":", "%3A").replace(",", "%2C")


def for_markdown(text: str, longest: int = LONGEST) -> str:
    """Words inside a line or a table's cell of GitHub's Markdown; URLs among them as code."""
    parts = _URL.split(plain(text, longest))
    return "".join(
        code_for_markdown(part) if n % 2 else _words(part) for n, part in enumerate(parts)
    )


def code_for_markdown(text: str) -> str:
    """A code span for a URL or a path: GitHub makes nothing of what stands inside."""
    line = plain(text, _LONGEST_URL).replace("|", "%7C")  # a bar would end a table's cell
    if not line:
        return ""
    fence = "`" * (max(map(len, _BACKTICKS.findall(line)), default=0) + 1)
    space = " " if "`" in line else ""
    return f"{fence}{space}{line}{space}{fence}"


def link_for_markdown(url: str) -> str:
    """A URL to click on. One of GitHub's is code: a link would show up in the other repository."""
    shown = code_for_markdown(url)
    if urls.problem(url) or len(url) > _LONGEST_URL or urls.host_key(url) in _GITHUB:
        return shown
    return f"[{shown}](<{_destination(url)}>)"


def place_for_markdown(path: str, line: int, blob_base: str | None) -> str:
    """A place in the list, linked to the file at its commit. Plain, so that lines can be linked."""
    shown = code_for_markdown(f"{path}:{line}")
    if not blob_base or path.startswith("/") or ".." in path.split("/"):
        return shown
    return f"[{shown}](<{blob_base}{quote(path)}?plain=1#L{line}>)"


_GITHUB: Final = frozenset({"github.com", "www.github.com"})
_URL: Final = re.compile(
    r"((?:https?|ftp)://[^\s<>\"`，。；：！？、（）【】「」《》]+)", re.IGNORECASE
)
_BACKTICKS: Final = re.compile(r"`+")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", _APART: "&#8203;"}
_SPECIAL: Final = re.compile(r"[\\`*_\[\]~$]|^[-+=#]")
_NUMBER: Final = re.compile(r"^(\d+)(?=[.)])")
_AUTOMATIC: Final = re.compile(
    r"""
      @                                   # a mention, an address
    | \#(?=\d)                            # an issue
    | (?<![a-z0-9])gh(?=-\d)              # an issue, GH-1
    | (?<![a-z0-9])www(?=\.)              # a link
    | [a-z](?=://)                        # a link
    """,
    re.IGNORECASE | re.VERBOSE,
)


def _visible(character: str) -> str:
    if character in " \t":
        return character
    category = unicodedata.category(character)
    if category in ("Cc", "Zs", "Zl", "Zp"):
        return " " if character.isspace() else ""
    return "" if category in ("Cf", "Cs") else character


def _words(text: str) -> str:
    text = _AUTOMATIC.sub(lambda found: found[0] + _APART, text)
    text = _NUMBER.sub(r"\1\\", _SPECIAL.sub(r"\\\g<0>", text))
    return "".join(_ENTITIES.get(character, character) for character in text)


def _destination(url: str) -> str:
    return quote(visible(url), safe="!#$%&'()*+,-./:;=?@[]_~")
