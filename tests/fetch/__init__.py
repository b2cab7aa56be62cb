"""Tests of asking, on real sockets of this machine."""
