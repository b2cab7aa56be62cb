"""curator.toml: what a maintainer may set, read with every problem at its place."""

from curator.config.load import InvalidConfigError, load_config
from curator.config.model import Config, FailOn, Update
from curator.durations import DurationError, parse_duration

__all__ = [
    "Config",
    "DurationError",
    "FailOn",
    "InvalidConfigError",
    "Update",
    "load_config",
    "parse_duration",
]
