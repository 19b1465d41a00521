"""Readings: which questions apply and are open, which options are offered and count."""

from __future__ import annotations

from datetime import date

import pytest

from navigator.rules import NOT_APPLICABLE, AnyOf, Number, OneOf, State, Truth, Valid, YesNo
from tests.rules.books import TODAY, book, decide, fact, question, value

NO, UNKNOWN, YES = Truth.NO, Truth.UNKNOWN, Truth.YES

RULES = book(
    going=question(YesNo()),
    people=question(AnyOf(("me", "partner", "baby"))),
    uninsured=question(
        AnyOf(("me", "partner", "baby")),
        me="people includes me",
        partner="people includes partner",
        baby="people includes baby",
    ),
    tier=question(OneOf(("low", "high")), "going", high="big"),
    big=question(YesNo()),
)


@pytest.mark.parametrize(
    ("answers", "applies", "is_open"),
    [
        ({}, UNKNOWN, True),
        ({"going": True}, YES, True),
        ({"going": None}, UNKNOWN, True),
        ({"going": False}, NO, False),
        ({"going": True, "tier": "low"}, YES, False),
        ({"tier": "low"}, UNKNOWN, False),
        ({"going": True, "tier": None}, YES, False),
        ({"going": True, "tier": "declined"}, YES, False),
        ({"going": True, "tier": "middle"}, YES, True),
    ],
)
def test_a_question_is_open_while_it_may_apply_and_has_no_answer(
    answers: dict[str, object], applies: Truth, is_open: bool
) -> None:
    reading = RULES.read(answers, TODAY)

    assert reading.applies("tier") is applies
    assert reading.is_open("tier") is is_open


def test_only_options_that_may_apply_are_offered() -> None:
    assert RULES.read({"people": ["me", "baby"]}, TODAY).offered("uninsured") == ("me", "baby")
    assert RULES.read({}, TODAY).offered("uninsured") == ("me", "partner", "baby")
    assert RULES.read({}, TODAY).offered("going") == ()


def test_a_ticked_option_that_is_not_offered_does_not_count() -> None:
    reading = RULES.read({"people": ["me"], "uninsured": ["me", "baby"]}, TODAY)

    assert reading["uninsured"] == {"me"}
    assert not reading.is_open("uninsured")


def test_ticked_options_count_as_unknown_while_it_is_open_whether_they_are_offered() -> None:
    assert decide(RULES, "uninsured includes me", uninsured=["me"]) is UNKNOWN
    assert decide(RULES, "uninsured includes me", uninsured=["me"], people=None) is YES


def test_choosing_an_option_that_is_not_offered_is_no_answer() -> None:
    reading = RULES.read({"going": True, "tier": "high", "big": False}, TODAY)

    assert reading["tier"] is UNKNOWN
    assert reading.is_open("tier")
    assert reading.is_known("tier") is UNKNOWN
    assert RULES.condition("tier is low").settled_by(reading) == {"tier"}


def test_an_option_counts_as_unknown_while_it_is_open_whether_it_is_offered() -> None:
    answers: dict[str, object] = {"going": True, "tier": "high"}

    reading = RULES.read(answers, TODAY)

    assert reading["tier"] is UNKNOWN
    assert not reading.is_open("tier")
    assert RULES.condition("tier is low").settled_by(reading) == {"big"}
    assert decide(RULES, "tier is high", **answers, big=None) is YES


@pytest.mark.parametrize(
    ("day", "applies"),
    [
        (date(2026, 2, 28), False),
        (date(2026, 3, 1), True),
        (date(2026, 3, 31), True),
        (date(2026, 4, 1), False),
    ],
)
def test_outside_its_valid_days_a_name_does_not_apply(day: date, applies: bool) -> None:
    march = Valid(date(2026, 3, 1), date(2026, 3, 31))
    rules = book(
        x=question(YesNo(), valid=march),
        f=fact("always", march),
        v=value("3 times n", march),
        n=question(Number()),
    )

    reading = rules.read({"x": True, "n": 2}, day)

    assert reading["x"] is (YES if applies else NOT_APPLICABLE)
    assert reading["f"] is (YES if applies else NOT_APPLICABLE)
    assert reading["v"] == (6 if applies else NOT_APPLICABLE)
    assert reading.is_open("x") is False
    assert rules.read({}, day).is_open("x") is applies
    assert rules.condition("f").decide(reading) is (YES if applies else NO)


def test_valid_days_may_be_open_on_either_side() -> None:
    assert Valid(start=TODAY).holds_on(TODAY)
    assert Valid(end=TODAY).holds_on(date(1, 1, 1))
    assert not Valid(start=TODAY).holds_on(date(1, 1, 1))


def test_helping_is_a_name() -> None:
    rules = book(x=question(YesNo()))

    assert rules.condition("helping").decide(rules.read({}, TODAY, helping=True)) is YES
    assert rules.condition("not helping").decide(rules.read({}, TODAY)) is YES


def test_a_name_is_worked_out_when_first_looked_at_and_kept() -> None:
    rules = book(home=question(State()), north=fact("home is one of AK, ND"))
    reading = rules.read({"home": "AK"}, TODAY)

    assert "north" not in reading
    assert reading["north"] is YES
    assert "north" in reading


def test_an_unknown_name_is_an_error_of_the_program() -> None:
    with pytest.raises(KeyError):
        RULES.read({}, TODAY)["nothing"]
