"""What all pieces of a sentence share: a place in it, printing, and walking through the parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class Node:
    """A piece of a sentence; equality does not ask where it stands (``start``, ``end``: offsets).

    ``form`` is how it is written, with its fields in braces.
    """

    form: ClassVar[str]

    start: int = field(default=0, compare=False, repr=False)
    end: int = field(default=0, compare=False, repr=False)

    def __str__(self) -> str:
        return self.form.format(**vars(self))

    def parts_within(self) -> Iterator[Node]:
        """Return the pieces this one is directly made of, as they are written."""
        for value in vars(self).values():
            yield from _nodes_in(value)


def walk(node: Node) -> Iterator[Node]:
    """Return ``node`` and every piece within it, without recursion."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(reversed(tuple(current.parts_within())))


def _nodes_in(value: object) -> Iterator[Node]:
    if isinstance(value, Node):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _nodes_in(part)
