"""The rulebook against plain Python made from the same sentences, on thousands of random people."""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random
from typing import Any

import pytest

from navigator.content import Library, open_library
from navigator.rules import NOT_APPLICABLE, Reading, Truth, Value
from tests.bench.people import Crowd, ranges_of
from tests.bench.plain import Plainly
from tests.bench.shipped import all_conditions, all_values

DAYS = ("2026-11-21", "2026-02-28", "2027-01-20", "2027-01-21", "2028-02-29")
PEOPLE = 600  # for each of these days


@cache
def library() -> Library:
    """Return the shipped journeys."""
    return open_library()


@pytest.mark.parametrize("day", DAYS)
def test_every_condition_is_decided_as_plain_python_decides_it(day: str) -> None:
    today, conditions = date.fromisoformat(day), all_conditions(library())
    rules = library().rulebook
    plain = Plainly(rules.definitions, rules.kinds, today).compiled([c.tree for c in conditions])
    crowd, chance, undecided = Crowd(rules, today, ranges_of(library())), Random(day), 0
    for _ in range(PEOPLE):
        person = crowd.person(chance)
        reading = rules.read(person.answers, today, person.helping)
        expected = plain(person.typed, today, person.helping)
        for condition, holds in zip(conditions, expected, strict=True):
            found = condition.decide(reading)
            if found is Truth.UNKNOWN:
                undecided += 1
            else:
                assert (found is Truth.YES) == bool(holds), (str(condition), person)
    print(undecided, PEOPLE*len(conditions))


@pytest.mark.parametrize("day", DAYS)
def test_every_day_and_amount_is_what_plain_python_makes_it(day: str) -> None:
    today, rules = date.fromisoformat(day), library().rulebook
    values = [value for value in all_values(library()) if not isinstance(value.tree, tuple)]
    plain = Plainly(rules.definitions, rules.kinds, today).compiled([v.tree for v in values])
    crowd, chance = Crowd(rules, today, ranges_of(library())), Random(day)
    for _ in range(PEOPLE):
        person = crowd.person(chance)
        reading = rules.read(person.answers, today, person.helping)
        expected = plain(person.typed, today, person.helping)
        for value, plainly in zip(values, expected, strict=True):
            found = value.evaluate(reading)
            if found is not Truth.UNKNOWN:
                assert (None if found is NOT_APPLICABLE else found) == plainly, (str(value), person)
