"""Tests of the catalogue as YAML: read, written, changed in place."""
