"""Tests of the history: it keeps every evidence through kills, other processes and damage."""
