"""Tests of what reports look like, against golden files."""
