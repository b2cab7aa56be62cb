"""The waiver to paste when a person knows better."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Final

_LASTS: Final = timedelta(days=90)
"""How long a pasted waiver holds: long enough to forget, short enough to be asked again."""

_BECAUSE: Final = "opens in my browser"


def has_entries(source: str) -> bool:
    """Is it a catalogue? A Markdown list has no place for an entry's waiver."""
    return not source.lower().endswith((".md", ".markdown", ".mdown", ".mkd"))


def for_entry(rule: str, today: date) -> str:
    """YAML for the entry in the catalogue."""
    return (
        f"    waivers:\n"
        f"      - rule: {rule}\n"
        f"        because: {_BECAUSE}\n"
        f"        until: {today + _LASTS}\n"
    )


def for_host(rule: str, host: str, today: date) -> str:
    """TOML for `curator.toml`."""
    return (
        f"[[waivers]]\n"
        f"host = {json.dumps(host)}\n"
        f'rule = "{rule}"\n'
        f'because = "{_BECAUSE}"\n'
        f"until = {today + _LASTS}\n"
    )
