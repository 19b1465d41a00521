"""Values compiled once: a tree -> a function from a Reading to what the value is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial, singledispatch
from operator import add, attrgetter, itemgetter
from typing import Any, Literal

from navigator.rules import days, tree
from navigator.rules.kinds import Money, MonthKind
from navigator.rules.lengths import Length
from navigator.rules.money import Exact, tidy, times, turn
from navigator.rules.months import Month
from navigator.rules.reading import UNKNOWN, Evaluate, Found, Reading
from navigator.rules.scope import Scope
from navigator.rules.truth import NOT_APPLICABLE, Absent


@singledispatch
def evaluator(node: tree.Value, scope: Scope) -> Evaluate:
    """Return the function that evaluates ``node``, whose kind was found without faults.

    The function returns ``Truth.UNKNOWN`` and NOT_APPLICABLE as section 4 of the language says, and
    NOT_APPLICABLE for days outside the years 1 to 9999.
    """
    raise TypeError(f"{node!r} is no value")


def constant(value: object) -> Evaluate:
    """Return the function that always gives ``value``."""
    return lambda _: value


def computed(part: Evaluate, compute: Callable[[Any], Any]) -> Evaluate:
    """Return the function that gives ``compute(part)``, if the part is known and applies."""

    def evaluate(reading: Reading) -> Found:
        value = part(reading)
        if value is UNKNOWN or value is NOT_APPLICABLE:
            return value
        try:
            return compute(value)
        except OverflowError:
            return NOT_APPLICABLE

    return evaluate


def combined(first: Evaluate, second: Evaluate, compute: Callable[[Any, Any], Any]) -> Evaluate:
    """Return the function that gives ``compute(first, second)``, if both are known and apply."""

    def evaluate(reading: Reading) -> Found:
        one, other = first(reading), second(reading)
        if one is NOT_APPLICABLE or other is NOT_APPLICABLE:
            return NOT_APPLICABLE
        if one is UNKNOWN or other is UNKNOWN:
            return UNKNOWN
        try:
            return compute(one, other)
        except OverflowError:
            return NOT_APPLICABLE

    return evaluate


@evaluator.register
def _name(node: tree.Name, scope: Scope) -> Evaluate:
    return itemgetter(node.id)


@evaluator.register
def _today(node: tree.Today, scope: Scope) -> Evaluate:
    return itemgetter("today")


@evaluator.register(tree.Number)
@evaluator.register(tree.MoneyAmount)
@evaluator.register(tree.Span)
@evaluator.register(tree.Day)
@evaluator.register(tree.MonthOf)
def _literal(node: tree.Value, scope: Scope) -> Evaluate:
    return constant(literal(node))


def literal(node: tree.Value) -> Any:
    """Return the runtime value written in a sentence; None if ``node`` is not such a value."""
    match node:
        case tree.Number(amount=amount):
            return tidy(amount, 1)
        case tree.MoneyAmount(cents=cents):
            return cents
        case tree.Span(parts=parts):
            return Length.sum_of(parts)
        case tree.Day(day=moment) | tree.MonthOf(month=moment):
            return moment
        case _:
            return None


@evaluator.register
def _percent(node: tree.Percent, scope: Scope) -> Evaluate:
    return computed(evaluator(node.part, scope), partial(times, factor=node.percent / 100))


@evaluator.register
def _times(node: tree.Times, scope: Scope) -> Evaluate:
    return computed(evaluator(node.part, scope), partial(times, factor=node.factor))


@evaluator.register
def _figure_of(node: tree.FigureOf, scope: Scope) -> Evaluate:
    return combined(evaluator(node.name, scope), evaluator(node.part, scope), _share)


def _share(percent: Exact, whole: Exact) -> Exact:
    return tidy(percent * whole, 100)


@evaluator.register
def _one_period(node: tree.OnePeriod, scope: Scope) -> Evaluate:
    return rated(node.part, node.period, scope)


def rated(node: tree.Value, per: tree.Period | None, scope: Scope) -> Evaluate:
    """Return the evaluator of ``node``, turned into a rate per ``per`` if it is one per another."""
    kind = scope.kind_of(node)
    value = evaluator(node, scope)
    if not isinstance(kind, Money) or kind.per is None or per is None or kind.per == per:
        return value
    return computed(value, partial(times, factor=turn(kind.per, per)))


@evaluator.register
def _figure_on(node: tree.FigureOn, scope: Scope) -> Evaluate:
    in_force = scope.figures[node.name.id].in_force
    day = evaluator(node.day, scope)

    def evaluate(reading: Reading) -> Found:
        moment = day(reading)
        if moment is UNKNOWN or moment is NOT_APPLICABLE:
            return moment
        return in_force(reading, moment)

    return evaluate


@evaluator.register
def _year_of(node: tree.YearOf, scope: Scope) -> Evaluate:
    return computed(evaluator(node.day, scope), attrgetter("year"))


@evaluator.register
def _count(node: tree.Count, scope: Scope) -> Evaluate:
    unit = node.unit

    def count(start: date, end: date) -> int | Absent:
        return days.completed(unit, start, end) if start <= end else NOT_APPLICABLE

    return combined(_counted(node.since, scope), _counted(node.until, scope), count)


def _counted(node: tree.Value | None, scope: Scope) -> Evaluate:
    """Return the evaluator of the day, today if not given, that counting starts or ends with."""
    day = evaluator(node or tree.Today(), scope)
    is_month = node is not None and isinstance(scope.kind_of(node), MonthKind)
    return computed(day, days.first_day) if is_month else day


@evaluator.register
def _sum(node: tree.Sum, scope: Scope) -> Evaluate:
    per = _period(node, scope)
    signed = ((1, node.first), *node.rest)
    parts = tuple((sign, rated(part, per, scope)) for sign, part in signed)

    def evaluate(reading: Reading) -> Found:
        total: Exact = 0
        applies = unknown = False
        for sign, part in parts:
            value = part(reading)
            if value is NOT_APPLICABLE:
                continue
            applies = applies or sign > 0
            if value is UNKNOWN:
                unknown = True
            else:
                total += sign * value
        if not applies:
            return NOT_APPLICABLE
        return UNKNOWN if unknown else total

    return evaluate


@evaluator.register
def _pick(node: tree.PickOf, scope: Scope) -> Evaluate:
    per = _period(node, scope)
    first, second = rated(node.first, per, scope), rated(node.second, per, scope)
    choose: Callable[[Any, Any], Any] = max if node.which in ("later", "larger") else min

    def evaluate(reading: Reading) -> Found:
        one, other = first(reading), second(reading)
        if one is NOT_APPLICABLE:
            return other
        if other is NOT_APPLICABLE:
            return one
        if one is UNKNOWN or other is UNKNOWN:
            return UNKNOWN
        return choose(one, other)

    return evaluate


def _period(node: tree.Value, scope: Scope) -> tree.Period | None:
    kind = scope.kind_of(node)
    return kind.per if isinstance(kind, Money) else None


@evaluator.register
def _shift(node: tree.Shift, scope: Scope) -> Evaluate:
    return moved(node, scope, evaluator(node.day, scope))


def moved(node: tree.Shift, scope: Scope, day: Evaluate) -> Evaluate:
    """Return the evaluator of ``node`` with ``day`` for the day it counts from."""
    sign = 1 if node.direction == "after" else -1
    is_month, length = isinstance(scope.kind_of(node.day), MonthKind), literal(node.length)
    move = _moved_month if is_month else days.shifted
    if length is None:
        return combined(day, evaluator(node.length, scope), partial(move, sign=sign))
    if is_month or length.months or length.business_days:
        return computed(day, partial(move, length=length, sign=sign))
    return computed(day, partial(add, timedelta(days=sign * length.days)))


def _moved_month(month: Month, length: Length, sign: int) -> Month:
    return days.plus_months(month, sign * length.months)


@evaluator.register
def _edge(node: tree.Edge, scope: Scope) -> Evaluate:
    return computed(evaluator(node.day, scope), edge_of(node))


def edge_of(node: tree.Edge) -> Callable[[date | Month], date]:
    """Return the function from a day to the edge ``node`` speaks of."""
    return partial(days.edge, node.edge, node.of)


@evaluator.register
def _recurring(node: tree.Recurring, scope: Scope) -> Evaluate:
    return computed(evaluator(node.day, scope), recurring_of(node))


def recurring_of(node: tree.Recurring) -> Callable[[date | Month], date]:
    """Return the function from a day to the yearly day or weekday next to it."""

    def find(moment: date | Month) -> date:
        day = days.first_day(moment)
        if node.yearly is not None:
            return days.yearly(node.yearly, day, step, node.or_same)
        return days.weekday(node.weekday or 0, day, step, node.or_same)

    step: Literal[1, -1] = 1 if node.which == "first" else -1
    return find
