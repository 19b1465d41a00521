"""What is measured: works that run side by side, and the figures made of their times."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from random import Random
from time import process_time
from typing import NamedTuple

from navigator.content import Library
from navigator.engine import Situation, Words, checklist, next_question, report
from tests.bench.measuring import Work, side_by_side
from tests.bench.people import Crowd, Person, ranges_of
from tests.bench.plain import Plainly
from tests.bench.plain_answers import reader
from tests.bench.served import usual_environment
from tests.bench.shipped import step_conditions
from tests.bench.synthetic import made_up
from tests.engine.worlds import TODAY

_SIZES = (100, 500, 1000)
_PEOPLE = 200
_FEW = 20  # so few that one run of them is short, and some of many runs are undisturbed


class Figure(NamedTuple):
    """One figure: how much was ``measured``, the most or the least it may be (else not judged)."""

    what: str
    measured: float
    unit: str
    most: float | None = None
    least: float | None = None

    @property
    def is_missed(self) -> bool:
        """Whether it is beyond its limit."""
        too_much = self.most is not None and self.measured > self.most
        return too_much or (self.least is not None and self.measured < self.least)


def evaluation(library: Library) -> Iterator[Figure]:
    """Compare the rulebook with plain Python: from JSON answers to every step's condition."""
    rules, conditions = library.rulebook, step_conditions(library)
    decides = [condition.decide for condition in conditions]
    plain = Plainly(rules.definitions, rules.kinds, TODAY).compiled([c.tree for c in conditions])
    read, people = reader(rules.kinds), _people(library, _FEW)
    values = [read(person.answers) for person in people]

    def three_valued() -> None:
        for answers, helping in people:
            reading = rules.read(answers, TODAY, helping)
            for decide in decides:
                decide(reading)

    def plainly() -> None:
        for answers, helping in people:
            plain(read(answers), TODAY, helping)

    def without_reading() -> None:
        for (_, helping), typed in zip(people, values, strict=True):
            plain(typed, TODAY, helping)

    works: dict[str, Work] = {
        "rules": three_valued,
        "plain": plainly,
        "ready": without_reading,
    }
    times = side_by_side(works, rounds=300)
    count = len(conditions)
    yield Figure(
        f"{count} conditions of steps, from JSON answers, to plain Python",
        times.least_ratio("rules", to="plain"),
        "times",
        5,
    )
    yield Figure(
        "  the same to plain Python on answers already read",
        times.least_ratio("rules", to="ready"),
        "times",
    )
    yield Figure("  for one person", times.typical("rules") / len(people) * 1e6, "µs")


def growth() -> Iterator[Figure]:
    """Compare one made-up journey with several small ones that have as many questions together.

    So both sides do the same amount of work in as much memory, and only growth shows.
    """
    evaluate: dict[str, Work] = {}
    plan: dict[str, Work] = {}
    for size in _SIZES:
        libraries = [made_up(size) for _ in range(_SIZES[-1] // size)]
        people = _people(libraries[0], count=2)
        situations = [_half(person) for person in people]
        evaluate[str(size)] = all_of([_evaluating(lib, p) for p in people for lib in libraries])
        plan[str(size)] = all_of([_planning(lib, s) for s in situations for lib in libraries])
    for what, works in (("conditions", evaluate), ("next question and checklist", plan)):
        times = side_by_side(works, rounds=20)
        for size, limit in ((500, None), (1000, 1.5)):
            found = times.ratio(str(size), to="100")
            yield Figure(f"{what}, a question of {size:,} to one of 100", found, "times", limit)


def throughput(library: Library) -> Iterator[Figure]:
    """Count how many people `plan` serves a second, their reports made but not written."""
    people, journeys = _people(library), tuple(library.journeys)
    start = process_time()
    for person in people:
        found = checklist(library, Situation(TODAY, person.answers), journeys)
        report(found, Words(library, found.reading))
    seconds = process_time() - start
    yield Figure("people planned, all journeys in one report", len(people) / seconds, "a second")


def checking() -> Iterator[Figure]:
    """Time `navigator check` from its start, in a process of its own: CPU seconds."""
    command = (sys.executable, "-m", "navigator", "check")
    before = os.times()
    subprocess.run(command, env=usual_environment(), capture_output=True, check=True)
    after = os.times()
    seconds = after.children_user - before.children_user
    seconds += after.children_system - before.children_system
    yield Figure("navigator check of the shipped journeys, from its start", seconds, "s", 3)


def _people(library: Library, count: int = _PEOPLE) -> list[Person]:
    crowd, chance = Crowd(library.rulebook, TODAY, ranges_of(library)), Random("people")
    return [crowd.person(chance) for _ in range(count)]


def _half(person: Person) -> Situation:
    """Return somebody who has answered half of the questions, the next one being in the middle."""
    answers = list(person.answers.items())
    return Situation(TODAY, dict(answers[: len(answers) // 2]))


def _evaluating(library: Library, person: Person) -> Work:
    decides = [condition.decide for condition in step_conditions(library)]

    def evaluate() -> None:
        reading = library.rulebook.read(person.answers, TODAY)
        for decide in decides:
            decide(reading)

    return evaluate


def _planning(library: Library, situation: Situation) -> Work:
    def plan() -> None:
        next_question(library, situation, ["life"])
        checklist(library, situation, ["life"])

    return plan


def all_of(works: Sequence[Work]) -> Work:
    """Return the work of doing all ``works``."""

    def run() -> None:
        for work in works:
            work()

    return run
