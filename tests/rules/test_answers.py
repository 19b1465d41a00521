"""Answers as JSON holds them: what counts, what is ignored, and that nothing ever raises."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.rules import (
    AnyOf,
    Count,
    Day,
    Kind,
    Length,
    LengthKind,
    Money,
    Month,
    MonthKind,
    Number,
    OneOf,
    State,
    Truth,
    YesNo,
)
from navigator.rules.answers import parser_of
from tests.rules.books import TODAY, book, cases, fact, figure, question, value

UNKNOWN = Truth.UNKNOWN
STAGE = OneOf(("born", "lost"))
HAS = AnyOf(("snap", "tanf"))

ARABIC_DAY = "2026-11-21".translate({ord(str(n)): chr(0x660 + n) for n in range(10)})
ARABIC_MONTH = ARABIC_DAY[:7]

READ: list[tuple[Kind, object, object]] = [
    (YesNo(), True, Truth.YES),
    (YesNo(), False, Truth.NO),
    (STAGE, "born", "born"),
    (HAS, ["tanf", "snap"], frozenset({"snap", "tanf"})),
    (HAS, [], frozenset()),
    (State(), "OH", "OH"),
    (State(), "PR", "PR"),
    (Number(), 3, 3),
    (Number(), 0, 0),
    (LengthKind("days"), 180, Length(days=180)),
    (LengthKind("weeks"), 2, Length(days=14)),
    (LengthKind("months"), 7, Length(months=7)),
    (LengthKind("years"), 10, Length(months=120)),
    (LengthKind("business days"), 2, Length(business_days=2)),
    (Money(None), 2000, 200000),
    (Money(None), "1234.50", 123450),
    (Money(None), "1234.5", 123450),
    (Money(None), 1234.5, 123450),
    (Money(None), 0.07, 7),
    (Money(None), {"amount": "5"}, 500),
    (Money("month"), {"amount": "500", "per": "month"}, 50000),
    (Money("month"), {"amount": "500", "per": "week"}, Fraction(50000 * 52, 12)),
    (Money("month"), {"amount": "600", "per": "two weeks"}, 130000),
    (Money("year"), {"amount": 100, "per": "two weeks"}, 260000),
    (Money("week"), {"amount": "52", "per": "year"}, 100),
    (Day(), "2026-11-21", date(2026, 11, 21)),
    (Day(), "2028-02-29", date(2028, 2, 29)),
    (MonthKind(), "2026-11", Month(2026, 11)),
]

WRONG: list[tuple[Kind, object]] = [
    (YesNo(), 1),
    (YesNo(), "yes"),
    (STAGE, "unborn"),
    (STAGE, "Born"),
    (STAGE, ["born"]),
    (STAGE, 7),
    (HAS, "snap"),
    (HAS, ["snap", "wic"]),
    (HAS, ["snap", 3]),
    (HAS, [["snap"]]),
    (HAS, [{}]),
    (HAS, {"snap": True}),
    (State(), "oh"),
    (State(), "ZZ"),
    (Number(), "3"),
    (Number(), 3.0),
    (Number(), True),
    (Number(), 10**400),
    (Number(), float("nan")),
    (LengthKind("days"), -1),
    (LengthKind("days"), 10**7),
    (LengthKind("days"), "180 days"),
    (Money(None), "$5"),
    (Money(None), "1,000"),
    (Money(None), "-5"),
    (Money(None), -5),
    (Money(None), "5.001"),
    (Money(None), 0.1 + 0.2),
    (Money(None), "٣"),
    (Money(None), float("nan")),
    (Money(None), float("inf")),
    (Money(None), 10**400),
    (Money(None), 1e300),
    (Money(None), "9" * 100_000),
    (Money(None), True),
    (Money(None), {"amount": "5", "per": "week"}),
    (Money("month"), {"per": "week"}),
    (Money("month"), {"amount": "5", "per": "day"}),
    (Money("month"), {"amount": "5", "per": ["week"]}),
    (Money("month"), {"amount": {"amount": 5}, "per": "week"}),
    (Day(), "2026-02-30"),
    (Day(), "2026-11"),
    (Day(), "20261121"),
    (Day(), "2026-W47-6"),
    (Day(), "0000-01-01"),
    (Day(), ARABIC_DAY),
    (Day(), "2026-1\ud800-21"),
    (Day(), 20261121),
    (MonthKind(), "2026-13"),
    (MonthKind(), "2026-00"),
    (MonthKind(), "0000-05"),
    (MonthKind(), "2026-11-21"),
    (MonthKind(), ARABIC_MONTH),
]


@pytest.mark.parametrize(("kind", "raw", "expected"), READ)
def test_an_answer_is_read_by_the_kind_of_its_question(
    kind: Kind, raw: object, expected: object
) -> None:
    reading = book(x=question(kind)).read({"x": raw}, TODAY)

    assert reading["x"] == expected
    assert reading.ignored == ()
    assert not reading.is_open("x")


@pytest.mark.parametrize(("kind", "raw"), WRONG)
def test_what_is_no_answer_counts_as_not_given_and_is_listed(kind: Kind, raw: object) -> None:
    reading = book(x=question(kind)).read({"x": raw}, TODAY)

    assert reading["x"] is UNKNOWN
    assert reading.ignored == ("x",)
    assert reading.is_open("x")
    assert reading.is_known("x") is UNKNOWN


@pytest.mark.parametrize("kind", [kind for kind, _, _ in READ])
@pytest.mark.parametrize("raw", [None, "declined"])
def test_not_sure_and_prefer_not_to_say_are_unknown_and_never_asked_again(
    kind: Kind, raw: object
) -> None:
    reading = book(x=question(kind)).read({"x": raw}, TODAY)

    assert reading["x"] is UNKNOWN
    assert reading.ignored == ()
    assert not reading.is_open("x")


def test_answers_to_names_that_are_no_question_are_ignored() -> None:
    rules = book(x=question(YesNo()), it=fact("x"))
    answers: dict[str, object] = {"x": True, "it": False, "today": "1999-01-01", "nothing": 1}

    reading = rules.read(answers, TODAY)

    assert reading.ignored == ("it", "today", "nothing")
    assert reading["it"] is Truth.YES
    assert reading["today"] == TODAY


def test_no_question_is_answered_with_a_count() -> None:
    with pytest.raises(TypeError):
        parser_of(Count("years"))


RULES = book(
    going=question(YesNo()),
    stage=question(STAGE, "going", born="n is at least 1"),
    has=question(HAS, "going", tanf="home is OH"),
    home=question(State()),
    n=question(Number()),
    stay=question(LengthKind("months")),
    wait=question(LengthKind("business days")),
    pay=question(Money("month")),
    cash=question(Money(None)),
    x=question(Day()),
    m=question(MonthKind()),
    line=figure(
        "dollars a year", "home n", {"2026-01-01": {"otherwise": {"1": "9", "each more": "3"}}}
    ),
    low=fact("pay is at most 185% of line and cash is less than a month of pay"),
    final=cases(
        ("low", "stay after x"), ("stage is born", "wait before x"), (None, "60 days after x")
    ),
    age=value("years since m"),
    moved=value("stay before m"),
)
SENTENCES = [
    RULES.condition(text)
    for text in (
        "low or age is at least 65",
        "final is on or before today",
        "moved is after x",
        "has includes any of snap, tanf and stage is not born",
        "stay is more than 2 years",
        "n plus age is less than 3",
        "final is known",
    )
]
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.dates().map(str)
    | st.sampled_from(["born", "OH", "declined", "2026-11", "snap", 10**9]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["amount", "per", "x"]), inner, max_size=3)
    ),
    max_leaves=4,
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(RULES.kinds)) | st.text(max_size=5), JSON))
def test_no_answer_however_hostile_raises(answers: dict[str, object]) -> None:
    reading = RULES.read(answers, TODAY)

    for name in RULES.kinds:
        assert reading[name] is reading[name]
        assert reading.is_known(name) in Truth
    for condition in SENTENCES:
        verdict = condition.decide(reading)
        assert bool(condition.because(reading)) == (verdict is not UNKNOWN)
        assert verdict is UNKNOWN or not condition.settled_by(reading)
    assert RULES.value("final").best_bound(reading) is None or reading["x"] is not UNKNOWN
    assert set(reading.ignored) <= set(map(str, answers))
