"""Functions that turn a report into text. They decide nothing and change nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from curator.findings import Report
from curator.reporters.json_report import json_report
from curator.reporters.markdown import markdown
from curator.reporters.options import Options
from curator.reporters.terminal import terminal
from curator.reporters.workflow import workflow

__all__ = ["REPORTERS", "Options", "Reporter"]

Reporter = Callable[[Report, Options], str]
"""Ends its text with a line end."""

REPORTERS: Mapping[str, Reporter] = MappingProxyType(
    {
        "terminal": terminal,
        "json": json_report,
        "markdown": markdown,
        "workflow": workflow,
    }
)
"""By the name that `--format` takes."""
