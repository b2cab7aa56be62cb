"""The catalogue as a folder of YAML files: read, written, and changed in place."""

from curator.catalogue_files.atomic import write_atomically
from curator.catalogue_files.load import MAIN_FILE, load
from curator.catalogue_files.splice import replace_scalar, retire, set_updated
from curator.catalogue_files.write import save

__all__ = [
    "MAIN_FILE",
    "load",
    "replace_scalar",
    "retire",
    "save",
    "set_updated",
    "write_atomically",
]
