"""Figures as they are typed: which tables they make, and all that can be wrong with them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.rules import (
    NOT_APPLICABLE,
    AnyOf,
    Day,
    FigureRule,
    Kind,
    Length,
    LengthKind,
    Money,
    Month,
    MonthKind,
    Number,
    OneOf,
    Percent,
    Rulebook,
    State,
    Truth,
    read_figure,
)
from tests.rules.books import TODAY, book, evaluate, figure, question, value

UNKNOWN = Truth.UNKNOWN


@pytest.mark.parametrize(
    ("unit", "typed", "kind", "amount"),
    [
        ("dollars", "770", Money(None), 77000),
        ("dollars a week", "14.50", Money("week"), 1450),
        ("dollars a month", "0", Money("month"), 0),
        ("dollars a year", "15960", Money("year"), 1596000),
        ("percent", "138", Percent(), 138),
        ("percent", "12.5", Percent(), Fraction(25, 2)),
        ("number", "1325", Number(), 1325),
        ("length", "60 days", LengthKind("days"), Length(days=60)),
        ("length", "1 week", LengthKind("weeks"), Length(days=7)),
        ("length", "66 years 2 months", LengthKind("months"), Length(months=794)),
        ("length", "1 month 3 days", LengthKind(None), Length(months=1, days=3)),
        ("length", "2 business days", LengthKind("business days"), Length(business_days=2)),
        ("day", "2026-12-15", Day(), date(2026, 12, 15)),
        ("number", "none", Number(), NOT_APPLICABLE),
    ],
)
def test_a_figure_without_rows_is_its_amount(
    unit: str, typed: str, kind: Kind, amount: object
) -> None:
    rule = figure(unit, "", {"2026-01-01": typed})

    assert rule.kind == kind
    assert evaluate(book(it=rule), "it") == amount


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ({"1": "10", "2": "20", "each more": "5"}, {1: 10, 2: 20, 3: 25, 10: 60, 0: UNKNOWN}),
        ({"1 to 5": "10", "each more": "5"}, {1: 10, 5: 10, 6: 15}),
        ({"5 or less": "1", "6 or more": "2"}, {-3: 1, 5: 1, 6: 2, 999: 2}),
        ({"6 or more": "none", "0 to 5": "7"}, {0: 7, 6: NOT_APPLICABLE}),
        ({"3": "7", "otherwise": "1"}, {2: 1, 3: 7, 4: 1}),
        ({"3": "7"}, {2: UNKNOWN, 3: 7, 4: UNKNOWN}),
        ({"otherwise": "none", "3": "7"}, {2: NOT_APPLICABLE, 3: 7}),
    ],
)
def test_rows_by_number(rows: dict[str, str], expected: dict[int, object]) -> None:
    rules = book(n=question(Number()), it=figure("number", "n", {"2026-01-01": rows}))

    assert {n: evaluate(rules, "it", n=n) for n in expected} == expected


@given(st.integers(1, 40), st.integers(0, 10**5), st.integers(0, 10**4), st.integers(1, 8))
def test_each_more_is_added_for_every_unit_beyond_the_largest_row(
    size: int, first: int, more: int, largest: int
) -> None:
    rows = {str(n): str(first + n) for n in range(1, largest + 1)} | {"each more": str(more)}
    rules = book(n=question(Number()), it=figure("dollars", "n", {"2026-01-01": rows}))

    dollars = first + min(size, largest) + more * max(0, size - largest)

    assert evaluate(rules, "it", n=size) == 100 * dollars


def test_rows_go_by_state_option_number_length_and_fact() -> None:
    rules = book(
        home=question(State()),
        tier=question(OneOf(("low", "high"))),
        stay=question(LengthKind("weeks")),
        birth=question(MonthKind()),
        born=value("year of birth"),
        age=value("years since birth"),
        by_state=figure("percent", "home", {"2026-01-01": {"otherwise": "138", "TX": "none"}}),
        by_option=figure("number", "tier", {"2026-01-01": {"low": "1", "high": "2"}}),
        by_stay=figure("number", "stay", {"2026-01-01": {"4 or less": "1", "5 or more": "2"}}),
        by_year=figure(
            "length", "born", {"2023-01-01": {"1950 or less": "none", "1951 or more": "73 years"}}
        ),
        by_age=figure("number", "age", {"2026-01-01": {"64 or less": "0", "65 or more": "1"}}),
        by_both=figure(
            "dollars", "tier home", {"2026-01-01": {"low": {"otherwise": "5"}, "high": "none"}}
        ),
    )
    answers: dict[str, object] = {"home": "TX", "tier": "low", "stay": 4, "birth": "1961-11"}

    assert evaluate(rules, "by_state", **answers) is NOT_APPLICABLE
    assert evaluate(rules, "by_state", home="OH") == 138
    assert evaluate(rules, "by_option", **answers) == 1
    assert evaluate(rules, "by_stay", **answers) == 1
    assert evaluate(rules, "by_year after birth", **answers) == Month(2034, 11)
    assert evaluate(rules, "by_year after birth", birth="1950-12") is NOT_APPLICABLE
    assert evaluate(rules, "by_age", **answers) == 1
    assert evaluate(rules, "by_both", **answers) == 500
    assert evaluate(rules, "by_both", tier="low") is UNKNOWN
    assert evaluate(rules, "by_both", tier="high") is NOT_APPLICABLE
    assert evaluate(rules, "by_both", home="TX") is UNKNOWN


def test_a_figure_whose_row_does_not_apply_does_not_apply() -> None:
    rules = book(
        home=question(State()),
        size=question(Number(), when="home is OH"),
        it=figure("number", "size", {"2026-01-01": {"1": "5"}}),
    )

    assert evaluate(rules, "it", home="TX", size=1) is NOT_APPLICABLE


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-12-31", NOT_APPLICABLE),
        ("2026-01-01", 1),
        ("2026-06-30", 1),
        ("2026-07-01", 2),
        ("2026-10-01", 2),
        ("2026-10-02", UNKNOWN),
        ("2026-12-31", UNKNOWN),
        ("2027-01-01", NOT_APPLICABLE),
    ],
)
def test_a_figure_is_that_of_its_day_until_it_must_be_checked_or_ends(
    day: str, expected: object
) -> None:
    rule, faults = read_figure(
        "number", (), {"2026-07-01": "2", "2026-01-01": "1"}, "2026-10-01", "2026-12-31"
    )
    assert rule is not None
    assert faults == ()
    rules = book(it=rule, x=question(Day()))

    assert evaluate(rules, f"it on {day}") == expected
    assert evaluate(rules, "it on x", x=day) == expected
    reading = rules.read({}, date.fromisoformat(day))
    assert rules.value("it").evaluate(reading) == expected
    assert rules.value("it").settled_by(reading) == frozenset()


FAULTY: list[tuple[str, tuple[str, ...], object, tuple[str, ...], str]] = [
    ("euros", (), {"2026-01-01": "5"}, ("unit",), "figure-unit"),
    ("number", ("a1", "b1", "c1"), {"2026-01-01": "none"}, ("by",), "figure-by"),
    ("number", (), {}, ("from",), "figure-date"),
    ("number", (), "5", ("from",), "figure-date"),
    ("number", (), {"2026-13-01": "5"}, ("from", "2026-13-01"), "figure-date"),
    ("number", (), {"1 May 2026": "5"}, ("from", "1 May 2026"), "figure-date"),
    ("number", (), {"2026-01-01": "5,000"}, ("from", "2026-01-01"), "figure-value"),
    ("number", (), {"2026-01-01": "-5"}, ("from", "2026-01-01"), "figure-value"),
    ("number", (), {"2026-01-01": "٣"}, ("from", "2026-01-01"), "figure-value"),
    ("dollars", (), {"2026-01-01": "$5"}, ("from", "2026-01-01"), "figure-value"),
    ("dollars", (), {"2026-01-01": "5.001"}, ("from", "2026-01-01"), "figure-value"),
    ("percent", (), {"2026-01-01": "138%"}, ("from", "2026-01-01"), "figure-value"),
    ("length", (), {"2026-01-01": "60"}, ("from", "2026-01-01"), "figure-value"),
    ("length", (), {"2026-01-01": "60  days"}, ("from", "2026-01-01"), "figure-value"),
    ("day", (), {"2026-01-01": "2026-02-30"}, ("from", "2026-01-01"), "figure-value"),
    ("number", (), {"2026-01-01": {"OH": "5"}}, ("from", "2026-01-01"), "figure-by"),
    ("number", ("n",), {"2026-01-01": "5"}, ("from", "2026-01-01"), "figure-row"),
    ("number", ("n",), {"2026-01-01": ["5"]}, ("from", "2026-01-01"), "figure-row"),
    ("number", ("n",), {"2026-01-01": {"1": {"2": "5"}}}, ("from", "2026-01-01", "1"), "figure-by"),
    ("number", ("n",), {"2026-01-01": {"1-5": "5"}}, ("from", "2026-01-01", "1-5"), "figure-row"),
    (
        "number",
        ("n",),
        {"2026-01-01": {"5 to 1": "5"}},
        ("from", "2026-01-01", "5 to 1"),
        "figure-row",
    ),
    (
        "number",
        ("n",),
        {"2026-01-01": {"1": "5", "3": "6"}},
        ("from", "2026-01-01", "3"),
        "figure-gap",
    ),
    (
        "number",
        ("n",),
        {"2026-01-01": {"1 to 3": "5", "3": "6"}},
        ("from", "2026-01-01", "3"),
        "figure-overlap",
    ),
    (
        "number",
        ("n",),
        {"2026-01-01": {"3 or more": "5", "9": "6"}},
        ("from", "2026-01-01", "9"),
        "figure-overlap",
    ),
    (
        "number",
        ("n",),
        {"2026-01-01": {"3 or less": "5", "2 or less": "6"}},
        ("from", "2026-01-01", "2 or less"),
        "figure-overlap",
    ),
    (
        "number",
        ("n",),
        {"2026-01-01": {"OH": "5", "2": "6"}},
        ("from", "2026-01-01", "OH"),
        "figure-row",
    ),
    (
        "number",
        ("n",),
        {"2026-01-01": {"each more": "6"}},
        ("from", "2026-01-01", "each more"),
        "figure-row",
    ),
    (
        "number",
        ("n",),
        {"2026-01-01": {"1 or more": "1", "each more": "6"}},
        ("from", "2026-01-01", "each more"),
        "figure-row",
    ),
    (
        "number",
        ("n",),
        {"2026-01-01": {"1": "none", "each more": "6"}},
        ("from", "2026-01-01", "each more"),
        "figure-row",
    ),
    (
        "length",
        ("n",),
        {"2026-01-01": {"1": "2 days", "each more": "1 day"}},
        ("from", "2026-01-01", "each more"),
        "figure-value",
    ),
]


@pytest.mark.parametrize(("unit", "by", "entries", "path", "rule"), FAULTY)
def test_what_is_wrong_with_a_figure_is_said_where_it_stands(
    unit: str, by: tuple[str, ...], entries: object, path: tuple[str, ...], rule: str
) -> None:
    made, faults = read_figure(unit, by, entries)

    assert made is None
    assert [(fault.path, fault.fault.rule) for fault in faults] == [(path, rule)]
    fault = faults[0].fault
    assert fault.message.endswith(".")
    assert fault.hint.endswith(".")


def test_all_faults_of_a_figure_are_found_at_once() -> None:
    rows = {"1": "x", "3": "5", "OH": "y"}

    _, faults = read_figure("number", ("n",), {"2026-01-01": rows, "soon": rows}, "never", "later")

    paths = {fault.path for fault in faults}
    assert {("check_by",), ("ends",), ("from", "soon"), ("from", "soon", "3")} < paths
    assert {("from", "2026-01-01", key) for key in rows} < paths


@pytest.mark.parametrize(
    ("kind", "rows", "part", "rule"),
    [
        (State(), {"OI": "5", "otherwise": "1"}, "from.2026-01-01.OI", "figure-row"),
        (State(), {"1": "5", "each more": "1"}, "from.2026-01-01", "figure-row"),
        (OneOf(("low", "high")), {"low": "5"}, "from.2026-01-01", "figure-gap"),
        (
            OneOf(("low", "high")),
            {"lov": "5", "otherwise": "1"},
            "from.2026-01-01.lov",
            "figure-row",
        ),
        (Number(), {"OH": "5", "otherwise": "1"}, "from.2026-01-01.OH", "figure-row"),
        (Day(), {"otherwise": "1"}, "by", "figure-by"),
        (AnyOf(("low",)), {"low": "1"}, "by", "figure-by"),
    ],
)
def test_rows_must_fit_the_name_they_go_by(
    kind: Kind, rows: dict[str, str], part: str, rule: str
) -> None:
    made, _ = read_figure("number", ("x",), {"2026-01-01": rows})
    assert isinstance(made, FigureRule)

    rules = Rulebook({"x": question(kind), "it": made})

    assert [(name, where, fault.rule) for name, where, fault in rules.faults] == [
        ("it", part, rule)
    ]
    reading = rules.read({}, TODAY)
    assert reading["it"] is UNKNOWN
    assert rules.condition("it on today is at least 3").decide(reading) is UNKNOWN


def test_rows_by_a_name_that_is_not_there() -> None:
    rules = Rulebook(
        {"it": figure("number", "sise", {"2026-01-01": {"1": "5"}}), "size": question(Number())}
    )

    [(name, part, fault)] = rules.faults

    assert (name, part, fault.rule) == ("it", "by", "unknown-name")
    assert "size" in fault.hint
