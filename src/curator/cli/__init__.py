"""The command line: options in, one call, text out, exit code."""

from curator.cli.main import main

__all__ = ["main"]
