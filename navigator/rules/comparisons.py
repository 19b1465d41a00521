"""Comparisons compiled once: both sides brought to one unit, a fixed side worked out beforehand.

These run most often of all, so that each form has its own small function.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from operator import attrgetter
from typing import Any, NamedTuple

from navigator.rules import days, tree
from navigator.rules.kinds import Count, Day, Kind, LengthKind, Money, MonthKind
from navigator.rules.lengths import CLOCKS, Length
from navigator.rules.money import Exact, turn, whole_dollars_up
from navigator.rules.reading import NO, UNKNOWN, YES, Decide, Evaluate, Reading
from navigator.rules.scope import Scope
from navigator.rules.truth import NOT_APPLICABLE, Truth
from navigator.rules.values import computed, constant, evaluator, literal

_AS_BOUNDS: dict[tuple[str, bool], tree.Bound] = {
    ("before", False): "less than",
    ("before", True): "at most",
    ("after", False): "more than",
    ("after", True): "at least",
}


class _Fixed(NamedTuple):
    value: Any


def compare(node: tree.Compare, scope: Scope) -> Decide:
    """Return the function that decides ``left is at least right`` and its kin."""
    left, right = scope.kind_of(node.left), scope.kind_of(node.right)
    return _decider(
        node.bound,
        _measured(node.left, left, right, scope),
        _rounded_up(_measured(node.right, right, left, scope), left, right),
    )


def order(node: tree.Order, scope: Scope) -> Decide:
    """Return the function that decides ``left is before right``.

    A day is compared with a month by its month.
    """
    left, right = scope.kind_of(node.left), scope.kind_of(node.right)
    return _decider(
        _AS_BOUNDS[node.relation, node.or_same],
        _measured(node.left, left, right, scope),
        _measured(node.right, right, left, scope),
    )


def _decider(bound: tree.Bound, left: Evaluate | _Fixed, right: Evaluate | _Fixed) -> Decide:
    value = constant(left.value) if isinstance(left, _Fixed) else left
    match bound:
        case "exactly":
            return _exactly(value, right)
        case "at most":
            return _at_most(value, right, YES, NO)
        case "more than":
            return _at_most(value, right, NO, YES)
        case "at least":
            return _at_least(value, right, YES, NO)
        case _:
            return _at_least(value, right, NO, YES)


def _at_most(left: Evaluate, right: Evaluate | _Fixed, yes: Truth, no: Truth) -> Decide:
    if not isinstance(right, _Fixed):
        return _ordered(left, right, yes, no)
    limit = right.value

    def decide(reading: Reading) -> Truth:
        value = left(reading)
        if value is UNKNOWN:
            return UNKNOWN
        if value is NOT_APPLICABLE:
            return NO
        return yes if value <= limit else no

    return decide


def _at_least(left: Evaluate, right: Evaluate | _Fixed, yes: Truth, no: Truth) -> Decide:
    if not isinstance(right, _Fixed):
        return _ordered(right, left, yes, no)
    limit = right.value

    def decide(reading: Reading) -> Truth:
        value = left(reading)
        if value is UNKNOWN:
            return UNKNOWN
        if value is NOT_APPLICABLE:
            return NO
        return yes if value >= limit else no

    return decide


def _ordered(smaller: Evaluate, larger: Evaluate, yes: Truth, no: Truth) -> Decide:
    def decide(reading: Reading) -> Truth:
        low, high = smaller(reading), larger(reading)
        if low is NOT_APPLICABLE or high is NOT_APPLICABLE:
            return NO
        if low is UNKNOWN or high is UNKNOWN:
            return UNKNOWN
        return yes if low <= high else no

    return decide


def _exactly(left: Evaluate, right: Evaluate | _Fixed) -> Decide:
    other = constant(right.value) if isinstance(right, _Fixed) else right

    def decide(reading: Reading) -> Truth:
        one, two = left(reading), other(reading)
        if one is NOT_APPLICABLE or two is NOT_APPLICABLE:
            return NO
        if one is UNKNOWN or two is UNKNOWN:
            return UNKNOWN
        return YES if one == two else NO

    return decide


def _measured(node: tree.Value, kind: Kind, other: Kind, scope: Scope) -> Evaluate | _Fixed:
    measure = _measure(kind, other)
    fixed = literal(node)
    if fixed is not None:
        return _Fixed(fixed if measure is None else measure(fixed))
    value = evaluator(node, scope)
    return value if measure is None else computed(value, measure)


def _measure(kind: Kind, other: Kind) -> Callable[[Any], Any] | None:
    """Return what makes a value of ``kind`` a number (or month) that ``other`` is compared by."""
    match kind, other:
        case Day(), MonthKind():
            return days.month_of
        case LengthKind(unit=unit), _:
            return _on_clock(unit, other)
        case Count(unit=unit), LengthKind() | Count():
            return CLOCKS[unit][1].__mul__
        case _:
            return None


def _on_clock(unit: tree.LengthUnit | None, other: Kind) -> Callable[[Length], Exact]:
    unit = unit or getattr(other, "unit", None) or "days"
    if isinstance(other, LengthKind | Count):
        return attrgetter(CLOCKS[unit][0])
    return lambda length: length.counted_in(unit)


def _rounded_up(right: Evaluate | _Fixed, left_kind: Kind, kind: Kind) -> Evaluate | _Fixed:
    if not isinstance(kind, Money) or not isinstance(left_kind, Money):
        return right
    turned = kind.per != left_kind.per and kind.per is not None and left_kind.per is not None
    if not turned and not kind.rounds:
        return right
    factor = turn(kind.per, left_kind.per) if kind.per and left_kind.per else Fraction(1)
    above, below = factor.numerator, factor.denominator

    def limit(cents: Exact) -> int:
        return whole_dollars_up(cents * above, below)

    return _Fixed(limit(right.value)) if isinstance(right, _Fixed) else computed(right, limit)
