"""Tests of the list as Markdown; the parser of GitHub is the referee."""
