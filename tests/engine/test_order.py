"""The order of the list: never before what a step waits for, and as little late as can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.engine import Situation, Who, checklist
from navigator.engine.life import State
from navigator.engine.order import Group, Placed
from navigator.rules import YesNo
from tests.engine.random_plans import random_plan
from tests.engine.worlds import TODAY, StepSpec, library


def ids(placed: tuple[Placed, ...]) -> list[str]:
    return [p.entry.step.id for p in placed]


def listed(steps: dict[str, StepSpec], **answers: object) -> list[str]:
    kinds = {name: YesNo() for name in answers}
    return ids(checklist(library(steps, kinds), Situation(TODAY, answers), ["life"]).steps)


@pytest.mark.parametrize("seed", range(20))
def test_no_step_stands_before_one_it_waits_for(seed: int) -> None:
    chance = Random(seed)
    for _ in range(1000):
        made, situation = random_plan(chance)
        found = checklist(made, situation, ["life"])
        order = ids(found.steps)
        groups = [p.group for p in found.steps]
        assert groups == sorted(groups)
        for placed in found.steps:
            for first in placed.waits_for:
                assert order.index(first) < order.index(placed.entry.step.id)
        assert len(found.next) <= 3
        assert all(not found.steps[order.index(step)].waits_for for step in found.next)


def test_advice_whose_day_is_past_does_not_push_ahead_of_what_is_best_done_today() -> None:
    steps: dict[str, StepSpec] = {
        "call_lawyer": {"when": "always", "best_by": "today"},
        "book_class": {"when": "always", "best_by": "200 days before today"},
        "file_claim": {"when": "always", "best_by": "1 day after today"},
    }
    assert listed(steps) == ["call_lawyer", "book_class", "file_claim"]


def lateness(order: tuple[int, ...], due: list[int]) -> int:
    return max(place - due[step] for place, step in enumerate(order))


@given(st.data(), st.integers(1, 7))
@settings(max_examples=150, deadline=None)
def test_within_a_group_the_greatest_lateness_is_the_least_possible(
    data: st.DataObject, size: int
) -> None:
    """One step a day from tomorrow: no allowed order has a smaller greatest lateness."""
    due = data.draw(st.lists(st.integers(32, 45), min_size=size, max_size=size))
    waits = {
        then: data.draw(st.sets(st.integers(0, then - 1), max_size=2)) if then else set()
        for then in range(size)
    }
    names = data.draw(st.permutations(range(size)))  # written in any order
    steps: dict[str, StepSpec] = {
        f"s{n}": {
            "due": (TODAY + timedelta(days=due[n])).isoformat(),
            "if_late": "late",
            "after": tuple(f"s{w}" for w in waits[n]),
        }
        for n in names
    }
    found = tuple(int(step[1:]) for step in listed(steps))
    allowed = (
        order
        for order in permutations(range(size))
        if all(order.index(w) < order.index(n) for n in range(size) for w in waits[n])
    )
    assert lateness(found, due) == min(lateness(order, due) for order in allowed)


def test_an_early_day_pulls_forward_what_it_waits_for() -> None:
    steps: dict[str, StepSpec] = {
        "letter": {"due": "2026-12-01", "if_late": "x"},
        "form": {"due": "2026-11-25", "if_late": "x", "after": ("certificate",)},
        "certificate": {},
    }
    assert listed(steps) == ["certificate", "form", "letter"]


def test_a_best_day_that_has_passed_is_no_sooner_than_today() -> None:
    steps: dict[str, StepSpec] = {
        "food": {"best_by": "today"},
        "plan": {"best_by": "2026-10-31", "due": "2026-12-30", "if_late": "x"},
        "photos": {"best_by": "1 day after today"},
    }
    assert listed(steps) == ["food", "plan", "photos"]


def test_groups_follow_when_to_act() -> None:
    steps: dict[str, StepSpec] = {
        "any_time": {},
        "not_yet": {"opens": "2027-01-01"},
        "later": {"due": "2027-03-01", "if_late": "x"},
        "month": {"due": "2026-12-22", "if_late": "x"},
        "week": {"due": "2026-11-28", "if_late": "x"},
        "overdue": {"due": "2026-11-20", "if_late": "x"},
        "danger": {"due": "today"},
    }
    found = checklist(library(steps), Situation(TODAY), ["life"])
    assert [(p.entry.step.id, p.group) for p in found.steps] == [
        ("danger", Group.NOW),
        ("overdue", Group.OVERDUE),
        ("week", Group.WEEK),
        ("month", Group.MONTH),
        ("later", Group.LATER),
        ("any_time", Group.ANY_TIME),
        ("not_yet", Group.NOT_YET),
    ]


def test_a_helpful_step_stands_before_but_holds_nothing_back() -> None:
    steps: dict[str, StepSpec] = {"claim": {"helped_by": ("adviser",)}, "adviser": {}}
    found = checklist(library(steps), Situation(TODAY), ["life"])
    assert ids(found.steps) == ["adviser", "claim"]
    assert found.steps[1].waits_for == ()
    assert found.next == ("adviser", "claim")


def test_a_step_that_may_apply_stands_before_without_blocking() -> None:
    steps: dict[str, StepSpec] = {"claim": {"after": ("proof",)}, "proof": {"when": "unsure"}}
    found = checklist(
        library(steps, {"unsure": YesNo()}), Situation(TODAY, {"unsure": None}), ["life"]
    )
    claim = found.steps[1]
    assert ids(found.steps) == ["proof", "claim"]
    assert (claim.waits_for, claim.first_if) == ((), ("proof",))


def test_what_waits_for_a_step_not_open_yet_is_not_open_yet() -> None:
    steps: dict[str, StepSpec] = {
        "claim": {"after": ("window",)},
        "window": {"opens": "2027-01-01"},
    }
    found = checklist(library(steps), Situation(TODAY), ["life"])
    assert [p.group for p in found.steps] == [Group.NOT_YET, Group.NOT_YET]
    assert found.next == ()


def test_a_replacement_stands_for_what_it_replaced() -> None:
    steps: dict[str, StepSpec] = {
        "enroll": {"after": ("first_window",)},
        "first_window": {"due": "2026-11-01", "late": "second_window"},
        "second_window": {"when": None},
    }
    found = checklist(library(steps), Situation(TODAY), ["life"])
    assert found.steps[1].waits_for == ("second_window",)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_does_not_change_with_unrelated_answers(seed: int) -> None:
    chance = Random(1000 + seed)
    for _ in range(200):
        made, situation = random_plan(chance)
        before = checklist(made, situation, ["life"])
        after = checklist(made, situation.answering("nobody_asked", True), ["life"])
        assert ids(before.steps) == ids(after.steps)


def test_a_helper_gets_the_permission_first() -> None:
    made = library(
        {"claim": {"needs": ("speak_for",)}, "sign_form": {}},
        permissions={"speak_for": "sign_form"},
    )
    found = checklist(made, Situation(TODAY, who=Who.CLIENT), ["life"])
    assert found.steps[1].waits_for == ("sign_form",)
    alone = checklist(made, Situation(TODAY), ["life"])
    assert ids(alone.steps) == ["claim", "sign_form"]


def test_a_day_is_over_only_when_it_is_over_in_every_territory() -> None:
    made = library({"form": {"due": "2026-11-20", "if_late": "x"}})
    here = checklist(made, Situation(TODAY, still=date(2026, 11, 20)), ["life"])
    assert here.steps[0].entry.state is State.OPEN
    later = checklist(made, Situation(TODAY, still=TODAY), ["life"])
    assert later.steps[0].entry.state is State.OVERDUE


def test_a_permission_that_no_step_of_the_plan_gets_holds_nothing_back() -> None:
    made = library({"claim": {"needs": ("proxy",)}}, permissions={"proxy": "elsewhere"})
    found = checklist(made, Situation(TODAY, who=Who.CLIENT), ["life"])
    assert ids(found.steps) == ["claim"]
    assert found.next == ("claim",)


def test_a_step_of_another_journey_that_is_named_but_not_in_the_plan_is_ignored() -> None:
    made = library(
        {
            "bill": {"when": "always", "after": ("company",), "helped_by": ("company",)},
            "company": {"when": "always"},
        },
        {},
    )
    home = replace(made.journeys["life"], steps=("bill",))
    alone = replace(made, journeys={"life": home})
    found = checklist(alone, Situation(TODAY, {}), ["life"])
    assert ids(found.steps) == ["bill"]
    assert found.steps[0].waits_for == ()
