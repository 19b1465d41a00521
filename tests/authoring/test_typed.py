"""Answers as people type them, by the kind of the question."""

from __future__ import annotations

from datetime import date

import pytest

from navigator.authoring import TypedError, read_typed
from navigator.content import Place
from navigator.content.library import Option, Question, Template, Wording
from navigator.rules import Cases, kinds

TODAY = date(2026, 11, 21)
NO_WORDS = Wording(Cases.of(Template(())), Cases.of(Template(())))
PETS = ("cat", "guide_dog")


def question(kind: kinds.Kind) -> Question:
    options = getattr(kind, "options", ())
    return Question(
        "asked",
        Place("a.yaml", 1, 1),
        kind,
        NO_WORDS,
        options=tuple(Option(option, NO_WORDS) for option in options),
    )


def read(kind: kinds.Kind, typed: str, choices: dict[str, str] | None = None) -> object:
    return read_typed(question(kind), typed, TODAY, choices)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-21", "2026-11-21"),
        ("2026/1/5", "2026-01-05"),
        ("11/21/2026", "2026-11-21"),
        ("11-21-2026", "2026-11-21"),
        ("11.21.26", "2026-11-21"),
        ("21/11/2026", "2026-11-21"),
        ("1/2/98", "1998-01-02"),
        ("November 21, 2026", "2026-11-21"),
        ("nov. 21st 2026", "2026-11-21"),
        ("21 Nov 2026", "2026-11-21"),
        ("21-nov-2026", "2026-11-21"),
        ("the 21st of November, 2026", "2026-11-21"),
        ("Saturday, November 21, 2026", "2026-11-21"),
        ("Sept 3 2026", "2026-09-03"),
        ("  today ", "2026-11-21"),
        ("yesterday", "2026-11-20"),
        ("3 weeks ago", "2026-10-31"),
        ("in 10 days", "2026-12-01"),
    ],
)
def test_a_date_can_be_written_in_many_ways(typed: str, day: str) -> None:
    assert read(kinds.Day(), typed) == day


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("November 21", "Enter the year as well"),
        ("11/21", "Enter the year as well"),
        ("November 31, 2026", "Enter a day from 1 to 30: November has 30."),
        ("2/29/2026", "Enter a day from 1 to 28"),
        ("13/13/2026", "Enter a month from 1 to 12"),
        ("Smarch 1, 2026", "No month is called smarch."),
        ("11/21/0026", "Enter a year from 1900 to 2100."),
        ("soon", "Enter a date, such as"),
        ("3 weeks", "how long ago"),
        ("", "Enter a date, such as"),
    ],
)
def test_a_date_that_cannot_be_read_says_what_to_enter(typed: str, said: str) -> None:
    with pytest.raises(TypedError, match=said):
        read(kinds.Day(), typed)


@pytest.mark.parametrize(
    "typed", ["1962-03", "3/1962", "03-1962", "March 1962", "mar, 1962", "1962 march", "3/5/1962"]
)
def test_a_month_can_be_written_in_many_ways(typed: str) -> None:
    assert read(kinds.MonthKind(), typed) == "1962-03"


@pytest.mark.parametrize("typed", ["March", "1962", "13/1962", "spring 1962", "3/1862"])
def test_what_is_no_month_of_a_year_is_refused(typed: str) -> None:
    with pytest.raises(TypedError, match="Enter a"):
        read(kinds.MonthKind(), typed)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("2000", 2000),
        ("$2,000", 2000),
        ("2,000.50", "2000.50"),
        ("$ 2,000.5", "2000.50"),
        ("about 2k", 2000),
        ("2000 dollars", 2000),
        ("2000 a month", 2000),
        ("2000/mo", 2000),
        ("2000 per month.", 2000),
        ("1000 twice a month", 2000),
        ("500 a week", {"amount": "500", "per": "week"}),
        ("$500/wk", {"amount": "500", "per": "week"}),
        ("500.25 weekly", {"amount": "500.25", "per": "week"}),
        ("900 every two weeks", {"amount": "900", "per": "two weeks"}),
        ("900 every 2 weeks", {"amount": "900", "per": "two weeks"}),
        ("900 biweekly", {"amount": "900", "per": "two weeks"}),
        ("40,000 a year", {"amount": "40000", "per": "year"}),
        ("40k annually", {"amount": "40000", "per": "year"}),
        ("0", 0),
    ],
)
def test_income_can_be_written_in_many_ways(typed: str, answer: object) -> None:
    assert read(kinds.Money("month"), typed) == answer


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        (kinds.Money("month"), "15 an hour", "a week, every two weeks, a month or a year"),
        (kinds.Money("month"), "lots", "Enter an amount in dollars, such as 2,000 a month"),
        (kinds.Money("month"), "-5", "Enter an amount"),
        (kinds.Money("month"), "1,00", "Enter an amount"),
        (kinds.Money("month"), "1.234,50", "Enter an amount"),
        (kinds.Money("month"), "10 000", "Enter an amount"),
        (kinds.Money("month"), "9" * 30, "Enter a smaller amount."),
        (kinds.Money(None), "500 a week", "Enter one amount"),
        (kinds.Money(None), "", "Enter an amount in dollars, such as 2,000."),
    ],
)
def test_an_amount_that_cannot_be_read_says_what_to_enter(
    kind: kinds.Money, typed: str, said: str
) -> None:
    with pytest.raises(TypedError, match=said):
        read(kind, typed)


@pytest.mark.parametrize(
    ("kind", "typed", "answer"),
    [
        (kinds.YesNo(), "Yes", True),
        (kinds.YesNo(), "n", False),
        (kinds.State(), "Ohio", "OH"),
        (kinds.State(), "oh", "OH"),
        (kinds.State(), "new  york", "NY"),
        (kinds.OneOf(PETS), "guide_dog", "guide_dog"),
        (kinds.AnyOf(PETS), "cat, guide_dog", ["cat", "guide_dog"]),
        (kinds.AnyOf(PETS), "cat and guide_dog", ["cat", "guide_dog"]),
        (kinds.AnyOf(PETS), "cat cat", ["cat"]),
        (kinds.AnyOf(PETS), "none", []),
        (kinds.Number(), "1,200", 1200),
        (kinds.Number(), "three", 3),
        (kinds.LengthKind("days"), "10", 10),
        (kinds.LengthKind("days"), "2 weeks", 14),
        (kinds.LengthKind("months"), "2 years", 24),
        (kinds.LengthKind("business days"), "1 business day", 1),
    ],
)
def test_other_answers_are_read_by_their_kind(kind: kinds.Kind, typed: str, answer: object) -> None:
    assert read(kind, typed) == answer


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        (kinds.YesNo(), "maybe", "Enter yes or no."),
        (kinds.State(), "Ohoi", "Did you mean Ohio?"),
        (kinds.State(), "XX", "Enter a state or territory"),
        (kinds.OneOf(PETS), "guide_dag", "Did you mean `guide_dog`?"),
        (kinds.AnyOf(PETS), "cat, horse", "Select one of cat, guide_dog."),
        (kinds.AnyOf(PETS), ",", "Select one or more, or none of these."),
        (kinds.Number(), "3.5", "Enter a whole number, such as 3."),
        (kinds.Number(), "-3", "Enter a whole number, such as 3."),
        (kinds.LengthKind("days"), "2 months", "Enter a number of days, such as 10."),
        (kinds.LengthKind("weeks"), "", "Enter a number of weeks, such as 10."),
    ],
)
def test_what_cannot_be_read_says_what_to_enter(kind: kinds.Kind, typed: str, said: str) -> None:
    with pytest.raises(TypedError, match=said.replace("?", r"\?")):
        read(kind, typed)


@pytest.mark.parametrize("typed", ["not sure", "I’m not sure", "unsure", "Don't know"])
@pytest.mark.parametrize("kind", [kinds.YesNo(), kinds.Day(), kinds.OneOf(PETS)])
def test_not_sure_is_an_answer_to_every_question(kind: kinds.Kind, typed: str) -> None:
    assert read(kind, typed) is None


def test_prefer_not_to_say_is_declined() -> None:
    assert read(kinds.YesNo(), "prefer not to say") == "declined"


def test_numbers_and_labels_stand_for_options_where_they_are_offered() -> None:
    choices = {"1": "cat", "a cat": "cat", "2": "guide_dog", "a guide dog, or two": "guide_dog"}
    assert read(kinds.OneOf(PETS), "2", choices) == "guide_dog"
    assert read(kinds.AnyOf(PETS), "1 2", choices) == ["cat", "guide_dog"]
    assert read(kinds.AnyOf(PETS), "A guide dog, or two", choices) == ["guide_dog"]
    with pytest.raises(TypedError, match="Select a number from 1 to 2"):
        read(kinds.OneOf(PETS), "3", choices)
