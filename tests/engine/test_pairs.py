"""Two journeys in one plan keep every property of the list, for whoever answers whatever."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from random import Random

import pytest

from navigator.content import open_library
from navigator.content.library import Library
from navigator.engine import Checklist, Situation, checklist, next_question, summary
from navigator.engine.life import State
from navigator.engine.order import Group
from navigator.engine.relevance import plan_of
from navigator.rules import Truth
from tests.engine.random_people import random_person

PEOPLE = int(os.environ.get("NAVIGATOR_TEST_PEOPLE", "400"))  # for each pair; more in make fuzz
_CAN_BE_TAKEN = (State.OPEN, State.OVERDUE)


@cache
def shipped() -> Library:
    return open_library()


def pairs() -> list[tuple[str, str]]:
    """Return every two journeys of the folder; where there is one alone, that one."""
    names = tuple(shipped().journeys)
    return list(combinations(names, 2)) or [(names[0], names[0])]


def people(pair: tuple[str, str], seed: int) -> Iterator[Situation]:
    chance = Random(f"{pair} {seed}")
    plan = plan_of(shipped(), tuple(dict.fromkeys(pair)))
    for _ in range(PEOPLE):
        yield random_person(plan, shipped(), chance)


@pytest.mark.parametrize("pair", pairs(), ids=" and ".join)
def test_a_plan_of_two_journeys_keeps_what_a_list_promises(pair: tuple[str, str]) -> None:
    for situation in people(pair, 1):
        found = checklist(shipped(), situation, tuple(dict.fromkeys(pair)))
        ids = [placed.entry.step.id for placed in found.steps]
        assert len(ids) == len(set(ids)), "each step once"
        _check_order(found, ids)
        _check_next(found, ids)
        _check_sides(found, ids)


def _check_order(found: Checklist, ids: list[str]) -> None:
    groups = [placed.group for placed in found.steps]
    assert groups == sorted(groups)
    place = {step: number for number, step in enumerate(ids)}
    for placed in found.steps:
        entry = placed.entry
        for first in placed.waits_for:
            assert place[first] < place[entry.step.id], (first, entry.step.id)
        opens, due = entry.clock.opens, entry.clock.due
        if opens is not None and due is not None and entry.state is not State.DONE:
            assert opens <= due, (entry.step.id, found.situation)


def _check_next(found: Checklist, ids: list[str]) -> None:
    assert len(found.next) <= 3
    by_id = {placed.entry.step.id: placed for placed in found.steps}
    for step in found.next:
        placed = by_id[step]
        assert placed.entry.status is Truth.YES
        assert placed.entry.state in _CAN_BE_TAKEN
        assert not placed.waits_for
        assert placed.group is not Group.NOT_YET
    assert list(found.next) == [step for step in ids if step in found.next], (
        "in the order of the list"
    )


def _check_sides(found: Checklist, ids: list[str]) -> None:
    """A step is on the list or it is told why not; papers and offices stand once."""
    gone = {each.step.id for each in found.gone()}
    assert gone.isdisjoint(ids)
    papers = [paper.id for paper in summary.papers(found)]
    assert len(papers) == len(set(papers))
    offered = [offer.journey for offer in found.see_also()]
    assert len(offered) == len(set(offered))
    calls = [step for call in summary.calls(found) for step in call.steps]
    assert sorted(calls) == sorted(placed.entry.step.id for placed in found.to_do)


@pytest.mark.parametrize("pair", pairs(), ids=" and ".join)
def test_a_step_is_as_it_would_be_on_the_list_of_its_own_journey(pair: tuple[str, str]) -> None:
    for situation in list(people(pair, 2))[: PEOPLE // 4]:
        together = checklist(shipped(), situation, tuple(dict.fromkeys(pair)))
        both = {placed.entry.step.id: placed.entry for placed in together.steps}
        for journey in dict.fromkeys(pair):
            for placed in checklist(shipped(), situation, (journey,)).steps:
                entry = both.get(placed.entry.step.id)
                if placed.entry.via is not None:
                    continue  # what only a late or refused step brings goes with that step
                if entry is None:
                    assert together.life.gone(placed.entry.step.id) is not None, "it is told why"
                elif entry.via is None:
                    assert entry.clock == placed.entry.clock
                    assert entry.status is placed.entry.status


@pytest.mark.parametrize("pair", pairs(), ids=" and ".join)
def test_nothing_is_asked_that_was_answered(pair: tuple[str, str]) -> None:
    for situation in list(people(pair, 3))[: PEOPLE // 4]:
        journeys = tuple(dict.fromkeys(pair))
        question = next_question(shipped(), situation, journeys, details=True)
        if question is not None:
            reading = shipped().rulebook.read(situation.answers, situation.today)
            assert question.id not in situation.answers or reading.is_open(question.id)
