"""Tests of the crawl, on a clock that jumps."""
