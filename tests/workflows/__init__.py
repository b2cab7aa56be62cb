"""Tests of the workflows, ours and the one that `curator init` writes."""
