"""Tests of rules, findings, waivers and the report."""
