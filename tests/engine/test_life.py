"""The life of a step: listed, done, replaced, late, refused, recurring (language.md, section 5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from navigator.engine import Checklist, Mark, MarkKind, Situation, checklist
from navigator.engine.life import State, Why
from navigator.rules import AnyOf, Day, Truth, YesNo
from tests.engine.worlds import TODAY, StepSpec, library

DONE = Mark(MarkKind.DONE)


def plan(
    steps: dict[str, StepSpec],
    answers: dict[str, object] | None = None,
    marks: dict[str, Mark] | None = None,
    today: date = TODAY,
) -> Checklist:
    kinds = {name: YesNo() for name in ("yes", "no", "unsure")}
    given = {"yes": True, "no": False, "unsure": None} | (answers or {})
    made = library(steps, {**kinds, "event": Day(), "has": AnyOf(("snap", "wic"))})
    return checklist(made, Situation(today, given, marks or {}), ["life"])


def standing(found: Checklist) -> dict[str, tuple[Truth, State]]:
    return {p.entry.step.id: (p.entry.status, p.entry.state) for p in found.steps}


def why(found: Checklist) -> dict[str, Why]:
    return {gone.step.id: gone.why for gone in found.gone()}


def test_yes_is_to_do_unknown_may_apply_and_no_is_not_for_you() -> None:
    found = plan({"a": {"when": "yes"}, "b": {"when": "unsure"}, "c": {"when": "no"}})
    assert standing(found) == {"a": (Truth.YES, State.OPEN), "b": (Truth.UNKNOWN, State.OPEN)}
    assert why(found) == {"c": Why.ANSWERS}


def test_outside_its_dates_a_step_is_absent_and_says_when() -> None:
    found = plan(
        {"over": {"valid": (None, date(2026, 1, 1))}, "soon": {"valid": (date(2027, 1, 1), None)}}
    )
    assert standing(found) == {}
    assert why(found) == {"over": Why.ENDED, "soon": Why.STARTS}


def test_both_days_of_valid_are_included() -> None:
    assert "a" in standing(plan({"a": {"valid": (TODAY, TODAY)}}))


@pytest.mark.parametrize("kind", [MarkKind.DONE, MarkKind.HAVE_IT, MarkKind.NOT_FOR_ME])
def test_a_settled_step_is_done_and_frees_what_waits_for_it(kind: MarkKind) -> None:
    found = plan({"a": {}, "b": {"after": ("a",)}}, marks={"a": Mark(kind)})
    assert standing(found)["a"][1] is State.DONE
    assert found.next == ("b",)


def test_done_if_folds_a_step_without_a_mark() -> None:
    steps: dict[str, StepSpec] = {"snap": {"done_if": "has includes snap"}}
    assert standing(plan(steps, {"has": ["snap"]}))["snap"][1] is State.DONE
    assert standing(plan(steps, {"has": []}))["snap"][1] is State.OPEN


def test_a_late_step_leaves_and_its_late_route_comes() -> None:
    steps: dict[str, StepSpec] = {
        "window": {"due": "2026-11-20", "late": "route"},
        "route": {"when": None, "due": "2026-12-20", "if_late": "x"},
    }
    found = plan(steps)
    assert list(standing(found)) == ["route"]
    assert found.steps[0].entry.via == "window"
    assert why(found) == {"window": Why.REPLACED}


def test_on_its_due_day_a_step_is_not_late() -> None:
    steps: dict[str, StepSpec] = {"window": {"due": "2026-11-21", "late": "closed"}}
    assert standing(plan(steps)) == {"window": (Truth.YES, State.OPEN)}


def test_late_routes_are_followed_to_the_first_that_is_not_late() -> None:
    steps: dict[str, StepSpec] = {
        "one": {"due": "2026-10-01", "late": "two"},
        "two": {"when": None, "due": "2026-11-01", "late": "three"},
        "three": {"when": None, "due": "2026-12-01", "late": "closed"},
    }
    assert list(standing(plan(steps))) == ["three"]
    ended = plan(steps, today=date(2026, 12, 2))
    assert standing(ended) == {}
    assert why(ended)["three"] is Why.CLOSED


def test_if_late_keeps_the_step_overdue() -> None:
    found = plan({"a": {"due": "2026-11-20", "if_late": "Do it now."}})
    assert standing(found) == {"a": (Truth.YES, State.OVERDUE)}


def test_best_by_never_makes_late() -> None:
    found = plan({"a": {"best_by": "2026-01-01"}})
    assert standing(found) == {"a": (Truth.YES, State.OPEN)}
    assert found.steps[0].group.name == "WEEK"


def test_a_route_from_a_step_that_may_apply_may_apply() -> None:
    steps: dict[str, StepSpec] = {
        "window": {"when": "unsure", "due": "2026-11-20", "late": "route"},
        "route": {"when": None},
    }
    assert standing(plan(steps)) == {"route": (Truth.UNKNOWN, State.OPEN)}


def test_while_the_late_route_is_undecided_every_possible_one_may_apply() -> None:
    steps: dict[str, StepSpec] = {
        "window": {"due": "2026-11-20", "late_cases": [("unsure", "one"), (None, "two")]},
        "one": {"when": None},
        "two": {"when": None},
    }
    assert standing(plan(steps)) == {
        "one": (Truth.UNKNOWN, State.OPEN),
        "two": (Truth.UNKNOWN, State.OPEN),
    }


def test_an_undecided_due_day_is_never_late() -> None:
    found = plan({"a": {"due": "later of event and 2026-11-01", "late": "closed"}})
    entry = found.steps[0].entry
    assert entry.state is State.OPEN
    assert (entry.clock.due, entry.clock.due_bound) == (None, date(2026, 11, 1))


def test_a_refused_step_brings_its_appeal() -> None:
    steps: dict[str, StepSpec] = {"apply": {"refused": "appeal"}, "appeal": {"when": None}}
    assert list(standing(plan(steps))) == ["apply"]
    refused = plan(steps, marks={"apply": Mark(MarkKind.REFUSED)})
    assert list(standing(refused)) == ["appeal"]


def test_an_appeal_has_its_own_deadline() -> None:
    steps: dict[str, StepSpec] = {
        "apply": {"due": "2026-12-31", "late": "closed", "refused": "appeal"},
        "appeal": {"when": None, "due": "90 days after event", "if_late": "Apply again."},
    }
    marks = {"apply": Mark(MarkKind.REFUSED)}
    found = plan(steps, {"event": "2026-11-01"}, marks)
    assert list(standing(found)) == ["appeal"]
    assert found.steps[0].entry.clock.due == date(2027, 1, 30)
    assert found.next == ("appeal",)


@pytest.mark.parametrize("kind", [MarkKind.DONE, MarkKind.HAVE_IT])
def test_an_approval_brings_the_renewal_and_the_next_check(kind: MarkKind) -> None:
    steps: dict[str, StepSpec] = {
        "apply": {"when": "yes", "approved": ("renew", "check")},
        "renew": {"when": "no", "due": "1 year after event", "every": "1 year"},
        "check": {"when": None, "due": "2026-12-01", "if_late": "x"},
    }
    answers: dict[str, object] = {"event": "2026-06-01"}
    assert list(standing(plan(steps, answers))) == ["apply"]
    found = plan(steps, answers, {"apply": Mark(kind)})
    assert standing(found) == {
        "apply": (Truth.YES, State.DONE),
        "check": (Truth.YES, State.OPEN),
        "renew": (Truth.YES, State.OPEN),
    }
    days = {p.entry.step.id: p.entry.clock.due for p in found.to_do}
    assert days == {"check": date(2026, 12, 1), "renew": date(2027, 6, 1)}
    assert {p.entry.via for p in found.to_do} == {"apply"}


@pytest.mark.parametrize("kind", [MarkKind.NOT_FOR_ME, MarkKind.WAITING, MarkKind.REFUSED])
def test_what_is_not_approved_brings_no_renewal(kind: MarkKind) -> None:
    steps: dict[str, StepSpec] = {"apply": {"approved": ("renew",)}, "renew": {"when": None}}
    assert "renew" not in standing(plan(steps, marks={"apply": Mark(kind)}))


def test_what_somebody_has_by_the_answers_is_renewed_by_the_renewals_own_when() -> None:
    steps: dict[str, StepSpec] = {
        "snap": {"done_if": "has includes snap", "approved": ("renew",)},
        "renew": {"when": "yes"},
    }
    has: dict[str, object] = {"has": ["snap"]}
    assert "renew" in standing(plan(steps, has))
    assert "renew" not in standing(plan(steps, has | {"yes": False}))


def test_what_no_journey_of_the_plan_lists_comes_by_approval_alone() -> None:
    made = library({"apply": {"approved": ("renew",)}, "renew": {"when": "always"}})
    journey = replace(made.journeys["life"], steps=("apply",))
    made = replace(made, journeys={"life": journey})
    before = checklist(made, Situation(TODAY, {}), ["life"])
    assert (list(standing(before)), why(before)) == (["apply"], {})
    after = checklist(made, Situation(TODAY, {}, {"apply": DONE}), ["life"])
    assert list(standing(after)) == ["renew", "apply"]


def test_who_was_approved_has_the_renewal_to_do_whatever_the_answers_leave_open() -> None:
    steps: dict[str, StepSpec] = {
        "apply": {"when": "unsure", "approved": ("renew",)},
        "renew": {"when": None},
    }
    found = plan(steps, marks={"apply": DONE})
    assert standing(found)["renew"] == (Truth.YES, State.OPEN)


def test_a_waiting_step_stays_is_not_late_and_is_not_next() -> None:
    steps: dict[str, StepSpec] = {"apply": {"due": "2026-11-20", "late": "closed"}, "other": {}}
    found = plan(steps, marks={"apply": Mark(MarkKind.WAITING, date(2026, 11, 1))})
    assert standing(found)["apply"] == (Truth.YES, State.OPEN)
    assert found.next == ("other",)


def test_a_step_to_do_takes_the_place_of_another_but_one_that_may_apply_does_not() -> None:
    steps: dict[str, StepSpec] = {
        "snap": {},
        "follow_up": {"when": "yes", "instead_of": ("snap",)},
        "wic": {},
        "wic_follow_up": {"when": "unsure", "instead_of": ("wic",)},
    }
    found = plan(steps)
    assert set(standing(found)) == {"follow_up", "wic", "wic_follow_up"}
    assert why(found)["snap"] is Why.REPLACED


def test_a_replacement_that_closed_gives_the_step_back() -> None:
    steps: dict[str, StepSpec] = {
        "slow": {},
        "fast": {"due": "2026-11-01", "late": "closed", "instead_of": ("slow",)},
    }
    assert list(standing(plan(steps))) == ["slow"]


def test_one_of_a_choice_done_folds_the_others_and_satisfies_what_waits() -> None:
    steps: dict[str, StepSpec] = {
        "part_b": {"choose": "cover"},
        "cobra": {"choose": "cover"},
        "tell_doctor": {"after": ("part_b",)},
    }
    found = plan(steps, marks={"cobra": DONE})
    assert standing(found)["part_b"][1] is State.DONE
    assert found.next == ("tell_doctor",)


def test_a_recurring_step_shows_the_first_turn_that_is_not_over() -> None:
    steps: dict[str, StepSpec] = {
        "renew": {"opens": "2026-01-01", "due": "2026-01-31", "every": "1 month"}
    }
    times = plan(steps).steps[0].entry.clock
    assert (times.opens, times.due) == (date(2026, 11, 1), date(2026, 11, 30))


def test_turns_count_from_the_first_so_month_ends_do_not_wander() -> None:
    steps: dict[str, StepSpec] = {"renew": {"due": "2026-01-31", "every": "1 month"}}
    found = plan(steps, today=date(2026, 3, 1))
    assert found.steps[0].entry.clock.due == date(2026, 3, 31)


def test_a_recurring_step_ends_after_until() -> None:
    steps: dict[str, StepSpec] = {
        "renew": {"due": "2026-01-31", "every": "1 month", "until": "2026-10-31"}
    }
    found = plan(steps)
    assert standing(found) == {}
    assert why(found) == {"renew": Why.ENDED}


def test_a_mark_belongs_to_its_turn() -> None:
    steps: dict[str, StepSpec] = {"certify": {"due": "2026-11-07", "every": "1 week"}}
    marks = {"certify": Mark(MarkKind.DONE, turn=date(2026, 11, 21))}
    assert standing(plan(steps, marks=marks))["certify"][1] is State.DONE
    next_week = plan(steps, marks=marks, today=date(2026, 11, 22))
    assert standing(next_week)["certify"][1] is State.OPEN


def test_a_yearly_window_is_the_one_at_hand() -> None:
    steps: dict[str, StepSpec] = {
        "review": {
            "due": "first 7 December on or after today",
            "opens": "last 15 October before first 7 December on or after today",
            "every": "1 year",
        }
    }
    times = plan(steps, today=date(2026, 12, 8)).steps[0].entry.clock
    assert (times.opens, times.due) == (date(2027, 10, 15), date(2027, 12, 7))


def test_roll_moves_the_due_day_past_the_weekend() -> None:
    steps: dict[str, StepSpec] = {"file": {"due": "2026-11-28", "roll": True, "if_late": "x"}}
    assert plan(steps).steps[0].entry.clock.due == date(2026, 11, 30)


def test_months_open_on_their_first_and_close_on_their_last_day() -> None:
    steps: dict[str, StepSpec] = {
        "enroll": {"opens": "2026-12", "due": "2 months after 2026-12", "if_late": "x"}
    }
    times = plan(steps).steps[0].entry.clock
    assert (times.opens, times.due) == (date(2026, 12, 1), date(2027, 2, 28))


def test_a_mark_follows_a_renamed_step() -> None:
    found = plan({"new_name": {"was": ("old_name",)}}, marks={"old_name": DONE})
    assert standing(found)["new_name"][1] is State.DONE


def test_steps_that_replace_each_others_late_route_do_not_hang() -> None:
    steps: dict[str, StepSpec] = {
        "one": {"due": "2026-11-01", "late": "two"},
        "two": {"instead_of": ("one",)},
    }
    assert list(standing(plan(steps))) == ["two"]


def test_what_one_person_marks_is_no_mark_of_another_on_the_same_day() -> None:
    world = library({"form": {"due": "7 days after today", "if_late": "x"}, "call": {}})
    marked = Situation(TODAY, marks={"form": DONE})
    for situation, state in ((Situation(TODAY), State.OPEN), (marked, State.DONE)) * 2:
        found = checklist(world, situation, ["life"])
        assert standing(found)["form"] == (Truth.YES, state)


def test_a_day_that_is_the_same_for_everybody_moves_on_with_the_day_of_the_plan() -> None:
    world = library(
        {
            "window": {"opens": "2026-12-01"},
            "letter": {"due": "2026-12-01", "if_late": "x"},
            "hurry": {"due": "7 days after today", "if_late": "x"},
        }
    )
    for today, window, letter in (
        (date(2026, 11, 30), State.NOT_YET, State.OPEN),
        (date(2026, 12, 1), State.OPEN, State.OPEN),
        (date(2026, 12, 2), State.OPEN, State.OVERDUE),
        (date(2026, 11, 30), State.NOT_YET, State.OPEN),
    ):
        found = checklist(world, Situation(today), ["life"])
        states = {step: state for step, (_, state) in standing(found).items()}
        assert states == {"window": window, "letter": letter, "hurry": State.OPEN}
        days = {p.entry.step.id: p.entry.clock.due for p in found.steps}
        assert days["hurry"] == today + timedelta(days=7)


def test_a_day_still_going_on_somewhere_is_not_shared_with_one_that_is_over() -> None:
    world = library({"letter": {"due": "2026-12-01", "if_late": "x"}})
    today, still = date(2026, 12, 2), date(2026, 12, 1)
    for situation, state in (
        (Situation(today, still=still), State.OPEN),
        (Situation(today), State.OVERDUE),
    ) * 2:
        assert standing(checklist(world, situation, ["life"]))["letter"] == (Truth.YES, state)
