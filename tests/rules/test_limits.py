"""Amounts on, under and over a limit, against exact fractions: nobody is judged by a rounding."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.rules import PLACES, Money, Number, Rulebook, State, Truth
from navigator.rules.money import PAY_PERIODS, PayPeriod, times, turn, whole_dollars_up
from navigator.rules.tree import Period
from tests.rules.books import TODAY, book, decide, evaluate, figure, question, value

GUIDELINE = {"otherwise": (15960, 5680), "AK": (19950, 7100), "HI": (18360, 6530)}
PER_YEAR = {"week": 52, "month": 12, "year": 1}
SIZES = range(1, 13)
PERCENTS = (100, 130, 133, 138, 150, 185, 200, 400)


def rulebook(per: Period) -> Rulebook:
    entries = {
        place: {"1": str(first), "each more": str(more)}
        for place, (first, more) in GUIDELINE.items()
    }
    return book(
        home_state=question(State()),
        size=question(Number()),
        income=question(Money(per)),
        line=figure("dollars a year", "home_state size", {"2026-01-15": entries}),
        **{f"line_{percent}": value(f"{percent}% of line") for percent in PERCENTS},
    )


def limit_in_cents(place: str, size: int, percent: int, per: Period) -> int:
    """Return the limit, rounded up to the whole dollar of its period, by fractions alone."""
    first, more = GUIDELINE.get(place, GUIDELINE["otherwise"])
    dollars = Fraction((first + more * (size - 1)) * percent, 100 * PER_YEAR[per])
    return ceil(dollars) * 100


def in_dollars(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


@pytest.mark.parametrize("per", ["week", "month", "year"])
@pytest.mark.parametrize("place", ["OH", "AK", "HI", "PR"])
def test_an_income_is_judged_to_the_cent_for_every_household_and_percentage(
    per: Period, place: str
) -> None:
    rules = rulebook(per)
    tests = {
        percent: (
            rules.condition(f"income is at most {percent}% of line"),
            rules.condition(f"income is more than line_{percent}"),
            rules.condition(f"not (income is less than line_{percent})"),
            rules.condition(f"income is exactly {percent}% of line"),
        )
        for percent in PERCENTS
    }
    for size in SIZES:
        for percent, (at_most, more, at_least, exactly) in tests.items():
            limit = limit_in_cents(place, size, percent, per)
            for cents in (limit - 1, limit, limit + 1):
                given_ = {"home_state": place, "size": size, "income": in_dollars(cents)}
                reading = rules.read(given_, TODAY)

                assert (at_most.decide(reading) is Truth.YES) == (cents <= limit)
                assert (more.decide(reading) is Truth.YES) == (cents > limit)
                assert (at_least.decide(reading) is Truth.YES) == (cents >= limit)
                assert (exactly.decide(reading) is Truth.YES) == (cents == limit)


def test_every_state_and_territory_without_a_row_of_its_own_has_the_general_limit() -> None:
    rules = rulebook("year")
    for place in PLACES:
        limit = limit_in_cents(place, 3, 100, "year")

        assert evaluate(rules, "line", home_state=place, size=3) == limit


@given(
    st.sampled_from(sorted(PAY_PERIODS)),
    st.sampled_from(["week", "month", "year"]),
    st.integers(0, 10**9),
)
def test_pay_is_turned_exactly_a_year_being_12_months_or_52_weeks(
    source: PayPeriod, target: Period, cents: int
) -> None:
    rules = book(pay=question(Money(target)))
    year = {"week": 52, "two weeks": 26, "month": 12, "year": 1}
    answer = {"amount": in_dollars(cents), "per": source}

    found = evaluate(rules, "pay", pay=answer)

    assert found == Fraction(cents * year[source], year[target])
    assert found == times(cents, turn(source, target))


@given(st.fractions(0, 10**9, max_denominator=5200))
def test_rounding_up_reaches_the_next_whole_dollar_and_no_further(cents: Fraction) -> None:
    rounded = whole_dollars_up(cents)

    assert rounded % 100 == 0
    assert 0 <= rounded - cents < 100


@pytest.mark.parametrize(
    ("sentence", "cents", "expected"),
    [
        ("pay is at most $100.50 a month", 10050, Truth.YES),  # as written: not rounded
        ("pay is at most $100.50 a month", 10051, Truth.NO),
        ("pay is at most 50% of $201 a month", 10100, Truth.YES),  # $100.50 becomes $101
        ("pay is at most 50% of $201 a month", 10101, Truth.NO),
        ("pay is at most $1,000 a year", 8400, Truth.YES),  # $83.33 becomes $84
        ("pay is at most $1,000 a year", 8401, Truth.NO),
        ("$1,000 a year is at least pay", 8333, Truth.YES),  # $999.96 becomes $1,000
        ("$1,000 a year is at least pay", 8334, Truth.NO),
        ("a year of pay is at most $1,000", 8333, Truth.YES),
        ("a year of pay is at most $1,000", 8334, Truth.NO),
        ("a month of pay is at most a month of $1,000 a year", 8400, Truth.YES),
        ("a month of pay is at most a month of $1,000 a year", 8401, Truth.NO),
        ("pay minus $20 a month is at most 50% of $201 a month", 12100, Truth.YES),
        ("pay is at most larger of $10 a week and $40 a month", 4400, Truth.YES),  # $43.33
        ("pay is at most larger of $10 a week and $40 a month", 4401, Truth.NO),
        ("pay is at most $10 a week plus $1 a month", 4500, Truth.YES),  # $44.33
        ("pay is at most $10 a week plus $1 a month", 4501, Truth.NO),
    ],
)
def test_only_the_right_side_is_rounded_and_only_if_turned_or_a_percentage(
    sentence: str, cents: int, expected: Truth
) -> None:
    rules = book(pay=question(Money("month")))

    assert decide(rules, sentence, pay=in_dollars(cents)) is expected
