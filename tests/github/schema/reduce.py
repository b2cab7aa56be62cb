"""Makes `github.graphql`: of GitHub's published schema, the types and fields that curator asks for.

    npm install @octokit/graphql-schema
    python tests/github/schema/reduce.py node_modules/@octokit/graphql-schema/schema.graphql

The schema is published under the MIT License by Octokit (https://github.com/octokit/graphql-schema).
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLSchema,
    GraphQLUnionType,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    build_schema,
    get_named_type,
    is_interface_type,
    is_object_type,
    is_specified_scalar_type,
    parse,
    visit,
)

sys.path.insert(0, str(Path(__file__).parents[2]))

from curator.probes.sites.github import blocks, query
from curator.probes.sites.github_urls import target_of
from github.graphql_hub import EVERYTHING

HERE = Path(__file__).parent


def everything() -> str:
    """A document that asks for one thing of each kind."""
    return query(blocks(target for url in EVERYTHING if (target := target_of(url))))


class _Used(Visitor):
    """Which fields of which types a document asks for, and what they lead to."""

    def __init__(self, info: TypeInfo) -> None:
        super().__init__()
        self.info = info
        self.fields: dict[str, set[str]] = defaultdict(set)
        self.types: set[str] = set()

    def enter_field(self, node: Any, *_: object) -> None:
        parent, found = self.info.get_parent_type(), self.info.get_field_def()
        if parent and found and not node.name.value.startswith("__"):
            self.fields[parent.name].add(node.name.value)
            self.types |= {get_named_type(found.type).name, parent.name}
            self.types |= {get_named_type(one.type).name for one in found.args.values()}


def reduced(schema: GraphQLSchema, document: str) -> str:
    """SDL of what `document` uses of `schema`."""
    info = TypeInfo(schema)
    used = _Used(info)
    visit(parse(document), TypeInfoVisitor(info, used))
    for name in list(used.types):
        used.types |= {one.name for one in _members(schema, name)}
    kinds = [schema.type_map[name] for name in sorted(used.types)]
    parts = (_sdl(schema, kind, used) for kind in kinds if not is_specified_scalar_type(kind))
    return "\n\n".join(parts) + "\n"


def _members(schema: GraphQLSchema, name: str) -> Iterator[Any]:
    """What an interface or a union may be."""
    kind = schema.type_map[name]
    if is_interface_type(kind) or isinstance(kind, GraphQLUnionType):
        yield from schema.get_possible_types(kind)


def _sdl(schema: GraphQLSchema, kind: Any, used: _Used) -> str:
    if isinstance(kind, GraphQLUnionType):
        return f"union {kind.name} = {' | '.join(one.name for one in kind.types)}"
    if isinstance(kind, GraphQLEnumType):
        return f"enum {kind.name} {{ {' '.join(kind.values)} }}"
    if not (is_object_type(kind) or is_interface_type(kind)):
        return f"scalar {kind.name}"
    promised = [one for one in kind.interfaces if one.name in used.types]
    wanted = used.fields[kind.name].union(*(_shown(one, used) for one in promised))
    wanted = wanted or _shown(kind, used)
    keyword = "interface" if is_interface_type(kind) else "type"
    implements = f" implements {' & '.join(one.name for one in promised)}" if promised else ""
    lines = [
        f"  {name}{_arguments(kind.fields[name])}: {kind.fields[name].type}"
        for name in sorted(wanted)
    ]
    return "\n".join([f"{keyword} {kind.name}{implements} {{", *lines, "}"])


def _shown(kind: Any, used: _Used) -> set[str]:
    """A type must have a field."""
    return used.fields[kind.name] or {next(iter(kind.fields))}


def _arguments(found: Any) -> str:
    told = ", ".join(f"{name}: {one.type}" for name, one in found.args.items())
    return f"({told})" if told else ""


def main() -> None:
    published = build_schema(Path(sys.argv[1]).read_text(encoding="utf-8"), assume_valid=True)
    heading = "# Of GitHub's published schema, what is asked for: made by reduce.py.\n\n"
    text = heading + reduced(published, everything())
    (HERE / "github.graphql").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
