"""The worked examples of the language, and what was checked by hand on 21 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from navigator.rules import (
    NOT_APPLICABLE,
    AnyOf,
    Day,
    LengthKind,
    Money,
    Month,
    MonthKind,
    Number,
    OneOf,
    State,
    Truth,
    YesNo,
    next_business_day,
)
from tests.rules.books import TODAY, book, cases, decide, evaluate, fact, figure, question, value

HAS = AnyOf(("snap", "medicaid"))
GUIDELINE_2025 = {"otherwise": {"1": "15650", "each more": "5500"}}
GUIDELINE_2026 = {
    "otherwise": {"1": "15960", "each more": "5680"},
    "AK": {"1": "19950", "each more": "7100"},
}

RULES = book(
    born_on_first=question(YesNo()),
    birth_month=question(MonthKind()),
    claim_month=question(MonthKind()),
    cover_end=question(Day()),
    cobra_notice=question(Day()),
    home_state=question(State()),
    household_size=question(Number()),
    income=question(Money("month")),
    rent=question(Money("month")),
    cash=question(Money(None)),
    published_last_day=question(Day()),
    declared=question(Day()),
    county_added=question(Day()),
    marital=question(OneOf(("married", "divorced"))),
    marriage_years=question(LengthKind("years"), "marital is divorced"),
    divorce_month=question(MonthKind(), "marital is divorced"),
    ex_filed=question(YesNo(), "marital is divorced"),
    current_job_cover=question(YesNo()),
    employer_size=question(OneOf(("under_20", "at_least_20"))),
    separation_date=question(Day()),
    recovering=question(YesNo()),
    service_length=question(LengthKind("days")),
    has=question(HAS),
    cover=question(OneOf(("medicaid", "job"))),
    stage=question(OneOf(("born", "pregnant"))),
    birth_date=question(Day(), "stage is born"),
    snap_letter=question(Day()),
    ssa_birth_month=cases(("born_on_first", "1 month before birth_month"), (None, "birth_month")),
    ssa_birth_year=value("year of ssa_birth_month"),
    medicare_month=value("65 years after ssa_birth_month"),
    hsa_last_month=value("1 month before later of medicare_month and 6 months before claim_month"),
    cobra_last_day=value("60 days after later of cover_end and cobra_notice"),
    wic_line=value("poverty_line on last 1 July on or before today"),
    low_income=fact("income is at most 185% of wic_line"),
    expedited_snap=fact(
        "(income is less than $150 a month and cash is at most $100)"
        " or a month of income plus cash is less than a month of rent"
    ),
    fema_last_day=cases(
        ("published_last_day is known", "published_last_day"),
        (None, "60 days after later of declared and county_added"),
    ),
    divorced_spouse=fact(
        "marital is divorced and marriage_years is at least 10 years"
        " and (ex_filed or years since divorce_month is at least 2)"
    ),
    poverty_line=figure(
        "dollars a year",
        "home_state household_size",
        {"2025-01-15": GUIDELINE_2025, "2026-01-15": GUIDELINE_2026},
        check_by="2027-01-20",
    ),
    paid_leave_start=figure(
        "day", "home_state", {"2020-01-01": {"otherwise": "none", "MD": "2028-01-03"}}
    ),
)
MARCH_1962: dict[str, object] = {"birth_month": "1962-03", "born_on_first": True}


@pytest.mark.parametrize(
    ("sentence", "answers", "expected"),
    [
        ("medicare_month", MARCH_1962, Month(2027, 2)),
        ("start of month of 3 months before medicare_month", MARCH_1962, date(2026, 11, 1)),
        ("end of month of 3 months after medicare_month", MARCH_1962, date(2027, 5, 31)),
        ("hsa_last_month", {**MARCH_1962, "claim_month": "2027-04"}, Month(2027, 1)),
        ("hsa_last_month", {**MARCH_1962, "claim_month": "2028-12"}, Month(2028, 5)),
        ("ssa_birth_year", {"birth_month": "1962-01", "born_on_first": True}, 1961),
        ("medicare_month", {"birth_month": "1962-03", "born_on_first": False}, Month(2027, 3)),
        ("medicare_month", {"birth_month": "1962-03"}, Truth.UNKNOWN),
        (
            "cobra_last_day",
            {"cover_end": "2026-11-30", "cobra_notice": "2026-12-20"},
            date(2027, 2, 18),
        ),
        (
            "fema_last_day",
            {"published_last_day": "2026-12-01", "declared": "2026-09-01"},
            date(2026, 12, 1),
        ),
        ("fema_last_day", {"declared": "2026-09-01", "county_added": "2026-09-10"}, Truth.UNKNOWN),
        (
            "fema_last_day",
            {"published_last_day": None, "declared": "2026-09-01", "county_added": "2026-09-10"},
            date(2026, 11, 9),
        ),
        (
            "1 year after 120 days after separation_date",
            {"separation_date": "2026-11-21"},
            date(2028, 3, 21),
        ),
        ("90 days before separation_date", {"separation_date": "2027-03-01"}, date(2026, 12, 1)),
        (
            "60 days before 1 year after birth_date",
            {"stage": "born", "birth_date": "2026-01-31"},
            date(2026, 12, 2),
        ),
        ("60 days before 1 year after birth_date", {"stage": "pregnant"}, NOT_APPLICABLE),
        ("last 15 October before first 7 December on or after today", {}, date(2026, 10, 15)),
    ],
)
def test_the_days_and_months_checked_by_hand(
    sentence: str, answers: dict[str, object], expected: object
) -> None:
    assert evaluate(RULES, sentence, **answers) == expected


def test_the_sba_deadline_rolls_past_a_weekend_or_holiday() -> None:
    due = evaluate(RULES, "9 months after declared", declared="2026-02-03")

    assert due == date(2026, 11, 3)
    assert next_business_day(due) == due
    assert next_business_day(date(2026, 11, 26)) == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("income", "verdict"), [("4212", Truth.YES), ("4212.01", Truth.NO), ("4213", Truth.NO)]
)
def test_three_people_in_ohio_may_have_4212_dollars_a_month(income: str, verdict: Truth) -> None:
    answers = {"home_state": "OH", "household_size": 3, "income": income}

    assert decide(RULES, "low_income", **answers) is verdict


def test_the_wic_year_starts_in_july() -> None:
    ohio = {"home_state": "OH", "household_size": 1}
    line = RULES.value("wic_line")

    assert line.evaluate(RULES.read(ohio, date(2026, 6, 30))) == 1565000
    assert line.evaluate(RULES.read(ohio, date(2026, 7, 1))) == 1596000
    assert line.evaluate(RULES.read(ohio, date(2027, 6, 30))) == 1596000


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ({"income": "149.99", "cash": 100}, Truth.YES),
        ({"income": 150, "cash": 100, "rent": 250}, Truth.NO),
        ({"income": 150, "cash": 100, "rent": "250.01"}, Truth.YES),
        ({"income": 150, "cash": 101}, Truth.UNKNOWN),
        ({"cash": 50}, Truth.UNKNOWN),
        ({"cash": 500, "rent": 400}, Truth.UNKNOWN),
    ],
)
def test_expedited_snap_adds_a_rate_to_an_amount(
    answers: dict[str, object], verdict: Truth
) -> None:
    assert decide(RULES, "expedited_snap", **answers) is verdict


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ({"marital": "married"}, Truth.NO),
        ({"marital": "divorced", "marriage_years": 9}, Truth.NO),
        ({"marital": "divorced", "marriage_years": 10, "ex_filed": True}, Truth.YES),
        ({"marital": "divorced", "marriage_years": 10, "divorce_month": "2024-11"}, Truth.YES),
        ({"marital": "divorced", "marriage_years": 10, "ex_filed": False}, Truth.UNKNOWN),
        (
            {
                "marital": "divorced",
                "marriage_years": 10,
                "ex_filed": False,
                "divorce_month": "2024-12",
            },
            Truth.NO,
        ),
    ],
)
def test_a_former_spouse_is_asked_about_in_plain_questions(
    answers: dict[str, object], verdict: Truth
) -> None:
    assert decide(RULES, "divorced_spouse", **answers) is verdict


@pytest.mark.parametrize(
    ("answers", "due"),
    [
        ({"recovering": True}, date(2027, 12, 31)),
        ({"recovering": False, "service_length": 30}, date(2026, 1, 1)),
        ({"recovering": False, "service_length": 31}, date(2026, 1, 14)),
        ({"recovering": False, "service_length": 181}, date(2026, 3, 31)),
        ({"recovering": False}, Truth.UNKNOWN),
        ({"service_length": 30}, Truth.UNKNOWN),
    ],
)
def test_the_term_to_go_back_to_work_depends_on_the_service(
    answers: dict[str, object], due: object
) -> None:
    userra = RULES.value(
        [
            ("recovering", "2 years after separation_date"),
            ("service_length is at most 30 days", "1 day after separation_date"),
            ("service_length is at most 180 days", "14 days after separation_date"),
            (None, "90 days after separation_date"),
        ],
        want="day",
    )

    found = userra.evaluate(RULES.read({**answers, "separation_date": "2025-12-31"}, TODAY))

    assert found == due


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ({"current_job_cover": True, "employer_size": "at_least_20"}, Truth.NO),
        ({"current_job_cover": False}, Truth.YES),
        ({"employer_size": "under_20"}, Truth.YES),
        ({"current_job_cover": True}, Truth.UNKNOWN),
    ],
)
def test_part_b_may_wait_for_cover_from_a_large_employer(
    answers: dict[str, object], verdict: Truth
) -> None:
    sentence = "not (current_job_cover and employer_size is at_least_20)"

    assert decide(RULES, sentence, **answers) is verdict


@pytest.mark.parametrize(
    ("state", "verdict"), [("MD", Truth.NO), ("OH", Truth.NO), (None, Truth.UNKNOWN)]
)
def test_a_state_without_paid_leave_has_no_day_it_starts(state: str | None, verdict: Truth) -> None:
    assert decide(RULES, "paid_leave_start is on or before today", home_state=state) is verdict
