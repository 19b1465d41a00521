"""What a scenario expects of a checklist -> where the checklist falls short, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Protocol

from navigator.authoring.deciding import deciding_day, deciding_tests
from navigator.content import Step
from navigator.content.problems import Place
from navigator.engine import Checklist, Words
from navigator.engine.interview import Interview
from navigator.engine.life import State, Why
from navigator.engine.order import Placed
from navigator.engine.report import reasons, why_not
from navigator.engine.timing import due_words
from navigator.rules import Truth

FIELDS: Mapping[str, Callable[[Placed], object]] = MappingProxyType(
    {
        "opens": lambda placed: placed.entry.clock.opens,
        "due": lambda placed: placed.entry.clock.due,
        "best_by": lambda placed: placed.entry.clock.best_by,
        "until": lambda placed: placed.entry.clock.until,
        "status": lambda placed: status_of(placed),
        "state": lambda placed: placed.entry.state.value,
        "group": lambda placed: placed.group.name.lower(),
    }
)
"""What a scenario can expect of a step on the list, by key: days, or words."""

DAYS = ("opens", "due", "best_by", "until")


def status_of(placed: Placed) -> str:
    """Return whether a step is to do or may apply."""
    return "to_do" if placed.entry.status is Truth.YES else "may_apply"


def field_of(placed: Placed, key: str) -> str | None:
    """Return what ``key`` of FIELDS is: a day as 2026-11-21, a word, or None."""
    found = FIELDS[key](placed)
    return None if found is None else str(found)


@dataclass(frozen=True)
class Miss:
    """One thing that came out otherwise than expected; ``why`` are the reasons behind it."""

    place: Place
    expected: str
    got: str
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Seen:
    """A checklist as expectations look at it: steps by id, and the reasons in words."""

    checklist: Checklist
    words: Words

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each step stands on the list, counted from 0."""
        return {placed.entry.step.id: i for i, placed in enumerate(self.checklist.steps)}

    @cached_property
    def open(self) -> tuple[str, ...]:
        """The questions of the first round that are still to be asked, in order."""
        return self._still_asked(self.checklist.plan.questions)

    def asks(self, question: str) -> bool:
        """Whether ``question`` was asked and its answer counts, or is still to be asked."""
        plan, reading = self.checklist.plan, self.checklist.reading
        if question not in plan.questions + plan.details:
            return False
        if question in self.checklist.situation.answers and not reading.is_open(question):
            return reading.applies(question) is not Truth.NO
        return question in self._still_asked((question,))

    def _still_asked(self, questions: Iterable[str]) -> tuple[str, ...]:
        found = self.checklist
        names = [name for name in questions if found.reading.is_open(name)]
        if not names:
            return ()
        interview = Interview(found.library, found.situation, found.plan)
        return tuple(interview.open_questions(names))

    def step(self, step_id: str) -> Placed | None:
        """Return a step on the list, or None."""
        place = self.places.get(step_id)
        return None if place is None else self.checklist.steps[place]

    def standing(self, step_id: str) -> str:
        """Say whether a step is on the list, and how."""
        placed = self.step(step_id)
        if placed is None:
            return f"`{step_id}` is not on the list"
        if placed.entry.state is State.DONE:
            return f"`{step_id}` is on the list as done"
        status = "to do" if placed.entry.status is Truth.YES else "may apply"
        return f"`{step_id}` is on the list ({status})"

    def why(self, step_id: str) -> tuple[str, ...]:
        """Return the reasons for which a step is on the list, or is not."""
        placed = self.step(step_id)
        if placed is not None:
            said = reasons(placed, self.checklist, self.words)
            return (*self._tests(placed.entry.step), *said, *self._unsettled(placed))
        if step_id not in self.checklist.plan.routes.steps:
            journeys = ", ".join(self.checklist.plan.journeys)
            return (f"It is not among the steps of {journeys}.",)
        gone = self.checklist.life.gone(step_id)
        if gone is None:
            return ("No other step leads to it.",)
        tests = self._tests(gone.step) if gone.why is Why.ANSWERS else ()
        return (*tests, *why_not(gone, self.words))

    def why_then(self, placed: Placed, key: str) -> tuple[str, ...]:
        """Return why ``key`` of a step on the list came out as it did."""
        checklist, step = self.checklist, placed.entry.step
        days = {"opens": step.opens, "due": step.due, "best_by": step.best_by, "until": step.until}
        ruled = deciding_day(key, days.get(key), checklist.reading, checklist.library)
        said = due_words(placed.entry, checklist.situation, self.words)
        tests = tuple(ruled) if key in days else ()
        return (*tests, *self.why(step.id), *((said,) if said else ()))

    def _tests(self, step: Step) -> tuple[str, ...]:
        if step.when is None:
            return ()
        found = deciding_tests(step.when, self.checklist.reading, self.checklist.library)
        return tuple(dict.fromkeys(found))

    def _unsettled(self, placed: Placed) -> Iterator[str]:
        if open_questions := self.checklist.settled_by(placed.entry):
            yield f"Not answered: {', '.join(open_questions)}."


class Expectation(Protocol):
    """One thing a scenario says must come out."""

    @property
    def place(self) -> Place:
        """Where it says so."""

    def misses(self, seen: Seen) -> Iterator[Miss]:
        """Yield what came out otherwise."""


@dataclass(frozen=True)
class Field:
    """One line under a step in ``must``: a key of its report, and the value expected there."""

    key: str
    value: str | None
    place: Place


@dataclass(frozen=True)
class Must:
    """The step is on the list: to do, unless its ``status`` is expected to be another."""

    step: str
    place: Place
    fields: tuple[Field, ...] = ()

    def misses(self, seen: Seen) -> Iterator[Miss]:
        """Yield a miss if the step is absent, or one for each field that differs."""
        placed = seen.step(self.step)
        if placed is None or (self._wants_to_do and placed.entry.status is not Truth.YES):
            expected = f"`{self.step}` is on the list" + (" (to do)" if placed else "")
            yield Miss(self.place, expected, seen.standing(self.step), seen.why(self.step))
            return
        for field in self.fields:
            found = field_of(placed, field.key)
            if found != field.value:
                expected = f"`{self.step}` has {field.key} {field.value or 'none'}"
                got = f"{field.key} {found or 'none'}"
                yield Miss(field.place, expected, got, seen.why_then(placed, field.key))

    @property
    def _wants_to_do(self) -> bool:
        return all(field.key != "status" for field in self.fields)


@dataclass(frozen=True)
class MustNot:
    """The step is not on the list at all."""

    step: str
    place: Place

    def misses(self, seen: Seen) -> Iterator[Miss]:
        """Yield a miss if the step is on the list."""
        if seen.step(self.step) is not None:
            expected = f"`{self.step}` is not on the list"
            yield Miss(self.place, expected, seen.standing(self.step), seen.why(self.step))


@dataclass(frozen=True)
class May:
    """The step may apply: an open answer still decides it."""

    step: str
    place: Place

    def misses(self, seen: Seen) -> Iterator[Miss]:
        """Yield a miss unless the step is on the list as one that may apply."""
        placed = seen.step(self.step)
        if placed is None or placed.entry.status is Truth.YES or placed.entry.state is State.DONE:
            expected = f"`{self.step}` may apply"
            yield Miss(self.place, expected, seen.standing(self.step), seen.why(self.step))


@dataclass(frozen=True)
class Before:
    """Both steps are on the list, the first before the second."""

    first: str
    then: str
    place: Place

    def misses(self, seen: Seen) -> Iterator[Miss]:
        """Yield a miss if one is absent or they stand the other way round."""
        expected = f"`{self.first}` stands before `{self.then}`"
        absent = [step for step in (self.first, self.then) if seen.step(step) is None]
        for step in absent:
            yield Miss(self.place, expected, seen.standing(step), seen.why(step))
        if not absent and seen.places[self.first] > seen.places[self.then]:
            got = f"`{self.then}` stands before `{self.first}`"
            yield Miss(
                self.place,
                expected,
                got,
                (self._when(seen, self.first), self._when(seen, self.then)),
            )

    def _when(self, seen: Seen, step: str) -> str:
        placed = seen.checklist.steps[seen.places[step]]
        group = placed.group.name.lower()
        by = "" if placed.act_by is None else f", to act on by {placed.act_by}"
        return f"`{step}` is in group {group}{by}."


@dataclass(frozen=True)
class Next:
    """The next steps on top of the list, exactly these in this order."""

    steps: tuple[str, ...]
    place: Place

    def misses(self, seen: Seen) -> Iterator[Miss]:
        """Yield a miss if the next steps are others."""
        if seen.checklist.next != self.steps:
            missing = [step for step in self.steps if step not in seen.checklist.next]
            why = tuple(
                f"{seen.standing(step)}: {' '.join(self._reasons(seen, step))}" for step in missing
            )
            yield Miss(self.place, _next(self.steps), _next(seen.checklist.next), why)

    def _reasons(self, seen: Seen, step: str) -> tuple[str, ...]:
        placed = seen.step(step)
        if placed is not None and placed.waits_for:
            return (f"it waits for {', '.join(placed.waits_for)}.",)
        return seen.why(step)


@dataclass(frozen=True)
class Exactly:
    """No other steps than ``steps`` are on the list."""

    steps: frozenset[str]
    place: Place

    def misses(self, seen: Seen) -> Iterator[Miss]:
        """Yield a miss for each other step on the list."""
        for step in seen.places:
            if step not in self.steps:
                expected = f"`{step}` is not on the list, as it is neither in `must` nor in `may`"
                yield Miss(self.place, expected, seen.standing(step), seen.why(step))


def _next(steps: tuple[str, ...]) -> str:
    return f"next: {', '.join(steps) or 'none'}"
