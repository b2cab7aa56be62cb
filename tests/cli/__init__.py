"""Tests of the commands, called as people call them."""
