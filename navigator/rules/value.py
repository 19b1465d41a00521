"""A value ready for use: what it is, what would settle it, and the earliest it may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
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


@dataclass(frozen=True, eq=False)
class Value:
    """A checked value of ``kind``; it is evaluated against a Reading of its own rulebook.

    ``tree`` holds the cases where it was written in cases. What it is asked for is compiled when it
    is first asked for. ``scope`` is what it is compiled against; without one it speaks of names at
    fault, and is never known whatever is answered.
    """

    kind: Kind
    tree: Sentence
    scope: Scope | None = field(repr=False)

    @cached_property
    def evaluate(self) -> Evaluate:
        """The function that returns a runtime value of ``kind``, UNKNOWN or NOT_APPLICABLE."""
        return self._compiled[0]

    @cached_property
    def prospect(self) -> Foresee:
        """The function that tells what open questions can still do."""
        return self._compiled[1]

    @cached_property
    def best_bound(self) -> Bound:
        """The function that returns the earliest a day or month may be.

        That is itself once settled, else of what is still open; None where nothing tells, and where
        it does not apply.
        """
        return self._compiled[2]

    @cached_property
    def names(self) -> frozenset[str]:
        """The names it speaks of."""
        parts = [part for case in _cases(self.tree) for part in case if part is not None]
        return frozenset[str]().union(*map(tree.names_in, parts))

    @cached_property
    def _compiled(self) -> tuple[Evaluate, Foresee, Bound]:
        if self.scope is None:
            return lambda _: UNKNOWN, lambda _: STUCK, lambda _: None
        cases = _cases(self.tree)
        if cases[0][0] is not None:
            return _in_cases(cases, self.scope)
        only = cases[0][1]
        return evaluator(only, self.scope), foresight(only, self.scope), bounder(only, self.scope)

    def settled_by(self, reading: Reading) -> frozenset[str]:
        """Return the open questions that can still change it; none once it is settled."""
        if self.evaluate(reading) is not UNKNOWN:
            return frozenset()
        return reading.questions_in(settlers(self.prospect(reading)))

    def __str__(self) -> str:
        if not isinstance(self.tree, tuple):
            return str(self.tree)
        return ", ".join(f"{then} when {when or 'otherwise'}" for when, then in self.tree)

    def __reduce__(self) -> tuple[type[Value], tuple[Kind, Sentence, Scope | None]]:
        """Say how it is kept: as it was before anything was compiled."""
        return Value, (self.kind, self.tree, self.scope)


def _cases(sentence: Sentence) -> ValueCases:
    return sentence if isinstance(sentence, tuple) else ((None, sentence),)


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
