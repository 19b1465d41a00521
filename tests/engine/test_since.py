"""A plan opened again says what became different, and why: new rules, or days gone by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from navigator.content.library import Library
from navigator.engine import Mark, MarkKind, Since, Situation, checklist, since, snapshot
from navigator.engine.life import Why
from navigator.engine.since import Changed
from navigator.rules import YesNo
from tests.engine.worlds import TODAY, StepSpec, library

SITUATION = Situation(TODAY, {"likes": True})
LATER = TODAY + timedelta(days=20)


def _world(steps: Mapping[str, StepSpec]) -> Library:
    return library(steps, {"likes": YesNo()})


def _kept(steps: Mapping[str, StepSpec], situation: Situation = SITUATION) -> dict[str, object]:
    return snapshot(checklist(_world(steps), situation, ["life"]))


def _since(
    before: Mapping[str, StepSpec], after: Mapping[str, StepSpec], today: date = TODAY
) -> Since:
    now = checklist(_world(after), replace(SITUATION, today=today), ["life"])
    return since(_kept(before), TODAY, now)


def test_nothing_is_told_of_a_plan_that_stayed_the_same() -> None:
    steps: dict[str, StepSpec] = {
        "call": {"when": "likes"},
        "soon": {"best_by": "7 days after today"},
        "weekly": {"opens": "2026-11-01", "due": "2026-11-07", "every": "1 week"},
    }
    assert not _since(steps, steps)
    assert not _since(steps, steps, LATER)


def test_a_new_step_and_one_that_left_the_content_are_told() -> None:
    found = _since({"call": {}, "write": {}}, {"call": {}, "visit": {}})
    assert found.new == ("visit",)
    assert found.gone == (("write", None),)


def test_a_renamed_step_is_the_same_step() -> None:
    assert not _since({"call": {}}, {"phone": {"was": ("call",)}})


def test_other_days_by_new_rules_are_a_change_and_passing_days_are_not() -> None:
    before: dict[str, StepSpec] = {"form": {"due": "2027-01-09", "if_late": "x"}}
    moved: dict[str, StepSpec] = {"form": {"due": "2027-01-05", "if_late": "x"}}
    assert _since(before, moved).changed == (Changed("form", words=False, days=True),)
    assert not _since(before, before, LATER).changed


def test_other_words_are_a_change() -> None:
    old = _world({"call": {}})
    reworded = replace(old, steps={"call": replace(old.steps["call"], fingerprint="other")})
    found = since(_kept({"call": {}}), TODAY, checklist(reworded, SITUATION, ["life"]))
    assert found.changed == (Changed("call", words=True, days=False),)


def test_a_deadline_that_passed_meanwhile_is_told_with_what_stands_in_its_place() -> None:
    stays: dict[str, StepSpec] = {"form": {"due": "2026-12-01", "if_late": "Send it now."}}
    assert _since(stays, stays, LATER).overdue == ("form",)
    leaves: dict[str, StepSpec] = {
        "form": {"due": "2026-12-01", "late": "appeal"},
        "appeal": {"when": None},
    }
    found = _since(leaves, leaves, LATER)
    ((step, gone),) = found.gone
    assert gone is not None
    assert (step, gone.why, gone.by) == ("form", Why.REPLACED, ("appeal",))
    assert found.new == ("appeal",)


def test_a_step_whose_time_has_come_is_told() -> None:
    steps: dict[str, StepSpec] = {"card": {"opens": "2026-12-01"}}
    assert _since(steps, steps, LATER).opened == ("card",)


def test_what_was_done_is_not_told_of_again() -> None:
    done = SITUATION.marking("call", Mark(MarkKind.DONE))
    kept = _kept({"call": {}}, done)
    assert kept == {}
    assert not since(kept, TODAY, checklist(_world({"call": {}}), done, ["life"]))


def test_a_note_on_a_later_change_of_the_journey_is_told_once() -> None:
    made = _world({"call": {}})
    journey = replace(made.journeys["life"], changes=((TODAY, "old"), (LATER, "New form.")))
    made = replace(made, journeys={"life": journey})
    now = checklist(made, replace(SITUATION, today=LATER), ["life"])
    kept = snapshot(checklist(made, SITUATION, ["life"]))
    assert since(kept, TODAY, now).notes == ((LATER, "New form."),)
    assert since(kept, LATER, now).notes == ()
    early = checklist(made, SITUATION, ["life"])
    assert since(kept, TODAY - timedelta(days=1), early).notes == ((TODAY, "old"),)


def test_a_snapshot_that_cannot_be_read_is_as_if_nothing_had_been_kept() -> None:
    now = checklist(_world({"call": {}}), SITUATION, ["life"])
    assert since({"call": "broken"}, TODAY, now).new == ("call",)
