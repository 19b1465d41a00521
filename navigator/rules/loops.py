"""The order in which names can be worked out, and the loops in which none can come first."""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TypeAlias

Graph: TypeAlias = Mapping[str, frozenset[str]]
"""Name -> the names it directly rests on."""

DEEPEST_RECURSION = 20
"""A name that stands on a longer chain is worked out in a loop, bottom up."""


def without_loops(graph: Graph) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the names outside all loops, each behind what it rests on, and the loops.

    A loop is given once, its first name in the graph's order at both ends: (a, b, a).
    """
    rest = {name: sorted(uses & graph.keys()) for name, uses in graph.items()}
    loops: list[tuple[str, ...]] = []
    while True:
        try:
            return tuple(TopologicalSorter(rest).static_order()), tuple(loops)
        except CycleError as error:
            loop = _from_first(error.args[1][::-1], tuple(graph))
            loops.append(loop)
            rest = {
                name: [use for use in uses if use not in loop]
                for name, uses in rest.items()
                if name not in loop
            }


def deep_names(order: tuple[str, ...], graph: Graph) -> frozenset[str]:
    """Return the names that stand on a chain of more than DEEPEST_RECURSION others."""
    depth: dict[str, int] = {}
    for name in order:
        depth[name] = 1 + max((depth[use] for use in graph[name] if use in depth), default=0)
    return frozenset(name for name, steps in depth.items() if steps > DEEPEST_RECURSION)


def _from_first(loop: list[str], order: tuple[str, ...]) -> tuple[str, ...]:
    names = loop[:-1]
    start = min(range(len(names)), key=lambda place: order.index(names[place]))
    return (*names[start:], *names[:start], names[start])
