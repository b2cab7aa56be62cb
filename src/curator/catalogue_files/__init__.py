"""The catalogue as a folder of YAML files: read, written, and changed in place."""

from curator.catalogue_files.atomic import check_writable, write_atomically
from curator.catalogue_files.emit import Value
from curator.catalogue_files.entry_splice import with_entry, with_row
from curator.catalogue_files.load import MAIN_FILE, load
from curator.catalogue_files.side_file import SideFile, load_side_file, names, side_file_of
from curator.catalogue_files.side_file_splice import with_side_entry
from curator.catalogue_files.side_import import carried_over
from curator.catalogue_files.side_merge import merge
from curator.catalogue_files.splice import replace_scalar, replace_scalars, retire, set_updated
from curator.catalogue_files.write import save

__all__ = [
    "MAIN_FILE",
    "SideFile",
    "Value",
    "carried_over",
    "check_writable",
    "load",
    "load_side_file",
    "merge",
    "names",
    "replace_scalar",
    "replace_scalars",
    "retire",
    "save",
    "set_updated",
    "side_file_of",
    "with_entry",
    "with_row",
    "with_side_entry",
    "write_atomically",
]
