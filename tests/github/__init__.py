"""Tests of the living issue and the pull request, against a small GitHub of our own."""
