"""The console script, and `python -m curator`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line. Its imports take a moment, in which Ctrl-C is as quiet as later."""
    try:
        from curator.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
