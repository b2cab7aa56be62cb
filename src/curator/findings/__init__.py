"""Things that ask for a decision: rules, findings, and the report of a run."""

from curator.findings.build import build
from curator.findings.hosts import host_of
from curator.findings.model import Finding, Fix, HostWaiver, Listed, Place, Report
from curator.findings.rules import RULES, Level, Rule, RuleId, rule_for
from curator.findings.waivers import NOT_FOR_HOSTS

__all__ = [
    "NOT_FOR_HOSTS",
    "RULES",
    "Finding",
    "Fix",
    "HostWaiver",
    "Level",
    "Listed",
    "Place",
    "Report",
    "Rule",
    "RuleId",
    "build",
    "host_of",
    "rule_for",
]
