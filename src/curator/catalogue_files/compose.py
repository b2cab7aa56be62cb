"""From YAML text to a tree with places: a composer over libyaml's events.

PyYAML's own composer recurses (its C form ends the process at 100,000 open brackets), keeps the
last of two equal keys without a word, and follows aliases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from curator.catalogue_files.file_text import FileText
from curator.catalogue_files.nodes import Mapping, Node, Scalar, Sequence
from curator.errors import Problem

MAX_DEPTH = 64
"""Levels of nesting, so about 30 of entries within entries."""
MAX_NODES = 500_000
"""Of one file: 10,000 entries have about 200,000."""

_TOO_DEEP = f"nested more than {MAX_DEPTH} levels deep"

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNPRINTABLE = re.compile(
    "[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_BREAKS_OF_1_1 = "\x85\u2028\u2029"
"""Line ends in YAML 1.1, which libyaml reads, and not in 1.2, which editors read."""
_PRIVATE = range(0xE000, 0xF8FF)
_HINTS = (
    ("mapping values are not allowed", 'text that holds ": " needs quotes round it'),
    ("cannot start any token", "tabs can't indent, and text that starts so needs quotes round it"),
    ("tab character", "indent with spaces"),
    ("end of stream", "a quote or a bracket is not closed"),
    ("block end", "look at the indentation here and on the line above, or for a missing quote"),
    ("expected key", "look at the indentation here and on the line above, or for a missing quote"),
    ("could not find expected ':'", "a key is followed by a colon and a space"),
    ("document start", "look at the indentation here and on the line above"),
    ("escape", "in double quotes a backslash is written twice"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A file's tree and all that is wrong with it as YAML."""

    root: Node | None
    """None when the file is empty or can't be read as YAML."""
    problems: tuple[Problem, ...]


def compose(file: FileText) -> Composed:
    """Read one YAML document. Never raises for what is in the text, and never recurses."""
    if unprintable := _UNPRINTABLE.search(file.text):
        message = f"the character U+{ord(unprintable[0]):04X} can't stand in YAML: take it out"
        return Composed(root=None, problems=(file.error(unprintable.start(), message),))
    veil = _veil(file.text)
    builder = _Builder(file=file, unveil={shown: hidden for hidden, shown in veil.items()})
    try:
        for event in _events(file.text.translate(veil) if veil else file.text):
            builder.take(event)
    except _Unreadable as error:
        problem = file.error(min(error.offset, len(file.text)), error.message)
        return Composed(root=None, problems=(*builder.problems, problem))
    return Composed(root=builder.root, problems=tuple(builder.problems))


class _Unreadable(Exception):  # noqa: N818 - the file is at fault, and it never leaves this module
    def __init__(self, offset: int, message: str) -> None:
        super().__init__(message)
        self.offset = offset
        self.message = message


def _veil(text: str) -> dict[int, int]:
    """What stands for each line end of YAML 1.1 while libyaml reads: a character not in `text`."""
    hidden = [char for char in _BREAKS_OF_1_1 if char in text]
    unused = (code for code in _PRIVATE if chr(code) not in text)
    return {ord(char): code for char, code in zip(hidden, unused, strict=False)}


def _events(text: str) -> Iterator[Any]:
    try:
        yield from yaml.parse(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _Unreadable(mark.index if mark else 0, _explain(error)) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise _Unreadable(0, f"not valid YAML: {error}") from error


def _explain(error: yaml.MarkedYAMLError) -> str:
    told = " ".join(part for part in (error.context, error.problem) if part)
    if "maximum nesting depth" in told:  # libyaml 0.2.6 has a limit too, and reads ahead of ours
        return _TOO_DEEP
    hint = next((hint for sign, hint in _HINTS if sign in told), None)
    return f"not valid YAML: {told}" + (f" ({hint})" if hint else "")


@dataclass(slots=True, kw_only=True)
class _Open:
    """A collection whose end has not come yet."""

    start: int
    flow: bool
    is_mapping: bool
    items: list[Node] = field(default_factory=list)
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)
    key: Scalar | None = None


@dataclass(slots=True, kw_only=True)
class _Builder:
    """Puts the tree together, one event at a time, on a stack of its own."""

    file: FileText
    unveil: dict[int, int]
    problems: list[Problem] = field(default_factory=list)
    root: Node | None = None
    stack: list[_Open] = field(default_factory=list)
    nodes: int = 0
    documents: int = 0

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self._refuse_properties(event)
            self._add(self._scalar(event))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor is not None or event.tag is not None:
                self._refuse_properties(event)
            self._open(event, is_mapping=kind is yaml.MappingStartEvent)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._add(_close(self.stack.pop(), event.end_mark.index))
        elif kind is yaml.AliasEvent:
            self._refuse_alias(event)
        elif kind is yaml.DocumentStartEvent:
            self._count_document(event)

    def _scalar(self, event: Any) -> Scalar:
        value = event.value.translate(self.unveil) if self.unveil else event.value
        return Scalar(event.start_mark.index, event.end_mark.index, value, event.style or "")

    def _open(self, event: Any, *, is_mapping: bool) -> None:
        start = event.start_mark.index
        if len(self.stack) == MAX_DEPTH:
            raise _Unreadable(start, _TOO_DEEP)
        parent = self.stack[-1] if self.stack else None
        if parent and parent.is_mapping and parent.key is None:
            raise _Unreadable(start, "a key is text, not a list or a mapping: put quotes round it")
        self.stack.append(_Open(start=start, flow=bool(event.flow_style), is_mapping=is_mapping))

    def _add(self, node: Node) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _Unreadable(node.start, f"more than {MAX_NODES:,} values in one file: split it")
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.key is None:
            assert isinstance(node, Scalar)
            parent.key = node
        else:
            self._add_pair(parent, parent.key, node)
            parent.key = None

    def _add_pair(self, parent: _Open, key: Scalar, value: Node) -> None:
        if first := parent.keys.get(key.value):
            line = self.file.location(first.start).line
            message = f"the key {key.value[:60]!r} is already on line {line}: keep one of them"
            self.problems.append(self.file.error(key.start, message))
            return
        parent.keys[key.value] = key
        parent.values[key.value] = value

    def _refuse_properties(self, event: Any) -> None:
        start = event.start_mark.index
        if event.anchor is not None:
            message = f"anchors (&{event.anchor[:60]}) are not used here: take it out"
            self.problems.append(self.file.error(start, message))
        if event.tag is not None:
            message = f"tags ({event.tag[:60]}) are not used here: take it out"
            self.problems.append(self.file.error(start, message))

    def _refuse_alias(self, event: Any) -> None:
        message = f"aliases (*{event.anchor[:60]}) are not used here: write the value out"
        start = event.start_mark.index
        self.problems.append(self.file.error(start, message))
        self._add(Scalar(start, event.end_mark.index, value="", style='"'))

    def _count_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise _Unreadable(
                event.start_mark.index, "a second document starts here: put it in a file of its own"
            )


def _close(collection: _Open, end: int) -> Mapping | Sequence:
    start, flow = collection.start, collection.flow
    if collection.is_mapping:
        return Mapping(start, end, collection.keys, collection.values, flow)
    return Sequence(start, end, tuple(collection.items), flow)
