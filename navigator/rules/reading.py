"""One situation as sentences see it: names -> values, worked out when first looked at, and kept."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from datetime import date
from typing import Any, Final, Literal, Protocol, TypeAlias, TypeVar

from navigator.rules.months import Month
from navigator.rules.prospects import CERTAIN, EXCLUDED, Prospect
from navigator.rules.truth import NOT_APPLICABLE, Absent, Truth

NO: Final = Truth.NO
UNKNOWN: Final = Truth.UNKNOWN
YES: Final = Truth.YES

Found: TypeAlias = Any | Literal[Truth.UNKNOWN] | Absent
"""A value by the kind of its name, or Truth.UNKNOWN, or NOT_APPLICABLE."""

Moment: TypeAlias = date | Month
T = TypeVar("T")


class Rule(Protocol):
    """How the value of one name is found. ``deep``: it stands on a long chain of other names."""

    uses: frozenset[str]
    deep: bool

    def value(self, reading: Reading) -> Found:
        """Return the name's value, ``Truth.UNKNOWN`` or NOT_APPLICABLE."""

    def prospect(self, reading: Reading) -> Prospect:
        """Say what open questions can do to a value that is not known."""

    def bound(self, reading: Reading) -> Moment | None:
        """Return the earliest a day that is not known may turn out; None if nothing tells."""


class Asked(Rule, Protocol):
    """The rule of a question."""

    def applies(self, reading: Reading) -> Truth:
        """Say whether the question is to be asked of this person."""

    def offered(self, reading: Reading) -> tuple[str, ...]:
        """Return the ids of the options that are not excluded."""

    def is_open(self, reading: Reading) -> bool:
        """Say whether it applies or may apply, and has no answer that counts."""

    def is_skipped(self, reading: Reading) -> bool:
        """Say whether it was answered with *not sure* or *prefer not to say*."""

    def is_ignored(self, raw: object) -> bool:
        """Say whether the answer ``raw`` is of a wrong shape."""


class Reading(dict[str, Found]):
    """The values of names for one situation: those of its answers, its facts and figures.

    A value's type follows from its name's kind, so no type is given here; a value not known is
    ``Truth.UNKNOWN``, one that does not apply NOT_APPLICABLE. Raises KeyError for an unknown name.
    ``answers`` is the JSON given (question id -> answer), not copied.
    """

    __slots__ = ("_bounds", "_prospects", "_questions", "_rules", "answers", "helping", "today")

    def __init__(
        self,
        rules: Mapping[str, Rule],
        questions: Mapping[str, Asked],
        answers: Mapping[str, object],
        today: date,
        helping: bool,
    ) -> None:
        super().__init__(today=today, helping=YES if helping else NO)
        self.answers = answers
        self.today = today
        self.helping = helping
        self._rules = rules
        self._questions = questions
        self._prospects: dict[str, Prospect] = {}
        self._bounds: dict[str, Moment | None] = {}

    def __missing__(self, name: str) -> Found:
        rule = self._rules[name]
        if rule.deep:
            for earlier in self._beneath(name, self):
                self[earlier] = self._rules[earlier].value(self)
        value = self[name] = rule.value(self)
        return value

    @property
    def ignored(self) -> tuple[str, ...]:
        """The names answered that are no question, or answered in a wrong shape; in their order."""
        return tuple(
            str(name)
            for name, raw in self.answers.items()
            if name not in self._questions or self._questions[name].is_ignored(raw)
        )

    def applies(self, question: str) -> Truth:
        """Say whether the question is to be asked: its own ``when``, within its ``valid``."""
        return self._questions[question].applies(self)

    def offered(self, question: str) -> tuple[str, ...]:
        """Return the ids of the question's options, without those whose own ``when`` is NO."""
        return self._questions[question].offered(self)

    def is_open(self, question: str) -> bool:
        """Say whether the question applies or may apply, and has no answer that counts.

        *Not sure* and *prefer not to say* are answers. One of a wrong shape, or an option that is
        not offered, is none.
        """
        return self._questions[question].is_open(self)

    def is_known(self, name: str) -> Truth:
        """Say whether ``name`` has a value; UNKNOWN while an open question may tell."""
        value = self[name]
        if value is not UNKNOWN:
            return NO if value is NOT_APPLICABLE else YES
        question = self._questions.get(name)
        if question is not None:
            return NO if question.is_skipped(self) else UNKNOWN
        return UNKNOWN if self.prospect(name).settled_by else NO

    def prospect(self, name: str) -> Prospect:
        """Say what open questions can still do to ``name``.

        For a yes/no name YES and NO are its answers; see Prospect.
        """
        return self._kept(name, self._prospects, self._prospect_of)

    def bound(self, name: str) -> Moment | None:
        """Return the earliest that a day or month may turn out to be; None if nothing tells."""
        return self._kept(name, self._bounds, self._bound_of)

    def _prospect_of(self, name: str) -> Prospect:
        value = self[name]
        if value is UNKNOWN:
            return self._rules[name].prospect(self)
        return EXCLUDED if value is NOT_APPLICABLE or value is NO else CERTAIN

    def _bound_of(self, name: str) -> Moment | None:
        value = self[name]
        if value is UNKNOWN:
            return self._rules[name].bound(self)
        return value if isinstance(value, date | Month) else None

    def _kept(self, name: str, memory: dict[str, T], work: Callable[[str], T]) -> T:
        if name not in memory:
            if name in self._rules and self._rules[name].deep:
                for earlier in self._beneath(name, memory):
                    memory[earlier] = work(earlier)
            memory[name] = work(name)
        return memory[name]

    def _beneath(self, name: str, done: Container[str]) -> Iterator[str]:
        """Return what ``name`` rests on and is not ``done``, each behind what it rests on itself.

        A loop, where recursion would run out of stack on long chains.
        """
        seen = {name}
        waiting = [(name, iter(self._rules[name].uses))]
        while waiting:
            current, uses = waiting[-1]
            following = next((use for use in uses if use not in seen and use not in done), None)
            if following is not None:
                seen.add(following)
                waiting.append((following, iter(self._rules[following].uses)))
                continue
            waiting.pop()
            if current != name:
                yield current


Evaluate: TypeAlias = Callable[[Reading], Found]
Decide: TypeAlias = Callable[[Reading], Truth]
Foresee: TypeAlias = Callable[[Reading], Prospect]
