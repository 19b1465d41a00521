"""What would settle a condition, against trying out every answer; what is decided stays decided."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings

from navigator.rules import AnyOf, Day, LengthKind, Money, Number, OneOf, State, Truth, YesNo
from tests.rules.books import TODAY, book, cases, decide, fact, figure, question, value
from tests.rules.situations import (
    Situation,
    completions,
    simple_situations,
    tangled_situations,
)

UNKNOWN = Truth.UNKNOWN


def settlers_by_trial(situation: Situation) -> set[str]:
    """Return the open questions an answer to which changes the condition, in some completion."""
    rules, condition, questions, answers = situation
    decided = rules.condition(condition).decide
    now = rules.read(answers, TODAY)
    if decided(now) is not UNKNOWN:
        return set()
    still_open = [name for name in questions if now.is_open(name)]
    found = {}
    for way in completions(still_open):
        reading = rules.read({**answers, **way}, TODAY)
        found[tuple(sorted(way.items()))] = decided(reading)
    return {
        name
        for way, verdict in found.items()
        for name in dict(way)
        if verdict is not found[tuple(pair for pair in way if pair[0] != name)]
    }


@settings(max_examples=250, deadline=None)
@given(simple_situations())
def test_what_would_settle_it_is_exact_where_each_name_stands_once(situation: Situation) -> None:
    rules, condition, _, answers = situation
    reading = rules.read(answers, TODAY)
    assume(all(reading.applies(name) is not UNKNOWN for name in answers))

    found = rules.condition(condition).settled_by(rules.read(answers, TODAY))

    assert found == settlers_by_trial(situation)


@settings(max_examples=250, deadline=None)
@given(tangled_situations())
def test_no_question_that_would_settle_it_is_ever_left_out(situation: Situation) -> None:
    rules, condition, _, answers = situation

    found = rules.condition(condition).settled_by(rules.read(answers, TODAY))

    assert found >= settlers_by_trial(situation)


@settings(max_examples=250, deadline=None)
@given(tangled_situations())
def test_a_decided_condition_stays_decided_whatever_is_answered(situation: Situation) -> None:
    rules, condition, questions, answers = situation
    decided = rules.condition(condition).decide
    now = rules.read(answers, TODAY)
    verdict = decided(now)
    if verdict is UNKNOWN:
        return

    for way in completions([name for name in questions if now.is_open(name)]):
        assert decided(rules.read({**answers, **way}, TODAY)) is verdict


@settings(max_examples=150, deadline=None)
@given(tangled_situations())
def test_asking_what_would_settle_it_until_nothing_is_left_never_asks_twice(
    situation: Situation,
) -> None:
    rules, condition, questions, answers = situation
    compiled = rules.condition(condition)
    answers = dict(answers)

    for _ in questions:
        reading = rules.read(answers, TODAY)
        settlers = compiled.settled_by(reading)
        assert all(reading.is_open(name) for name in settlers)
        answers |= dict.fromkeys(sorted(settlers)[:1])

    assert not compiled.settled_by(rules.read(answers, TODAY))


RULES = book(
    going=question(YesNo()),
    n=question(Number()),
    m=question(Number(), "going"),
    stage=question(OneOf(("born", "lost")), "going"),
    has=question(AnyOf(("snap", "tanf"))),
    pay=question(Money("month")),
    home=question(State()),
    size=question(Number()),
    stay=question(LengthKind("days")),
    left=question(Day()),
    back=question(Day(), "going"),
    line=figure(
        "dollars a month", "home size", {"2026-01-01": {"TX": "none", "OH": {"1 or more": "9"}}}
    ),
    total=value("n plus m"),
    last_day=cases(("going", "60 days after left"), (None, "back")),
    low=fact("pay is at most line"),
)


@pytest.mark.parametrize(
    ("sentence", "answers", "settlers"),
    [
        ("n is at least 3", {}, {"n"}),
        ("n is at least 3", {"n": None}, set()),
        ("n is at least m", {}, {"n", "m", "going"}),
        ("n is at least m", {"n": None}, {"going"}),
        ("n is at least m", {"n": None, "going": True}, set()),
        ("n is at least m", {"m": None, "going": True}, set()),
        ("stage is born", {}, {"going", "stage"}),
        ("stage is born", {"stage": "born"}, {"going"}),
        ("stage is not born", {"stage": None}, {"going"}),
        ("has includes snap", {"has": None}, set()),
        ("low", {}, {"pay", "home", "size"}),
        ("low", {"pay": None}, {"home", "size"}),
        ("low", {"pay": None, "home": "TX"}, set()),
        ("low", {"pay": 1, "home": "OH"}, {"size"}),
        ("low", {"pay": 1, "home": None}, set()),
        ("line on left is known", {"home": "OH", "size": 1}, {"left"}),
        ("total is at least 3", {"n": None}, set()),
        ("total is at least 3", {"n": 1}, {"m", "going"}),
        ("total is known", {"n": None}, set()),
        ("stay is at least 3 days", {}, {"stay"}),
        ("stay after left is before today", {"left": "2026-01-01"}, {"stay"}),
        ("last_day is after today", {}, {"going", "left", "back"}),
        ("last_day is after today", {"going": True}, {"left"}),
        ("last_day is after today", {"going": None}, set()),
        ("left is known", {}, {"left"}),
        ("n is at least 3 and has is known", {"n": None}, {"has"}),
        ("n is at least 3 or low", {"n": None, "pay": None, "home": "OH"}, set()),
        ("later of left and back is before today", {"left": None}, set()),
        ("later of left and back is before today", {"left": "2026-01-01"}, {"going", "back"}),
        ("days since left is at least 3", {}, {"left"}),
    ],
)
def test_tests_of_values_name_the_questions_that_settle_them(
    sentence: str, answers: dict[str, object], settlers: set[str]
) -> None:
    assert RULES.condition(sentence).settled_by(RULES.read(answers, TODAY)) == settlers


def test_an_answer_counts_as_unknown_while_its_question_may_turn_out_not_to_apply() -> None:
    rules = book(going=question(YesNo()), x=question(YesNo(), when="going"))

    assert decide(rules, "x", x=True) is UNKNOWN
    assert rules.condition("x").settled_by(rules.read({"x": True}, TODAY)) == {"going"}


def test_an_answer_counts_once_nothing_can_tell_whether_its_question_applies() -> None:
    rules = book(going=question(YesNo()), x=question(YesNo(), when="going"))

    assert decide(rules, "x", x=True, going=None) is Truth.YES
    assert decide(rules, "x", x=True, going="declined") is Truth.YES


def test_a_value_names_what_would_settle_it_and_nothing_once_settled() -> None:
    last_day = RULES.value("last_day", want="day")

    assert last_day.settled_by(RULES.read({"going": True}, TODAY)) == {"left"}
    assert last_day.settled_by(RULES.read({"going": True, "left": "2026-01-01"}, TODAY)) == set()
