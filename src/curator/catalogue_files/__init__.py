"""The catalogue as a folder of YAML files: read, written, and changed in place."""

from curator.catalogue_files.atomic import write_atomically
from curator.catalogue_files.load import MAIN_FILE, load
from curator.catalogue_files.write import save

__all__ = ["MAIN_FILE", "load", "save", "write_atomically"]
