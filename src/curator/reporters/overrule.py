"""The waiver to paste when a person knows better."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import Final

from curator.reporters.escape import visible

_LASTS: Final = timedelta(days=90)
"""How long a pasted waiver holds: long enough to forget, short enough to be asked again."""

_PLAIN: Final = re.compile(r"https?://[!-~]*[!-9;-~]", re.IGNORECASE)
"""A URL that YAML reads as it stands."""

_BECAUSE: Final = "opens in my browser"


def side_file(source: str) -> str | None:
    """What stands beside a Markdown list, which has no place for an entry's waiver; None for a
    catalogue, which has."""
    if not source.lower().endswith((".md", ".markdown", ".mdown", ".mkd")):
        return None
    return f"{source.rpartition('.')[0]}.curator.yaml"


def for_entry(rule: str, today: date) -> str:
    """YAML for the entry in the catalogue."""
    return (
        f"    waivers:\n"
        f"      - rule: {rule}\n"
        f"        because: {_BECAUSE}\n"
        f"        until: {today + _LASTS}\n"
    )


def for_url(rule: str, url: str, today: date, *, begun: bool = False) -> str:
    """YAML for the side file; `begun`: it has entries already, and this is one more."""
    shown = url if _PLAIN.fullmatch(url) else json.dumps(visible(url), ensure_ascii=False)
    entry = f"  - url: {shown}\n{for_entry(rule, today)}"
    return entry if begun else f"entries:\n{entry}"


def for_host(rule: str, host: str, today: date) -> str:
    """TOML for `curator.toml`."""
    return (
        f"[[waivers]]\n"
        f"host = {json.dumps(host)}\n"
        f'rule = "{rule}"\n'
        f'because = "{_BECAUSE}"\n'
        f"until = {today + _LASTS}\n"
    )
