"""curator keeps a curated list true."""

from typing import Final

__version__: Final = "0.1.0"
