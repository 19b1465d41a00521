"""Calendar arithmetic, against python-dateutil and against the calendar itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import assume, given
from hypothesis import strategies as st

from navigator.rules import NOT_APPLICABLE, Day, Length, LengthKind, Month, MonthKind
from navigator.rules.days import completed, edge, shifted, weekday, yearly
from tests.rules.books import TODAY, book, evaluate, question

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
STEPS: st.SearchStrategy[Literal[1, -1]] = st.sampled_from([1, -1])


@given(DAYS, st.integers(0, 1500), st.integers(0, 60), st.integers(0, 20000), STEPS)
def test_adding_a_length_clips_months_as_relativedelta_does(
    day: date, months: int, years: int, days: int, sign: Literal[1, -1]
) -> None:
    length = Length.sum_of([(months, "months"), (years, "years"), (days, "days")])
    delta = relativedelta(months=months, years=years)

    expected = day + sign * delta + timedelta(days=sign * days)

    assert shifted(day, length, sign) == expected


@given(DAYS, DAYS)
def test_completed_units_are_those_of_relativedelta(one: date, other: date) -> None:
    start, end = sorted((one, other))
    delta = relativedelta(end, start)

    assert completed("years", start, end) == delta.years
    assert completed("months", start, end) == delta.years * 12 + delta.months
    assert completed("weeks", start, end) == (end - start).days // 7
    assert completed("days", start, end) == (end - start).days


@given(DAYS, st.integers(0, 900))
def test_a_day_that_many_months_later_has_completed_them(day: date, months: int) -> None:
    later = shifted(day, Length(months=months), 1)

    assert completed("months", day, later) == months


@given(st.integers(1900, 2200), st.integers(1, 12), st.integers(-3000, 3000))
def test_months_are_counted_as_relativedelta_counts_their_first_days(
    year: int, month: int, count: int
) -> None:
    moved = date(year, month, 1) + relativedelta(months=count)

    assert Month(year, month).plus(count) == Month.of(moved)


@given(DAYS, st.dates(date(2001, 1, 1), date(2001, 12, 31)), STEPS, st.booleans())
def test_a_yearly_day_is_the_nearest_on_its_side(
    day: date, of_year: date, step: Literal[1, -1], or_same: bool
) -> None:
    found = yearly((of_year.day, of_year.month), day, step, or_same)

    assert (found.day, found.month) == (of_year.day, of_year.month)
    assert found != day or or_same
    assert 0 <= (found - day).days * step <= 366


@pytest.mark.parametrize(
    ("day", "step", "or_same", "expected"),
    [
        (date(2026, 1, 15), 1, False, date(2026, 2, 28)),
        (date(2026, 2, 28), 1, False, date(2027, 2, 28)),
        (date(2026, 2, 28), 1, True, date(2026, 2, 28)),
        (date(2027, 2, 28), 1, False, date(2028, 2, 29)),
        (date(2028, 2, 28), -1, True, date(2027, 2, 28)),
        (date(2028, 3, 1), -1, True, date(2028, 2, 29)),
    ],
)
def test_29_february_is_the_28th_in_a_common_year(
    day: date, step: Literal[1, -1], or_same: bool, expected: date
) -> None:
    assert yearly((29, 2), day, step, or_same) == expected


@given(DAYS, st.integers(0, 6), STEPS, st.booleans())
def test_a_weekday_is_the_nearest_on_its_side(
    day: date, which: int, step: Literal[1, -1], or_same: bool
) -> None:
    found = weekday(which, day, step, or_same)

    assert found.weekday() == which
    assert found != day or or_same
    assert 0 <= (found - day).days * step <= 7
    assert (found - day).days * step < 7 or not or_same


@given(DAYS)
def test_the_edges_of_months_and_years_are_next_to_other_ones(day: date) -> None:
    before = edge("start", "month", day) - timedelta(days=1)
    after = edge("end", "month", day) + timedelta(days=1)

    assert Month.of(before) == Month.of(day).plus(-1)
    assert Month.of(after) == Month.of(day).plus(1)
    assert edge("start", "year", day) == date(day.year, 1, 1)
    assert edge("end", "year", day) == date(day.year, 12, 31)


RULES = book(
    x=question(Day()),
    m=question(MonthKind()),
    stay=question(LengthKind("days")),
    lead=question(LengthKind("weeks")),
    term=question(LengthKind("years")),
    wait=question(LengthKind("business days")),
)


@pytest.mark.parametrize(
    ("sentence", "answers", "expected"),
    [
        ("1 month after x", {"x": "2026-01-31"}, date(2026, 2, 28)),
        ("1 month after x", {"x": "2028-01-31"}, date(2028, 2, 29)),
        ("1 year after x", {"x": "2028-02-29"}, date(2029, 2, 28)),
        ("4 years after x", {"x": "2028-02-29"}, date(2032, 2, 29)),
        ("1 month before x", {"x": "2026-03-31"}, date(2026, 2, 28)),
        ("1 month 1 day after x", {"x": "2026-01-31"}, date(2026, 3, 1)),
        ("0 days after x", {"x": "2026-01-31"}, date(2026, 1, 31)),
        ("stay after x", {"x": "2026-01-31", "stay": 28}, date(2026, 2, 28)),
        ("lead before x", {"x": "2026-01-31", "lead": 2}, date(2026, 1, 17)),
        ("term after m", {"m": "1962-03", "term": 65}, Month(2027, 3)),
        ("66 years 2 months after m", {"m": "1955-11"}, Month(2022, 1)),
        ("years since x", {"x": "2008-02-29"}, 18),
        ("years since x", {"x": "2008-11-21"}, 18),
        ("years since x", {"x": "2008-11-22"}, 17),
        ("days since x", {"x": "2026-11-21"}, 0),
        ("days until x", {"x": "2026-11-21"}, 0),
        ("days since x", {"x": "2026-11-22"}, NOT_APPLICABLE),
        ("days until x", {"x": "2026-11-20"}, NOT_APPLICABLE),
        ("months since m", {"m": "2026-10"}, 1),
        ("days since m", {"m": "2026-11"}, 20),
        ("months until m", {"m": "2026-11"}, NOT_APPLICABLE),
        ("days until m", {"m": "2026-12"}, 10),
        ("weeks from x to m", {"x": "2026-11-01", "m": "2026-12"}, 4),
        ("first 15 April after x", {"x": "2026-04-15"}, date(2027, 4, 15)),
        ("first 15 April on or after x", {"x": "2026-04-15"}, date(2026, 4, 15)),
        ("last 1 July on or before x", {"x": "2026-07-01"}, date(2026, 7, 1)),
        ("last 1 July before x", {"x": "2026-07-01"}, date(2025, 7, 1)),
        ("first Sunday after x", {"x": "2026-11-22"}, date(2026, 11, 29)),
        ("last Friday on or before x", {"x": "2026-11-22"}, date(2026, 11, 20)),
        ("end of month of m", {"m": "2028-02"}, date(2028, 2, 29)),
        ("start of year of m", {"m": "2028-02"}, date(2028, 1, 1)),
        ("2 business days after x", {"x": "2026-11-25"}, date(2026, 11, 30)),
        ("wait before x", {"x": "2026-11-30", "wait": 3}, date(2026, 11, 24)),
    ],
)
def test_days_and_months_as_people_count_them(
    sentence: str, answers: dict[str, object], expected: object
) -> None:
    assert evaluate(RULES, sentence, **answers) == expected


@pytest.mark.parametrize(
    ("sentence", "answers"),
    [
        ("9999 years after x", {"x": "2026-01-01"}),
        ("9999 years before m", {"m": "2026-01"}),
        ("1 month after m", {"m": "9999-12"}),
        ("1 day before x", {"x": "0001-01-01"}),
        ("stay after x", {"x": "9999-01-01", "stay": 1_000_000}),
        ("term before x", {"x": "2026-01-01", "term": 1_000_000}),
        ("wait after x", {"x": "2026-01-01", "wait": 1_000_000}),
        ("1 business day after x", {"x": "9999-12-31"}),
        ("first 1 January after x", {"x": "9999-12-31"}),
        ("last 31 December before x", {"x": "0001-01-01"}),
        ("first Sunday after x", {"x": "9999-12-31"}),
        ("end of month of stay after x", {"x": "9999-12-31", "stay": 5}),
    ],
)
def test_a_day_beyond_the_calendar_does_not_apply(
    sentence: str, answers: dict[str, object]
) -> None:
    reading = RULES.read(answers, TODAY)
    beyond = RULES.value(sentence, want="day")

    assert beyond.evaluate(reading) is NOT_APPLICABLE
    assert beyond.best_bound(reading) is None


@given(st.dates(), st.integers(0, 10**6), st.sampled_from(["stay", "lead", "term", "wait"]))
def test_no_answer_carries_a_day_out_of_the_calendar(day: date, count: int, length: str) -> None:
    assume(length != "wait" or count < 300 or count > 10_000)
    found = evaluate(RULES, f"{length} after x", x=day.isoformat(), **{length: count})

    assert found is NOT_APPLICABLE or found >= day
