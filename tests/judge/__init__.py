"""Tests of verdicts, from evidence made by hand."""
