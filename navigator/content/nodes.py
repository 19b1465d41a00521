"""YAML's values as plain text, mappings and lists, each of which knows where it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Self, TypeAlias, TypeVar

from navigator.content.problems import Place

_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_CONTINUED = re.compile(r"\\\n *")
_BLANK = " \n"


class Source:
    """The text of one file; turns an index into it into a place."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(self, index: int) -> Place:
        """Return the line and column of the character at ``index``."""
        line = bisect_right(self._starts, index)
        return Place(self.file, line, index - self._starts[line - 1] + 1)


class Text(str):
    """A scalar exactly as the designer typed it: never a boolean, a number or a date."""

    __slots__ = ("_end", "_source", "_start", "_style")
    _source: Source
    _start: int
    _end: int
    _style: str

    def __new__(cls, value: str, source: Source, start: int, end: int, style: str = "") -> Self:
        """Keep where ``value`` stands in ``source``; ``style`` is a quote, `|`, `>` or empty."""
        text = super().__new__(cls, value)
        text._source, text._start, text._end, text._style = source, start, end, style
        return text

    @property
    def place(self) -> Place:
        """Where the scalar begins, its quote or `>` included."""
        return self._source.place(self._start)

    def place_at(self, offset: int) -> Place:
        """Return where the character at ``offset`` was typed; at the end: behind the last word."""
        raw = self._source.text[self._start : self._end]
        behind = 0
        for position, (index, length) in enumerate(_alignment(self, raw, self._style)):
            if position == offset:
                return self._source.place(self._start + index)
            if self[position] not in _BLANK:
                behind = index + length
        return self._source.place(self._start + behind)


class Mapped(dict[str, "Node"]):
    """A mapping whose keys, too, know their places; ``in_braces``: written `{a: b, c: d}`."""

    def __init__(self, place: Place, in_braces: bool = False) -> None:
        super().__init__()
        self.place = place
        self.in_braces = in_braces
        self._written: dict[str, Text] = {}

    def add(self, key: Text, node: Node) -> None:
        """Put ``node`` under ``key``, remembering where the key is written."""
        self[key] = node
        self._written[key] = key

    def place_of(self, key: str) -> Place:
        """Return where ``key`` is written, or where the mapping begins if it has no such key."""
        return self._written[key].place if key in self._written else self.place

    def entries(self) -> Iterator[tuple[Text, Node]]:
        """Yield the keys, as typed, with their values."""
        for key, value in self.items():
            yield self._written[key], value

    def text(self, key: str) -> Text | None:
        """Return the scalar under ``key``, or None where there is none or it is empty."""
        found = self.get(key)
        return found if isinstance(found, Text) and found else None

    def mapping(self, key: str) -> Mapped:
        """Return the mapping under ``key``, empty where there is none."""
        found = self.get(key)
        return found if isinstance(found, Mapped) else Mapped(self.place_of(key))

    def any_of(self, key: str) -> Node | None:
        """Return what stands under ``key``, or None where nothing does."""
        return self.get(key) or None

    def listed(self, key: str) -> tuple[Text, ...]:
        """Return the scalars under ``key``: those of a list, or the single one."""
        return scalars(self.get(key))

    def line(self, key: str) -> str | None:
        """Return the scalar under ``key`` as a plain text, which keeps no file in memory."""
        found = self.text(key)
        return None if found is None else str(found)

    def lines(self, key: str) -> tuple[str, ...]:
        """Return the scalars under ``key`` as plain texts."""
        return tuple(map(str, self.listed(key)))


class Listed(list["Node"]):
    """A list that knows its place."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


Node: TypeAlias = Text | Mapped | Listed
T = TypeVar("T")


def scalars(node: Node | None) -> tuple[Text, ...]:
    """Return the scalars of a list, or the single one; whatever else stands there is left out."""
    if isinstance(node, Text):
        return (node,) if node else ()
    if isinstance(node, Listed):
        return tuple(each for each in node if isinstance(each, Text) and each)
    return ()


def _alignment(value: str, raw: str, style: str) -> Iterator[tuple[int, int]]:
    """Yield for each character of ``value`` where in ``raw`` it was typed, and in how many.

    YAML folds and drops blanks, doubles quotes and has escapes; all else stays, in order.
    """
    at = _beginning(raw, style)
    for character in value:
        at, length = _typed(character, raw, at, style)
        yield at, length
        at += length


def _beginning(raw: str, style: str) -> int:
    if style in ("|", ">"):
        return raw.find("\n") + 1 or len(raw)
    return len(style)


def _typed(character: str, raw: str, at: int, style: str) -> tuple[int, int]:
    while at < len(raw):
        if style == '"' and raw[at] == "\\":
            if continued := _CONTINUED.match(raw, at):
                at = continued.end()
                continue
            return at, len(escape.group()) if (escape := _ESCAPE.match(raw, at)) else 1
        if raw[at] == character or (character in _BLANK and raw[at] in _BLANK):
            return at, 2 if style == "'" and character == "'" else 1
        at += 1
    return at, 0
