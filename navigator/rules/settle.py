"""What would settle a condition: a tree -> a function from a Reading to a Prospect."""

from __future__ import annotations

from functools import singledispatch

from navigator.rules import tree
from navigator.rules.conditions import decider
from navigator.rules.foresight import foresight, foresights, values_within
from navigator.rules.prospects import (
    CERTAIN,
    EXCLUDED,
    POSSIBLE,
    Prospect,
    all_of,
    any_of,
    opposite,
    settlers,
    test_of,
)
from navigator.rules.reading import UNKNOWN, YES, Foresee, Reading
from navigator.rules.scope import Scope


@singledispatch
def settler(node: tree.Condition, scope: Scope) -> Foresee:
    """Return the function that says what open questions can still do to ``node``."""
    return _test(node, scope, turned=False)


@settler.register
def _always(node: tree.Always, scope: Scope) -> Foresee:
    return lambda _: CERTAIN


@settler.register
def _claim(node: tree.Claim, scope: Scope) -> Foresee:
    name = node.name
    return lambda reading: reading.prospects[name]


@settler.register
def _negation(node: tree.Negation, scope: Scope) -> Foresee:
    part = settler(node.part, scope)
    return lambda reading: opposite(part(reading))


@settler.register
def _every(node: tree.Every, scope: Scope) -> Foresee:
    parts = tuple(settler(part, scope) for part in node.parts)
    return lambda reading: all_of([part(reading) for part in parts])


@settler.register
def _some(node: tree.Some, scope: Scope) -> Foresee:
    parts = tuple(settler(part, scope) for part in node.parts)
    return lambda reading: any_of([part(reading) for part in parts])


@settler.register
def _is(node: tree.Is, scope: Scope) -> Foresee:
    return _test(node, scope, turned=node.negated)


@settler.register
def _includes(node: tree.Includes, scope: Scope) -> Foresee:
    return _test(node, scope, turned=node.quantity == "none")


@settler.register
def _known(node: tree.Known, scope: Scope) -> Foresee:
    decide, part = decider(node, scope), foresight(node.subject, scope)

    def foresee(reading: Reading) -> Prospect:
        verdict = decide(reading)
        if verdict is not UNKNOWN:
            return CERTAIN if verdict is YES else EXCLUDED
        either = settlers(part(reading)) | POSSIBLE
        return either, either

    return foresee


def _test(node: tree.Condition, scope: Scope, *, turned: bool) -> Foresee:
    decide = decider(node, scope)
    sides = foresights([side for side in values_within(node) if tree.names_in(side)], scope)

    def foresee(reading: Reading) -> Prospect:
        verdict = decide(reading)
        if verdict is not UNKNOWN:
            return CERTAIN if verdict is YES else EXCLUDED
        yes, no = test_of([side(reading) for side in sides])
        return (no, yes) if turned else (yes, no)

    return foresee
