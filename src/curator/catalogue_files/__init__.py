"""The catalogue as a folder of YAML files: read, written, and changed in place."""

from curator.catalogue_files.load import MAIN_FILE, load

__all__ = ["MAIN_FILE", "load"]
