"""Questions: from the answer given to the value that counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, reduce
from operator import or_
from typing import Any, TypeAlias

from navigator.rules import kinds, tree
from navigator.rules.answers import DECLINED, parser_of
from navigator.rules.conditions import decider
from navigator.rules.prospects import POSSIBLE, Prospect, settlers
from navigator.rules.reading import NO, UNKNOWN, Decide, Foresee, Found, Reading
from navigator.rules.scope import Scope
from navigator.rules.settle import settler
from navigator.rules.truth import NOT_APPLICABLE


@dataclass(frozen=True)
class Valid:
    """The days, both included, between which a name is in use; None has no end on that side."""

    start: date | None = None
    end: date | None = None

    def holds_on(self, day: date) -> bool:
        """Say whether ``day`` is one of them."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True)
class QuestionRule:
    """What a question's answer is, when it is asked, and when each option (by id) is offered."""

    kind: kinds.Kind
    when: tree.Condition | None = None
    option_when: Mapping[str, tree.Condition] = field(default_factory=dict)
    valid: Valid | None = None


Gate: TypeAlias = tuple[Decide, Foresee]
"""A condition that lets an answer count: what it is, and what can still change it."""


class QuestionReader:
    """The rule of a question's name. ``bit`` stands for the question in a Prospect."""

    def __init__(
        self,
        name: str,
        rule: QuestionRule,
        scope: Scope,
        bit: int,
        uses: frozenset[str],
        deep: bool,
    ) -> None:
        self.uses = uses
        self.deep = deep
        self.parse = parser_of(rule.kind)
        self.always_counts = not (rule.valid or rule.when or rule.option_when)
        is_yes_no = isinstance(rule.kind, kinds.YesNo)
        self.unanswered: Prospect = (bit | POSSIBLE, bit | POSSIBLE if is_yes_no else 0)
        self.bit = bit
        self._name = name
        self._kind = rule.kind
        self._rule = rule
        self._scope = scope

    @cached_property
    def applies(self) -> Decide:
        """The function that says whether the question is to be asked of this person."""
        decide, valid = self._when[0], self._rule.valid
        return decide if valid is None else _within(valid, decide)

    @cached_property
    def _when(self) -> Gate:
        return _gate(self._rule.when or tree.Always(), self._scope)

    @cached_property
    def _options(self) -> Mapping[str, Gate]:
        return {id_: _gate(when, self._scope) for id_, when in self._rule.option_when.items()}

    def value(self, reading: Reading) -> Found:
        """Return the answer that counts, NOT_APPLICABLE where the question is not asked."""
        applies = self.applies(reading)
        if applies is NO:
            return NOT_APPLICABLE
        answer = self.parse(reading.answers.get(self._name))
        if answer is UNKNOWN or (applies is UNKNOWN and settlers(self._when[1](reading))):
            return UNKNOWN
        return self._offered_part(answer, reading) if self._options else answer

    def offered(self, reading: Reading) -> tuple[str, ...]:
        """Return the ids of the options that are not excluded."""
        if not isinstance(self._kind, kinds.OneOf | kinds.AnyOf):
            return ()
        return tuple(id_ for id_ in self._kind.options if self._is_offered(id_, reading))

    def is_open(self, reading: Reading) -> bool:
        """Say whether it applies or may apply, and has no answer that counts."""
        return self.applies(reading) is not NO and not self._is_answered(reading)

    def is_skipped(self, reading: Reading) -> bool:
        """Say whether it was answered with *not sure* or *prefer not to say*."""
        answers, name = reading.answers, self._name
        if name not in answers or self._answer(reading) is not UNKNOWN:
            return False
        return answers[name] is None or answers[name] == DECLINED

    def is_ignored(self, raw: object) -> bool:
        """Say whether the answer ``raw`` is of a wrong shape."""
        return raw is not None and raw != DECLINED and self.parse(raw) is UNKNOWN

    def prospect(self, reading: Reading) -> Prospect:
        """Say what open questions can do to the answer, which is not given or does not count."""
        when = self._when[1](reading)
        gates, excluded = settlers(when), when[1]
        answer = self._answer(reading)
        if not self._is_answered(reading):
            yes, no = self.unanswered
            return yes | gates, no | excluded | (gates if no else 0)
        if answer is UNKNOWN:
            return 0, excluded
        counted = POSSIBLE | gates | self._settlers_of_options(answer, reading)
        return (0, counted) if answer is NO else (counted, excluded)

    def bound(self, reading: Reading) -> None:
        """Return None: no other day tells of an answer."""

    def _answer(self, reading: Reading) -> Found:
        return self.parse(reading.answers.get(self._name))

    def _is_answered(self, reading: Reading) -> bool:
        answer = self._answer(reading)
        if answer is UNKNOWN:
            return self.is_skipped(reading)
        return not isinstance(answer, str) or self._is_offered(answer, reading)

    def _is_offered(self, option: str, reading: Reading) -> bool:
        gate = self._options.get(option)
        return gate is None or gate[0](reading) is not NO

    def _offered_part(self, answer: Any, reading: Reading) -> Found:
        if self._settlers_of_options(answer, reading):
            return UNKNOWN
        if isinstance(answer, str):
            return answer if self._is_offered(answer, reading) else UNKNOWN
        return frozenset(option for option in answer if self._is_offered(option, reading))

    def _settlers_of_options(self, answer: Any, reading: Reading) -> int:
        ticked = answer if isinstance(answer, frozenset) else [answer]
        gates = [self._options[option] for option in ticked if option in self._options]
        bits = (settlers(foresee(reading)) for _, foresee in gates)
        return reduce(or_, bits, 0)


def _within(valid: Valid, applies: Decide) -> Decide:
    return lambda reading: applies(reading) if valid.holds_on(reading.today) else NO


def _gate(when: tree.Condition, scope: Scope) -> Gate:
    return decider(when, scope), settler(when, scope)
