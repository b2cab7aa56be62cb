"""Tests of probes, driven with lists of answers."""
