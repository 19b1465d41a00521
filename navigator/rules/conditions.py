"""Conditions compiled once: a tree -> a function from a Reading to YES, NO or UNKNOWN."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from operator import itemgetter

from navigator.rules import tree
from navigator.rules.comparisons import compare, order
from navigator.rules.foresight import foresight
from navigator.rules.prospects import settlers
from navigator.rules.reading import NO, UNKNOWN, YES, Decide, Evaluate, Reading
from navigator.rules.scope import Scope
from navigator.rules.truth import NOT_APPLICABLE, Absent, Truth
from navigator.rules.values import evaluator


@singledispatch
def decider(node: tree.Condition, scope: Scope) -> Decide:
    """Return the function that decides ``node``, which was checked without faults."""
    raise TypeError(f"{node!r} is no condition")


@decider.register
def _always(node: tree.Always, scope: Scope) -> Decide:
    return lambda _: YES


@decider.register
def _claim(node: tree.Claim, scope: Scope) -> Decide:
    name = node.name
    if name in scope.everybody:
        return itemgetter(name)

    def decide(reading: Reading) -> Truth:
        value: Truth | Absent = reading[name]
        return NO if value is NOT_APPLICABLE else value

    return decide


@decider.register
def _negation(node: tree.Negation, scope: Scope) -> Decide:
    return _opposite(decider(node.part, scope))


def _opposite(part: Decide) -> Decide:
    def decide(reading: Reading) -> Truth:
        verdict = part(reading)
        if verdict is UNKNOWN:
            return UNKNOWN
        return NO if verdict is YES else YES

    return decide


@decider.register
def _every(node: tree.Every, scope: Scope) -> Decide:
    return _kleene([decider(part, scope) for part in node.parts], NO, YES)


@decider.register
def _some(node: tree.Some, scope: Scope) -> Decide:
    return _kleene([decider(part, scope) for part in node.parts], YES, NO)


def _kleene(parts: Sequence[Decide], decisive: Truth, otherwise: Truth) -> Decide:
    if len(parts) == 2:
        return _kleene_pair(parts[0], parts[1], decisive, otherwise)

    def decide(reading: Reading) -> Truth:
        verdict = otherwise
        for part in parts:
            found = part(reading)
            if found is decisive:
                return found
            if found is UNKNOWN:
                verdict = UNKNOWN
        return verdict

    return decide


def _kleene_pair(first: Decide, second: Decide, decisive: Truth, otherwise: Truth) -> Decide:
    def decide(reading: Reading) -> Truth:
        one = first(reading)
        if one is decisive:
            return one
        other = second(reading)
        return other if one is otherwise or other is decisive else UNKNOWN

    return decide


@decider.register
def _compare(node: tree.Compare, scope: Scope) -> Decide:
    return compare(node, scope)


@decider.register
def _order(node: tree.Order, scope: Scope) -> Decide:
    return order(node, scope)


@decider.register
def _is(node: tree.Is, scope: Scope) -> Decide:
    yes, no = (NO, YES) if node.negated else (YES, NO)
    subject = evaluator(node.subject, scope)
    if len(node.options) > 1:
        return _is_one_of(subject, frozenset(node.options), yes, no)
    option = node.options[0]
    if isinstance(node.subject, tree.Name):
        return _name_is(node.subject.id, option, yes, no)

    def decide(reading: Reading) -> Truth:
        value = subject(reading)
        if value is UNKNOWN:
            return UNKNOWN
        return yes if value == option else no

    return decide


def _name_is(name: str, option: str, yes: Truth, no: Truth) -> Decide:
    def decide(reading: Reading) -> Truth:
        value = reading[name]
        if value is UNKNOWN:
            return UNKNOWN
        return yes if value == option else no

    return decide


def _is_one_of(subject: Evaluate, options: frozenset[str], yes: Truth, no: Truth) -> Decide:
    def decide(reading: Reading) -> Truth:
        value = subject(reading)
        if value is UNKNOWN:
            return UNKNOWN
        return yes if value in options else no

    return decide


@decider.register
def _includes(node: tree.Includes, scope: Scope) -> Decide:
    subject = evaluator(node.subject, scope)
    options = frozenset(node.options)
    yes, no = (NO, YES) if node.quantity == "none" else (YES, NO)
    if len(options) == 1:
        return _includes_one(subject, node.options[0], yes, no)
    if node.quantity == "all":
        return _includes_all_of(subject, options)

    def decide(reading: Reading) -> Truth:
        value = subject(reading)
        if value is UNKNOWN:
            return UNKNOWN
        return no if value is NOT_APPLICABLE or options.isdisjoint(value) else yes

    return decide


def _includes_one(subject: Evaluate, option: str, yes: Truth, no: Truth) -> Decide:
    def decide(reading: Reading) -> Truth:
        value = subject(reading)
        if value is UNKNOWN:
            return UNKNOWN
        return yes if value is not NOT_APPLICABLE and option in value else no

    return decide


def _includes_all_of(subject: Evaluate, options: frozenset[str]) -> Decide:
    def decide(reading: Reading) -> Truth:
        value = subject(reading)
        if value is UNKNOWN:
            return UNKNOWN
        return YES if value is not NOT_APPLICABLE and options <= value else NO

    return decide


@decider.register
def _known(node: tree.Known, scope: Scope) -> Decide:
    known = _is_known(node.subject, scope)
    return _opposite(known) if node.negated else known


def _is_known(subject: tree.Value, scope: Scope) -> Decide:
    if isinstance(subject, tree.Name):
        name = subject.id
        return lambda reading: reading.is_known(name)
    value, prospect = evaluator(subject, scope), foresight(subject, scope)

    def decide(reading: Reading) -> Truth:
        found = value(reading)
        if found is UNKNOWN:
            return UNKNOWN if settlers(prospect(reading)) else NO
        return NO if found is NOT_APPLICABLE else YES

    return decide
