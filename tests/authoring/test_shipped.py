"""The journeys that come with this: short interviews, and promises kept to random people."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import combinations

import pytest

from navigator.authoring.people import People
from navigator.authoring.promises import random_promises
from navigator.authoring.reach import MOST_QUESTIONS, reach
from navigator.authoring.suggestions import usual_day
from navigator.content import Draft, open_draft

ALONE, TOGETHER = 2_000, 200
"""How many random people are tried with each journey, and with each pair."""


@cache
def draft() -> Draft:
    return open_draft()


def today() -> date:
    return usual_day(draft(), ())


JOURNEYS = tuple(draft().library.journeys)
PAIRS = tuple(combinations(JOURNEYS, 2))


@pytest.mark.parametrize("journey", JOURNEYS)
def test_no_path_through_the_first_round_asks_too_much(journey: str) -> None:
    found = reach(draft(), (journey,), People(draft(), today()))
    assert found.most <= MOST_QUESTIONS, found.longest


@pytest.mark.parametrize("journey", JOURNEYS)
def test_every_random_person_gets_a_step_a_contact_and_days_in_order(journey: str) -> None:
    people = People(draft(), today())
    assert next(random_promises(draft(), people, (journey,), ALONE), None) is None


@pytest.mark.parametrize("pair", PAIRS)
def test_so_does_everybody_with_two_journeys_at_once(pair: tuple[str, str]) -> None:
    people = People(draft(), today())
    assert next(random_promises(draft(), people, pair, TOGETHER), None) is None


def test_so_does_everybody_with_all_journeys_at_once() -> None:
    people = People(draft(), today())
    assert next(random_promises(draft(), people, JOURNEYS, TOGETHER), None) is None
