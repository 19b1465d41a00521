"""How many questions of an interview can apply together: every answer that matters is tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from navigator.authoring.people import People
from navigator.authoring.written import tests_in
from navigator.content import Library
from navigator.engine.relevance import plan_of
from navigator.rules import Condition, FactRule, QuestionRule, Reading, Truth, tree
from navigator.rules.tree import names_in

_MOST_STATES = 20_000


def most_that_apply(library: Library, journeys: tuple[str, ...], people: People) -> int | None:
    """Return the most questions of the first round that can apply to one person.

    Answers are those of the pool of ``people``: every option, and both sides of every limit. None
    where they would make more than 20,000 states. What applies need not be asked: it may not matter
    any more.
    """
    questions = plan_of(library, journeys).questions
    counts = []
    for helping in (False, True):
        search = _Search(library, questions, people, helping)
        counts.append(search.most(0, {}))
        if len(search.known) >= _MOST_STATES:
            return None
    return max(counts)


@dataclass(eq=False)
class _Search:
    """Goes through ``questions`` in order; two ways that all later tests see alike are one."""

    library: Library
    questions: tuple[str, ...]
    people: People
    helping: bool
    known: dict[object, int] = field(default_factory=dict)

    def most(self, place: int, answers: Mapping[str, object]) -> int:
        """Return how many of the questions from ``place`` on can apply after ``answers``."""
        if place == len(self.questions) or len(self.known) >= _MOST_STATES:
            return 0
        reading = self._read(answers)
        state = (place, self._seen_from(place, reading, answers))
        if state not in self.known:
            self.known[state] = self._counted(place, reading, answers)
        return self.known[state]

    def _counted(self, place: int, reading: Reading, answers: Mapping[str, object]) -> int:
        name = self.questions[place]
        if reading.applies(name) is Truth.NO:
            return self.most(place + 1, answers)
        if name not in self._deciding:
            return 1 + self.most(place + 1, answers)
        ways = [{**answers, name: answer} for answer in self._answers(name, reading)]
        unlike = {self._seen_from(place + 1, self._read(way), way): way for way in ways}
        return 1 + max(self.most(place + 1, way) for way in unlike.values())

    def _answers(self, question: str, reading: Reading) -> Iterator[object]:
        offered = reading.offered(question)
        for answer in self.people.pool.of(question):
            if not isinstance(answer, str) or not offered or answer in offered:
                yield answer

    def _seen_from(
        self, place: int, reading: Reading, answers: Mapping[str, object]
    ) -> tuple[object, ...]:
        """Return all that the tests of later questions see of ``answers``."""
        told = (test.decide(reading) for test, _ in self._tests_from[place])
        raw = (str(answers.get(name)) for name in self._still_in_play[place])
        return (*told, *raw)

    def _read(self, answers: Mapping[str, object]) -> Reading:
        return self.library.rulebook.read(answers, self.people.today, self.helping)

    @cached_property
    def _tests_from(self) -> tuple[tuple[tuple[Condition, frozenset[str]], ...], ...]:
        """For each place: the tests that decide whether questions from there on apply."""
        rulebook = self.library.rulebook
        found: list[tuple[tuple[Condition, frozenset[str]], ...]] = [()]
        tests: dict[str, tuple[Condition, frozenset[str]]] = {}
        for name in reversed(self.questions):
            for node in self._tests_of(name):
                behind = (rulebook.questions_behind(each) for each in self._names(node))
                tests[str(node)] = rulebook.condition(node), frozenset[str]().union(*behind)
            found.append(tuple(tests.values()))
        return tuple(reversed(found))

    @cached_property
    def _deciding(self) -> frozenset[str]:
        """The questions whose answers decide whether others apply."""
        return frozenset[str]().union(*(behind for _, behind in self._tests_from[0]))

    @cached_property
    def _still_in_play(self) -> tuple[tuple[str, ...], ...]:
        """For each place: earlier questions that a test looks at together with later ones."""
        return tuple(self._in_play(place) for place in range(len(self.questions) + 1))

    def _in_play(self, place: int) -> tuple[str, ...]:
        later = set(self.questions[place:])
        shared = [behind for _, behind in self._tests_from[place] if behind & later]
        return tuple(name for name in self.questions[:place] if any(name in b for b in shared))

    def _tests_of(self, question: str) -> Iterator[tree.Condition]:
        rule = self.library.rulebook.definitions[question]
        if isinstance(rule, QuestionRule):
            for condition in (rule.when, *rule.option_when.values()):
                if condition is not None:
                    yield from self._unfolded(condition)

    def _unfolded(self, condition: tree.Condition) -> Iterator[tree.Condition]:
        """Yield the tests of a condition; those of a fact in its place."""
        for test in tests_in(condition):
            rule = None
            if isinstance(test, tree.Claim):
                rule = self.library.rulebook.definitions.get(test.name)
            if isinstance(rule, FactRule) and rule.when is not None and rule.valid is None:
                yield from self._unfolded(rule.when)
            else:
                yield test

    def _names(self, node: tree.Condition) -> frozenset[str]:
        return names_in(node) & self.library.rulebook.definitions.keys()
