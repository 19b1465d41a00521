"""A sentence that can be read is held against the kinds of its names."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from navigator.rules import (
    BUILT_IN,
    AnyOf,
    ConditionError,
    Count,
    Day,
    Kind,
    LengthKind,
    Money,
    MonthKind,
    Number,
    OneOf,
    Percent,
    State,
    YesNo,
    check_condition,
    check_value,
    hidden_numbers,
    parse_condition,
    parse_value,
)
from tests.rules.golden import shown_errors

FIGURES = ("line", "share", "cover")
KINDS: Mapping[str, Kind | None] = {
    **BUILT_IN,
    "stage": OneOf(("born", "lost", "adopting")),
    "has": AnyOf(("snap", "tanf")),
    "home_state": State(),
    "age": Count("years"),
    "size": Number(),
    "income": Money("month"),
    "cash": Money(None),
    "line": Money("year"),
    "share": Percent(),
    "birth_month": MonthKind(),
    "birth_date": Day(),
    "service": LengthKind("days"),
    "cover": LengthKind(None),
    "term": LengthKind("months"),
    "pregnant": YesNo(),
    "broken": None,
}


@pytest.mark.parametrize(("sentence", "shown"), shown_errors("kind_faults.txt"))
def test_a_sentence_that_does_not_suit_is_explained(sentence: str, shown: str) -> None:
    faults = check_condition(parse_condition(sentence), KINDS, FIGURES)
    assert str(ConditionError(sentence, faults)) == shown


@pytest.mark.parametrize(
    "sentence",
    [
        "pregnant and not helping",
        "always",
        "stage is one of born, lost and has includes none of snap, tanf",
        "home_state is one of OH, DC, PR, GU, VI, AS, MP",
        "income is at most share of line and cash is at least a month of income",
        "share is at least 138",
        "age is at least 62 and age is at least 62 years and age is less than 744 months",
        "service is more than 2 weeks",
        "birth_date is on or after birth_month",
        "2 years after birth_month is before 2026-11",
        "term after birth_month is before today",
        "cover after birth_date is before today",
        "days from birth_month to today is at most size",
        "size plus age is at least 3",
        "line on first 1 July after birth_date is less than $5 a week",
    ],
)
def test_a_sentence_that_suits_has_no_faults(sentence: str) -> None:
    assert check_condition(parse_condition(sentence), KINDS, FIGURES) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "broken",
        "broken is at least 5 and broken is before today and broken is born",
        "broken includes snap or broken is known or income is at most share of broken",
        "broken plus $5 is at least 6 days",
        "60 days after broken is before later of broken and birth_month",
        "broken after birth_month is before broken on broken",
        "a month of broken is at most 2 times broken",
    ],
)
def test_a_broken_name_gives_no_further_faults(sentence: str) -> None:
    assert check_condition(parse_condition(sentence), KINDS, FIGURES) == ()


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("5", Number()),
        ("pregnant", YesNo()),
        ("$5", Money(None)),
        ("$5 a week", Money("week")),
        ("185% of line", Money("year", rounds=True)),
        ("share of size", Number()),
        ("larger of 150% of line and line", Money("year", rounds=True)),
        ("income plus 10% of income", Money("month", rounds=True)),
        ("income plus line", Money("month", rounds=True)),
        ("a month of income", Money(None)),
        ("a month of line", Money(None, rounds=True)),
        ("a year of 185% of line", Money(None, rounds=True)),
        ("years since birth_month", Count("years")),
        ("year of birth_date", Number()),
        ("3 months after birth_month", MonthKind()),
        ("start of year of birth_month", Day()),
        ("later of birth_month and 2026-11", MonthKind()),
        ("66 years 2 months", LengthKind("months")),
        ("2 weeks", LengthKind("weeks")),
        ("2 weeks 1 day", LengthKind("days")),
        ("2 months 1 day", LengthKind(None)),
        ("2 business days", LengthKind("business days")),
    ],
)
def test_a_value_has_a_kind(sentence: str, kind: Kind) -> None:
    assert check_value(parse_value(sentence), KINDS, FIGURES) == (kind, ())


def test_a_value_at_fault_has_no_kind() -> None:
    kind, faults = check_value(parse_value("income plus birth_date"), KINDS)
    assert kind is None
    assert [fault.rule for fault in faults] == ["kind"]


def test_an_amount_in_a_sentence_is_a_hidden_number_unless_it_is_nothing() -> None:
    text = "cash is at least $400 or (cash is more than $0 and income is at most $20 a month)"
    faults = hidden_numbers(parse_condition(text))
    assert [text[fault.start : fault.end] for fault in faults] == ["$400", "$20 a month"]
    assert {fault.rule for fault in faults} == {"hidden-number"}
