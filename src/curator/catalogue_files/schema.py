"""What the catalogue's files may hold, by their JSON Schemas; every violation at its place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from curator.catalogue_files.accept import Schemas
from curator.catalogue_files.explain import explain
from curator.catalogue_files.file_text import FileText
from curator.catalogue_files.nodes import Mapping, Node, Sequence, to_data
from curator.errors import Problem
from curator.resources import shipped

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError


class Schema(StrEnum):
    """The files a catalogue is made of."""

    CATALOGUE = "catalogue.schema.json"  # catalogue.yaml
    SECTION = "section.schema.json"  # a top-level section's file
    STYLE = "style.schema.json"  # what both say under `style`
    SIDE_FILE = "side-file.schema.json"  # beside a Markdown list


def violations(file: FileText, root: Node, schema: Schema) -> Iterator[Problem]:
    """Everything in the file that the schema does not allow, one at a time."""
    data = to_data(root)
    if _quick().accepts(schema, data):
        return
    for error in _validator(schema).iter_errors(data):
        for offset, message in explain(error, _node_at(root, error)):
            yield file.error(offset, message)


def schema_text(schema: Schema) -> str:
    """The schema as it is shipped, for editors."""
    return (shipped("schema") / schema.value).read_text(encoding="utf-8")


def _documents() -> dict[str, Any]:
    return {name.value: json.loads(schema_text(name)) for name in Schema}


@cache
def _quick() -> Schemas:
    return Schemas(_documents())


@cache
def _validator(schema: Schema) -> Draft202012Validator:
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT202012

    registry: Registry[Any] = Registry().with_resources(
        (name, Resource.from_contents(document, default_specification=DRAFT202012))
        for name, document in _documents().items()
    )
    return Draft202012Validator({"$ref": schema.value}, registry=registry)


def _node_at(root: Node, error: ValidationError) -> Node:
    node = root
    for step in error.absolute_path:
        if isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
        elif isinstance(node, Mapping) and isinstance(step, str):
            node = node.values[step]
    return node
