"""Because of what a condition holds or fails: its deciding tests, in the order they are written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import singledispatch
from typing import TypeAlias

from navigator.rules import tree
from navigator.rules.conditions import decider
from navigator.rules.node import Node, walk
from navigator.rules.reading import NO, UNKNOWN, YES, Decide, Reading
from navigator.rules.scope import Scope
from navigator.rules.truth import Truth


@dataclass(frozen=True)
class Because:
    """One test that decided: ``names`` it looks at, as written, and whether it ``holds``.

    A ``not`` before a test is in ``holds``: `not pregnant` is the test `pregnant` that fails.
    """

    names: tuple[str, ...]
    test: tree.Condition
    holds: bool


Reasons: TypeAlias = tuple[Because, ...]
Explain: TypeAlias = Callable[[Reading], Reasons]


def names_as_written(node: Node) -> tuple[str, ...]:
    """Return the names ``node`` speaks of, each once, in the order of the sentence."""
    names = (
        part.id if isinstance(part, tree.Name) else part.name
        for part in walk(node)
        if isinstance(part, tree.Name | tree.Claim)
    )
    return tuple(dict.fromkeys(names))


@singledispatch
def explainer(node: tree.Condition, scope: Scope) -> Explain:
    """Return the function that gives the reasons why ``node`` is YES or NO; none while UNKNOWN."""
    decide = decider(node, scope)
    names = names_as_written(node)
    holds, fails = (Because(names, node, True),), (Because(names, node, False),)

    def explain(reading: Reading) -> Reasons:
        verdict = decide(reading)
        if verdict is UNKNOWN:
            return ()
        return holds if verdict is YES else fails

    return explain


@explainer.register
def _always(node: tree.Always, scope: Scope) -> Explain:
    return lambda _: ()


@explainer.register
def _negation(node: tree.Negation, scope: Scope) -> Explain:
    return explainer(node.part, scope)


@explainer.register
def _every(node: tree.Every, scope: Scope) -> Explain:
    return _joined(node.parts, scope, one_decides=NO)


@explainer.register
def _some(node: tree.Some, scope: Scope) -> Explain:
    return _joined(node.parts, scope, one_decides=YES)


def _joined(nodes: tuple[tree.Condition, ...], scope: Scope, one_decides: Truth) -> Explain:
    parts: list[tuple[Decide, Explain]] = [
        (decider(node, scope), explainer(node, scope)) for node in nodes
    ]

    def explain(reading: Reading) -> Reasons:
        verdicts = [decide(reading) for decide, _ in parts]
        if one_decides in verdicts:
            return parts[verdicts.index(one_decides)][1](reading)
        if UNKNOWN in verdicts:
            return ()
        return tuple(reason for _, part in parts for reason in part(reading))

    return explain
