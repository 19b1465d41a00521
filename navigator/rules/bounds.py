"""The working day of what is not settled yet: the earliest it may turn out, for order and words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import singledispatch
from typing import Any, TypeAlias

from navigator.rules import tree
from navigator.rules.reading import Moment, Reading
from navigator.rules.scope import Scope
from navigator.rules.truth import Truth
from navigator.rules.values import edge_of, evaluator, moved, recurring_of

Bound: TypeAlias = Callable[[Reading], Moment | None]


def earliest(moments: Sequence[Moment]) -> Moment | None:
    """Return the earliest of some days or some months; None of none."""
    return min(moments, default=None)


@singledispatch
def bounder(node: tree.Value, scope: Scope) -> Bound:
    """Return the function that gives the earliest ``node`` may be, or None where nothing tells.

    A settled day is its own bound; what does not apply has none.
    """
    value = evaluator(node, scope)

    def bound(reading: Reading) -> Moment | None:
        return as_moment(value(reading))

    return bound


def as_moment(value: Any) -> Moment | None:
    """Return a day or month that is known, else None."""
    return value if isinstance(value, Moment) else None


@bounder.register
def _name(node: tree.Name, scope: Scope) -> Bound:
    name = node.id
    return lambda reading: reading.bound(name)


@bounder.register
def _pick(node: tree.PickOf, scope: Scope) -> Bound:
    first, second = bounder(node.first, scope), bounder(node.second, scope)
    choose: Callable[[Any], Moment] = max if node.which == "later" else min

    def bound(reading: Reading) -> Moment | None:
        parts = [part for part in (first(reading), second(reading)) if part is not None]
        return choose(parts) if parts else None

    return bound


@bounder.register
def _shift(node: tree.Shift, scope: Scope) -> Bound:
    day = bounder(node.day, scope)
    value = moved(node, scope, lambda reading: _or_unknown(day(reading)))
    return lambda reading: as_moment(value(reading))


@bounder.register
def _edge(node: tree.Edge, scope: Scope) -> Bound:
    return _applied(edge_of(node), bounder(node.day, scope))


@bounder.register
def _recurring(node: tree.Recurring, scope: Scope) -> Bound:
    return _applied(recurring_of(node), bounder(node.day, scope))


def _applied(compute: Callable[[Any], Moment], day: Bound) -> Bound:
    def bound(reading: Reading) -> Moment | None:
        moment = day(reading)
        try:
            return None if moment is None else compute(moment)
        except OverflowError:
            return None

    return bound


def _or_unknown(moment: Moment | None) -> Moment | Truth:
    return Truth.UNKNOWN if moment is None else moment
