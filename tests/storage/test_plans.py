"""Keeping, opening, changing, forgetting: what a person is promised of a saved plan."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from navigator.storage import ChangedMeanwhileError, NoSuchPlanError, Plans, new_code
from navigator.storage.database import DatabaseStore

TODAY = date(2026, 11, 26)
LAST = TODAY + timedelta(days=90)
CONTENT = {"journeys": ["moving"], "answers": {"drives": True}}


@pytest.fixture
def plans(store: DatabaseStore) -> Plans:
    return Plans(store)


def test_a_plan_opens_with_its_code(plans: Plans) -> None:
    kept = plans.keep(CONTENT, LAST)
    found = plans.open(kept.code, TODAY)
    assert (found.content, found.expires_on) == (CONTENT, LAST)


def test_no_other_code_opens_it(plans: Plans) -> None:
    plans.keep(CONTENT, LAST)
    with pytest.raises(NoSuchPlanError):
        plans.open(new_code(), TODAY)


def test_a_plan_opens_on_its_last_day_and_not_after(plans: Plans) -> None:
    code = plans.keep(CONTENT, LAST).code
    assert plans.open(code, LAST).code == code
    with pytest.raises(NoSuchPlanError):
        plans.open(code, LAST + timedelta(days=1))


def test_a_plan_is_changed_and_kept_longer_under_the_same_code(plans: Plans) -> None:
    kept = plans.keep(CONTENT, LAST)
    later = plans.rewrite(kept, {"answers": {}}, LAST + timedelta(days=90))
    found = plans.open(kept.code, LAST + timedelta(days=1))
    assert (found.content, found.edition) == ({"answers": {}}, later.edition)


def test_of_two_devices_the_second_does_not_undo_the_first(plans: Plans) -> None:
    kept = plans.keep(CONTENT, LAST)
    first, second = plans.open(kept.code, TODAY), plans.open(kept.code, TODAY)
    plans.rewrite(first, {"by": "first"}, LAST)
    with pytest.raises(ChangedMeanwhileError):
        plans.rewrite(second, {"by": "second"}, LAST)
    assert plans.open(kept.code, TODAY).content == {"by": "first"}


def test_a_forgotten_plan_is_gone_at_once_and_stays_gone(plans: Plans) -> None:
    kept = plans.keep(CONTENT, LAST)
    plans.forget(kept.code)
    plans.forget(kept.code)
    with pytest.raises(NoSuchPlanError):
        plans.open(kept.code, TODAY)
    with pytest.raises(ChangedMeanwhileError):
        plans.rewrite(kept, CONTENT, LAST)


def test_a_sweep_takes_only_what_has_run_out(plans: Plans) -> None:
    old = plans.keep(CONTENT, TODAY - timedelta(days=1))
    new = plans.keep(CONTENT, TODAY)
    assert plans.sweep(TODAY) == 1
    assert plans.sweep(TODAY) == 0
    assert plans.open(new.code, TODAY).content == CONTENT
    with pytest.raises(NoSuchPlanError):
        plans.open(old.code, TODAY - timedelta(days=1))
