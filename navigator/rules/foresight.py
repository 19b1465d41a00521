"""What would settle a value: a tree -> a function from a Reading to the value's Prospect."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch

from navigator.rules import days, tree
from navigator.rules.prospects import CERTAIN, EXCLUDED, Prospect, all_of, test_of, what_applies
from navigator.rules.reading import UNKNOWN, Foresee, Reading
from navigator.rules.scope import Scope
from navigator.rules.truth import NOT_APPLICABLE
from navigator.rules.values import evaluator


@singledispatch
def foresight(node: tree.Value, scope: Scope) -> Foresee:
    """Return the function that says what open questions can still do to ``node``."""
    parts = foresights(values_within(node), scope)
    if len(parts) == 1:
        return parts[0]
    return lambda reading: all_of([part(reading) for part in parts])


def values_within(node: tree.Node) -> list[tree.Value]:
    """Return the values that ``node`` is directly made of."""
    return [part for part in node.parts_within() if isinstance(part, tree.Value)]


def foresights(nodes: Sequence[tree.Value], scope: Scope) -> tuple[Foresee, ...]:
    """Return the foresights of several values, in their order."""
    return tuple(foresight(node, scope) for node in nodes)


@foresight.register
def _name(node: tree.Name, scope: Scope) -> Foresee:
    name = node.id
    return lambda reading: reading.prospects[name]


@foresight.register
def _sum(node: tree.Sum, scope: Scope) -> Foresee:
    added = [node.first, *(part for sign, part in node.rest if sign > 0)]
    more = foresights(added, scope)
    less = foresights([part for sign, part in node.rest if sign < 0], scope)
    return lambda reading: what_applies(
        [part(reading) for part in more], [part(reading) for part in less]
    )


@foresight.register
def _pick(node: tree.PickOf, scope: Scope) -> Foresee:
    parts = foresights((node.first, node.second), scope)
    return lambda reading: what_applies([part(reading) for part in parts])


@foresight.register
def _count(node: tree.Count, scope: Scope) -> Foresee:
    parts = foresights([day for day in (node.since, node.until) if day is not None], scope)
    value = evaluator(node, scope)

    def foresee(reading: Reading) -> Prospect:
        if value(reading) is NOT_APPLICABLE:
            return EXCLUDED
        days_known = [part(reading) for part in parts]
        return test_of(days_known) if any(day != CERTAIN for day in days_known) else CERTAIN

    return foresee


@foresight.register
def _figure_on(node: tree.FigureOn, scope: Scope) -> Foresee:
    figure = scope.figures[node.name.id]
    day, day_foresight = evaluator(node.day, scope), foresight(node.day, scope)

    def foresee(reading: Reading) -> Prospect:
        moment = day(reading)
        if moment is NOT_APPLICABLE:
            return EXCLUDED
        if moment is UNKNOWN:
            return figure.prospect_any_day(reading, day_foresight(reading))
        return figure.prospect_on(reading, days.first_day(moment))

    return foresee
