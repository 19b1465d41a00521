"""A value ready for use: what it is, what would settle it, and the earliest it may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from navigator.rules import tree
from navigator.rules.bounds import Bound, as_moment, bounder, earliest
from navigator.rules.conditions import decider
from navigator.rules.foresight import foresight
from navigator.rules.kinds import Kind
from navigator.rules.prospects import CERTAIN, EXCLUDED, STUCK, Prospect, cases_of, settlers
from navigator.rules.reading import (
    NO,
    UNKNOWN,
    YES,
    Decide,
    Evaluate,
    Foresee,
    Found,
    Moment,
    Reading,
)
from navigator.rules.scope import Scope
from navigator.rules.settle import settler
from navigator.rules.truth import NOT_APPLICABLE
from navigator.rules.values import evaluator

ValueCases: TypeAlias = tuple[tuple[tree.Condition | None, tree.Value], ...]
"""(``when``, ``then``) in the order they are tried; a ``when`` of None is ``otherwise``."""

Sentence: TypeAlias = tree.Value | ValueCases


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """A checked and compiled value; it is evaluated against a Reading of its own rulebook.

    ``evaluate`` returns a runtime value of ``kind``, ``Truth.UNKNOWN`` or NOT_APPLICABLE. ``tree``
    holds the cases where it was written in cases.
    """

    kind: Kind
    tree: Sentence
    names: frozenset[str]
    evaluate: Evaluate
    prospect: Foresee
    best_bound: Bound
    """The earliest a day or month may be: itself once settled, else of what is still open.

    None where nothing tells, and where it does not apply.
    """

    @classmethod
    def compiled(cls, node: Sentence, kind: Kind, scope: Scope) -> Value:
        """Return ``node``, which must be without faults and of ``kind``, compiled."""
        cases = node if isinstance(node, tuple) else ((None, node),)
        if cases[0][0] is None:
            only = cases[0][1]
            found = evaluator(only, scope), foresight(only, scope), bounder(only, scope)
        else:
            found = _in_cases(cases, scope)
        return cls(kind, node, _names(node), *found)

    @classmethod
    def never_known(cls, node: Sentence, kind: Kind) -> Value:
        """Return ``node``, which speaks of names at fault: never known, whatever is answered."""
        return cls(kind, node, _names(node), lambda _: UNKNOWN, lambda _: STUCK, lambda _: None)

    def settled_by(self, reading: Reading) -> frozenset[str]:
        """Return the open questions that can still change it; none once it is settled."""
        if self.evaluate(reading) is not UNKNOWN:
            return frozenset()
        return reading.questions_in(settlers(self.prospect(reading)))

    def __str__(self) -> str:
        if not isinstance(self.tree, tuple):
            return str(self.tree)
        return ", ".join(f"{then} when {when or 'otherwise'}" for when, then in self.tree)


def _names(node: Sentence) -> frozenset[str]:
    cases = node if isinstance(node, tuple) else ((None, node),)
    parts = [part for case in cases for part in case if part is not None]
    return frozenset[str]().union(*map(tree.names_in, parts))


class _Case(NamedTuple):
    decide: Decide
    settle: Foresee
    value: Evaluate
    prospect: Foresee
    bound: Bound


def _in_cases(cases: ValueCases, scope: Scope) -> tuple[Evaluate, Foresee, Bound]:
    compiled = [_case(when or tree.Always(), then, scope) for when, then in cases]
    evaluate = _evaluator(compiled)
    return evaluate, _foresight(evaluate, compiled), _bounder(evaluate, compiled)


def _case(when: tree.Condition, then: tree.Value, scope: Scope) -> _Case:
    return _Case(
        decider(when, scope),
        settler(when, scope),
        evaluator(then, scope),
        foresight(then, scope),
        bounder(then, scope),
    )


def _evaluator(cases: Sequence[_Case]) -> Evaluate:
    pairs = [(case.decide, case.value) for case in cases]

    def evaluate(reading: Reading) -> Found:
        for decide, then in pairs:
            verdict = decide(reading)
            if verdict is UNKNOWN:
                return UNKNOWN
            if verdict is YES:
                value = then(reading)
                if value is not NOT_APPLICABLE:
                    return value
        return NOT_APPLICABLE

    return evaluate


def _foresight(evaluate: Evaluate, cases: Sequence[_Case]) -> Foresee:
    def foresee(reading: Reading) -> Prospect:
        value = evaluate(reading)
        if value is not UNKNOWN:
            return EXCLUDED if value is NOT_APPLICABLE or value is NO else CERTAIN
        return cases_of((case.settle(reading), case.prospect(reading)) for case in cases)

    return foresee


def _bounder(evaluate: Evaluate, cases: Sequence[_Case]) -> Bound:
    def bound(reading: Reading) -> Moment | None:
        value = evaluate(reading)
        if value is not UNKNOWN:
            return as_moment(value)
        return earliest(_open_bounds(cases, reading))

    return bound


def _open_bounds(cases: Sequence[_Case], reading: Reading) -> list[Moment]:
    moments = []
    for case in cases:
        verdict = case.decide(reading)
        if verdict is NO:
            continue
        moment = case.bound(reading)
        if moment is not None:
            moments.append(moment)
        if verdict is YES and case.value(reading) is not NOT_APPLICABLE:
            break
    return moments
