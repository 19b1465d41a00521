"""The rulebook against plain Python made from the same sentences, on thousands of random people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from random import Random
from typing import Any

import pytest

from navigator.content import Library, open_library
from navigator.rules import NOT_APPLICABLE, Reading, Truth, tree
from tests.bench.people import Crowd, Person, ranges_of
from tests.bench.plain import Plainly
from tests.bench.plain_answers import reader
from tests.bench.shipped import all_conditions, all_values

DAYS = ("2026-11-21", "2026-02-28", "2026-09-30", "2027-01-20")
PEOPLE = 800  # for each of these days


@cache
def library() -> Library:
    """Return the shipped journeys."""
    return open_library()


@cache
def people(day: str) -> tuple[Person, ...]:
    """Return random people who answer everything on ``day``."""
    crowd = Crowd(library().rulebook, date.fromisoformat(day), ranges_of(library()))
    chance = Random(day)
    return tuple(crowd.person(chance) for _ in range(PEOPLE))


def both_sides(
    sentences: Sequence[tree.Condition | tree.Value], day: str
) -> Iterator[tuple[Person, Reading, tuple[Any, ...]]]:
    """Yield each person with the rulebook's reading and what ``sentences`` plainly come to."""
    today, rules = date.fromisoformat(day), library().rulebook
    plain = Plainly(rules.definitions, rules.kinds, today).compiled(sentences)
    read = reader(rules.kinds)
    for person in people(day):
        reading = rules.read(person.answers, today, person.helping)
        yield person, reading, plain(read(person.answers), today, person.helping)


@pytest.mark.parametrize("day", DAYS)
def test_every_condition_is_decided_as_plain_python_decides_it(day: str) -> None:
    conditions = all_conditions(library())
    undecided = 0
    for person, reading, expected in both_sides([c.tree for c in conditions], day):
        for condition, plainly in zip(conditions, expected, strict=True):
            found = condition.decide(reading)
            undecided += found is Truth.UNKNOWN  # a figure may have no row for somebody
            agree = found is Truth.UNKNOWN or (found is Truth.YES) == bool(plainly)
            assert agree, f"{condition} is {found} for {person}"
    assert undecided <= len(conditions) * PEOPLE / 100


@pytest.mark.parametrize("day", DAYS)
def test_every_day_and_amount_is_what_plain_python_makes_it(day: str) -> None:
    values = [value for value in all_values(library()) if not isinstance(value.tree, tuple)]
    trees = [value.tree for value in values if not isinstance(value.tree, tuple)]
    for person, reading, expected in both_sides(trees, day):
        for value, plainly in zip(values, expected, strict=True):
            found = value.evaluate(reading)
            agree = found in (Truth.UNKNOWN, NOT_APPLICABLE if plainly is None else plainly)
            assert agree, f"{value} is {found}, not {plainly}, for {person}"
