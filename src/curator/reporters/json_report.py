"""The report for programs: the stable format of `schema/report.schema.json`."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from typing import Any, Final

from curator.evidence import PageDate
from curator.findings import Finding, Listed, Report
from curator.reporters.options import Options

_VERSION: Final = 1
"""Raised when a key changes its meaning or goes away."""


def json_report(report: Report, options: Options) -> str:
    """UTF-8 as it is, keys in the order of the schema. `options` change nothing."""
    del options
    text = json.dumps(_report(report), ensure_ascii=False, indent=1)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


_UNSEEN: Final = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal would act on, or UTF-8 can't hold: written as JSON's own escape."""


def _report(report: Report) -> dict[str, Any]:
    return {
        "version": _VERSION,
        "generated_at": _moment(report.generated_at),
        "source": report.source,
        "summary": {"links": len(report.links), "by_status": dict(report.by_status())},
        "links": [_link(listed) for listed in report.links],
        "findings": [_finding(finding) for finding in report.findings],
    }


def _link(listed: Listed) -> dict[str, Any]:
    verdict = listed.verdict
    return {
        "url": listed.url,
        "status": verdict.status,
        "final_url": verdict.final_url,
        "replacement": listed.replacement,
        "reason": verdict.reason,
        "since": _day(verdict.since),
        "checked_at": _moment(verdict.checked_at) if verdict.checked_at else None,
        "http_status": verdict.http_status,
        "hops": [{"url": hop.url, "status": hop.status} for hop in verdict.hops],
        "signs": list(dict.fromkeys(sign.name for sign in verdict.signs)),
        "activity": _activity(verdict.activity),
        "places": [
            {
                "entry": place.entry,
                "path": place.location.path,
                "line": place.location.line,
                "column": place.location.column,
            }
            for place in listed.places
        ],
    }


def _activity(activity: PageDate | None) -> dict[str, str] | None:
    if activity is None:
        return None
    return {"date": activity.day.isoformat(), "source": activity.source}


def _finding(finding: Finding) -> dict[str, Any]:
    location, fix = finding.location, finding.fix
    return {
        "id": finding.id,
        "rule": finding.rule,
        "level": finding.level,
        "message": finding.message,
        "url": finding.url,
        "entry": finding.entry,
        "path": location.path if location else None,
        "line": location.line if location else None,
        "column": location.column if location else None,
        "since": _day(finding.since),
        "fix": {"old": fix.old, "new": fix.new} if fix else None,
        "host": finding.host or None,
        "also": [_beside(one) for one in finding.also],
    }


def _beside(finding: Finding) -> dict[str, Any]:
    told = _finding(finding)
    return {key: told[key] for key in ("id", "rule", "url", "entry", "path", "line", "column")}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(moment: datetime) -> str:
    """RFC 3339, in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
