"""Questions: from the answer given to the value that counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from navigator.rules import kinds, tree
from navigator.rules.answers import DECLINED, parser_of
from navigator.rules.conditions import decider
from navigator.rules.prospects import CERTAIN, Prospect
from navigator.rules.reading import NO, UNKNOWN, YES, Decide, Foresee, Found, Reading
from navigator.rules.scope import Scope
from navigator.rules.settle import settler
from navigator.rules.truth import NOT_APPLICABLE, Truth


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
    """The rule of a question's name."""

    def __init__(
        self, name: str, rule: QuestionRule, scope: Scope, uses: frozenset[str], deep: bool
    ) -> None:
        self.uses = uses
        self.deep = deep
        self._name = name
        self._kind = rule.kind
        self._valid = rule.valid
        self._parse = parser_of(rule.kind)
        self._when = _gate(rule.when, scope) if rule.when else None
        self._options = {id_: _gate(when, scope) for id_, when in rule.option_when.items()}
        self._is_plain = not (rule.valid or rule.when or rule.option_when)

    def value(self, reading: Reading) -> Found:
        """Return the answer that counts, NOT_APPLICABLE where the question is not asked."""
        if self._is_plain:
            return self._parse(reading.answers.get(self._name))
        applies = self.applies(reading)
        if applies is NO:
            return NOT_APPLICABLE
        answer = self._answer(reading)
        if answer is UNKNOWN or (applies is UNKNOWN and self._is_undecided(reading)):
            return UNKNOWN
        return self._offered_part(answer, reading) if self._options else answer

    def applies(self, reading: Reading) -> Truth:
        """Say whether the question is to be asked of this person."""
        if self._valid is not None and not self._valid.holds_on(reading.today):
            return NO
        return YES if self._when is None else self._when[0](reading)

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
        return raw is not None and raw != DECLINED and self._parse(raw) is UNKNOWN

    def prospect(self, reading: Reading) -> Prospect:
        """Say what open questions can do to the answer, which does not count or is not given."""
        when = CERTAIN if self._when is None else self._when[1](reading)
        gates = when.settled_by
        if not self._is_answered(reading):
            here = gates | {self._name}
            no = here if isinstance(self._kind, kinds.YesNo) else when.no
            return Prospect(here, no, True, bool(no))
        answer = self._answer(reading)
        if answer is UNKNOWN:
            return Prospect(frozenset(), when.no, False, bool(when.no))
        return self._pending(answer, when, gates | self._settlers_of_options(answer, reading))

    def bound(self, reading: Reading) -> None:
        """Return None: no other day tells of an answer."""

    def _pending(self, answer: object, when: Prospect, gates: frozenset[str]) -> Prospect:
        yes = frozenset[str]() if answer is NO else gates
        no = gates if answer is NO else when.no
        return Prospect(yes, no, bool(yes), bool(no))

    def _answer(self, reading: Reading) -> Found:
        return self._parse(reading.answers.get(self._name))

    def _is_answered(self, reading: Reading) -> bool:
        answer = self._answer(reading)
        if answer is UNKNOWN:
            return self.is_skipped(reading)
        return not isinstance(answer, str) or self._is_offered(answer, reading)

    def _is_offered(self, option: str, reading: Reading) -> bool:
        gate = self._options.get(option)
        return gate is None or gate[0](reading) is not NO

    def _offered_part(self, answer: Any, reading: Reading) -> Any:
        ticked = answer if isinstance(answer, frozenset) else frozenset([answer])
        counted = frozenset(id_ for id_ in ticked if self._is_offered(id_, reading))
        if isinstance(answer, str):
            counts = counted and not self._settlers_of_options(answer, reading)
            return answer if counts else UNKNOWN
        return UNKNOWN if self._settlers_of_options(counted, reading) else counted

    def _settlers_of_options(self, answer: Any, reading: Reading) -> frozenset[str]:
        ticked = answer if isinstance(answer, frozenset) else [answer]
        gates = [self._options[id_] for id_ in ticked if id_ in self._options]
        return frozenset().union(
            *(settle(reading).settled_by for decide, settle in gates if decide(reading) is UNKNOWN)
        )

    def _is_undecided(self, reading: Reading) -> bool:
        return self._when is not None and bool(self._when[1](reading).settled_by)


def _gate(when: tree.Condition, scope: Scope) -> Gate:
    return decider(when, scope), settler(when, scope)
