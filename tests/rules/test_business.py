"""Business days skip weekends and federal holidays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.rules import is_business_day, next_business_day
from navigator.rules.business import LONGEST, plus_business_days

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    "holiday",
    [
        date(2026, 1, 1),
        date(2026, 1, 19),
        date(2026, 2, 16),
        date(2026, 5, 25),
        date(2026, 6, 19),
        date(2026, 7, 3),  # the 4th is a Saturday
        date(2026, 9, 7),
        date(2026, 10, 12),
        date(2026, 11, 11),
        date(2026, 11, 26),
        date(2026, 12, 25),
        date(2027, 7, 5),  # the 4th is a Sunday
        date(2027, 12, 31),  # New Year's Day 2028 is a Saturday
    ],
)
def test_federal_holidays_are_no_business_days_even_when_moved(holiday: date) -> None:
    assert not is_business_day(holiday)


@given(DAYS)
def test_a_deadline_rolls_to_the_first_business_day_on_or_after_it(day: date) -> None:
    rolled = next_business_day(day)

    assert is_business_day(rolled)
    assert not any(is_business_day(day + timedelta(n)) for n in range((rolled - day).days))


@given(DAYS, st.integers(-60, 60))
def test_counting_business_days_passes_exactly_that_many(day: date, count: int) -> None:
    found = plus_business_days(day, count)
    step = 1 if count > 0 else -1
    passed = [day + timedelta(n * step) for n in range(1, abs((found - day).days) + 1)]

    assert sum(map(is_business_day, passed)) == abs(count)
    assert count == 0 or is_business_day(found)


def test_business_days_are_not_counted_over_generations() -> None:
    with pytest.raises(OverflowError):
        plus_business_days(date(2026, 1, 1), LONGEST + 1)
