"""One situation as sentences see it: names -> values, worked out when first looked at, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal, Protocol, TypeAlias, TypeVar

from navigator.rules.answers import Parse
from navigator.rules.months import Month
from navigator.rules.prospects import CERTAIN, EXCLUDED, Prospect, settlers
from navigator.rules.truth import NOT_APPLICABLE, Absent, Truth

NO: Final = Truth.NO
UNKNOWN: Final = Truth.UNKNOWN
YES: Final = Truth.YES

Found: TypeAlias = Any | Literal[Truth.UNKNOWN] | Absent
"""A value by the kind of its name, or Truth.UNKNOWN, or NOT_APPLICABLE."""

Moment: TypeAlias = date | Month
T = TypeVar("T")


class Rule(Protocol):
    """How the value of one name is found.

    ``uses`` are the names it directly rests on; ``deep`` says that it stands on a long chain of
    them, to be worked out from the bottom up, as recursion would run out of stack.
    """

    uses: frozenset[str]
    deep: bool

    @property
    def value(self) -> Evaluate:
        """The function that gives the value."""

    def prospect(self, reading: Reading) -> Prospect:
        """Say what open questions can do to a value that is not known."""

    def bound(self, reading: Reading) -> Moment | None:
        """Return the earliest a day that is not known may turn out; None if nothing tells."""


class Asked(Rule, Protocol):
    """The rule of a question."""

    @property
    def unanswered(self) -> Prospect:
        """What an answer can do, if nothing but the question itself is open."""

    @property
    def parse(self) -> Parse:
        """The function that reads an answer; UNKNOWN if its shape is wrong."""

    @property
    def always_counts(self) -> bool:
        """Whether every answer counts, whatever else is answered."""

    @property
    def applies(self) -> Decide:
        """The function that says whether the question is to be asked of this person."""

    def offered(self, reading: Reading) -> tuple[str, ...]:
        """Return the ids of the options that are not excluded."""

    def is_open(self, reading: Reading) -> bool:
        """Say whether it applies or may apply, and has no answer that counts."""

    def is_skipped(self, reading: Reading) -> bool:
        """Say whether it was answered with *not sure* or *prefer not to say*."""

    def is_ignored(self, raw: object) -> bool:
        """Say whether the answer ``raw`` is of a wrong shape."""


@dataclass(frozen=True)
class Rules:
    """The rules of all names, and those of the questions among them, in the order of their bits.

    ``parsers``, ``unknown`` and ``open`` prepare what a Reading holds from the start: questions
    whose answer always counts.
    """

    every: Mapping[str, Rule]
    values: Values
    questions: Mapping[str, Asked]
    parsers: Mapping[str, Parse]
    unknown: Mapping[str, Found]
    open: Mapping[str, Prospect]
    names_by_bit: tuple[str, ...]

    @classmethod
    def of(cls, every: Mapping[str, Rule], questions: Mapping[str, Asked]) -> Rules:
        """Return the rules prepared for reading."""
        plain = {name: asked for name, asked in questions.items() if asked.always_counts}
        return cls(
            every,
            Values(every),
            questions,
            {name: asked.parse for name, asked in plain.items()},
            dict.fromkeys(plain, UNKNOWN),
            {name: asked.unanswered for name, asked in plain.items()},
            tuple(questions),
        )

    def beneath(self, name: str, done: Mapping[str, object]) -> Iterator[str]:
        """Return what ``name`` rests on and is not ``done``, each behind what it rests on."""
        seen = {name}
        waiting = [(name, iter(self.every[name].uses))]
        while waiting:
            current, uses = waiting[-1]
            for use in uses:
                if use not in seen and use not in done:
                    seen.add(use)
                    waiting.append((use, iter(self.every[use].uses)))
                    break
            else:
                waiting.pop()
                if current != name:
                    yield current


class Values(dict[str, "Evaluate"]):
    """The functions that work out names, each made when its name is first looked at."""

    __slots__ = ("_rules",)

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        super().__init__()
        self._rules = rules

    def __missing__(self, name: str) -> Evaluate:
        rule = self._rules[name]
        found = self[name] = _from_below(name, self._rules) if rule.deep else rule.value
        return found


class Reading(dict[str, Found]):
    """The values of names for one situation: those of its answers, its facts and figures.

    Raises KeyError for an unknown name. ``answers`` is the JSON given (question id -> answer), not
    copied.
    """

    __slots__ = ("_bounds", "_prospects", "_rules", "_values", "answers", "helping", "today")

    def __init__(
        self, rules: Rules, answers: Mapping[str, object], today: date, helping: bool
    ) -> None:
        super().__init__(rules.unknown, today=today, helping=YES if helping else NO)
        parsers = rules.parsers
        for name, raw in answers.items():
            if name in parsers:
                self[name] = parsers[name](raw)
        self.answers = answers
        self.today = today
        self.helping = helping
        self._rules = rules
        self._values = rules.values
        self._prospects: _Prospects | None = None
        self._bounds: dict[str, Moment | None] = {}

    def __missing__(self, name: str) -> Found:
        value = self[name] = self._values[name](self)
        return value

    @property
    def ignored(self) -> tuple[str, ...]:
        """The names answered that are no question, or answered in a wrong shape; in their order."""
        questions = self._rules.questions
        return tuple(
            str(name)
            for name, raw in self.answers.items()
            if name not in questions or questions[name].is_ignored(raw)
        )

    @property
    def prospects(self) -> Mapping[str, Prospect]:
        """What open questions can still do to each name; see Prospect.

        For a yes/no name YES and NO are its answers.
        """
        if self._prospects is None:
            self._prospects = _Prospects(self, self._rules)
        return self._prospects

    def applies(self, question: str) -> Truth:
        """Say whether the question is to be asked: its own ``when``, within its ``valid``."""
        return self._rules.questions[question].applies(self)

    def offered(self, question: str) -> tuple[str, ...]:
        """Return the ids of the question's options, without those whose own ``when`` is NO."""
        return self._rules.questions[question].offered(self)

    def is_open(self, question: str) -> bool:
        """Say whether the question applies or may apply, and has no answer that counts.

        *Not sure* and *prefer not to say* are answers. One of a wrong shape, or an option that is
        not offered, is none.
        """
        return self._rules.questions[question].is_open(self)

    def is_known(self, name: str) -> Truth:
        """Say whether ``name`` has a value; UNKNOWN while an open question may tell."""
        value = self[name]
        if value is not UNKNOWN:
            return NO if value is NOT_APPLICABLE else YES
        question = self._rules.questions.get(name)
        if question is not None:
            return NO if question.is_skipped(self) else UNKNOWN
        return UNKNOWN if settlers(self.prospects[name]) else NO

    def questions_in(self, bits: int) -> frozenset[str]:
        """Return the ids of the questions whose bits are set."""
        names = self._rules.names_by_bit
        found = []
        while bits:
            lowest = bits & -bits
            found.append(names[lowest.bit_length() - 2])
            bits ^= lowest
        return frozenset(found)

    def bound(self, name: str) -> Moment | None:
        """Return the earliest that a day or month may turn out to be; None if nothing tells."""
        if name not in self._bounds:
            if name in self._rules.every and self._rules.every[name].deep:
                for earlier in self._rules.beneath(name, self._bounds):
                    self._bounds[earlier] = self._bound_of(earlier)
            self._bounds[name] = self._bound_of(name)
        return self._bounds[name]

    def _bound_of(self, name: str) -> Moment | None:
        value = self[name]
        if value is UNKNOWN:
            return self._rules.every[name].bound(self)
        return value if isinstance(value, date | Month) else None


def _from_below(name: str, rules: Mapping[str, Rule]) -> Evaluate:
    """Return the function that gives a deep name's value once all it rests on is worked out."""

    def evaluate(reading: Reading) -> Found:
        for earlier in reading._rules.beneath(name, reading):
            reading[earlier] = rules[earlier].value(reading)
        return rules[name].value(reading)

    return evaluate


class _Prospects(dict[str, Prospect]):
    __slots__ = ("_reading", "_rules")

    def __init__(self, reading: Reading, rules: Rules) -> None:
        super().__init__(rules.open)
        for name in reading.answers:
            self.pop(name, None)
        self._reading = reading
        self._rules = rules

    def __missing__(self, name: str) -> Prospect:
        value = self._reading[name]
        if value is not UNKNOWN:
            found = EXCLUDED if value is NOT_APPLICABLE or value is NO else CERTAIN
        else:
            found = self._unknown(name)
        self[name] = found
        return found

    def _unknown(self, name: str) -> Prospect:
        rule = self._rules.every[name]
        if rule.deep:
            for earlier in self._rules.beneath(name, self):
                if self._reading[earlier] is UNKNOWN:
                    self[earlier] = self._rules.every[earlier].prospect(self._reading)
                else:
                    self.__missing__(earlier)
        return rule.prospect(self._reading)


Evaluate: TypeAlias = Callable[[Reading], Found]
Decide: TypeAlias = Callable[[Reading], Truth]
Foresee: TypeAlias = Callable[[Reading], Prospect]
