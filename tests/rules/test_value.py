"""Values in cases, the cases of anything else, and the working day of what is not settled."""

from __future__ import annotations

from datetime import date

import pytest

from navigator.rules import (
    NOT_APPLICABLE,
    Cases,
    ConditionError,
    Day,
    LengthKind,
    Money,
    Month,
    MonthKind,
    Number,
    Percent,
    Truth,
    YesNo,
)
from tests.rules.books import TODAY, book, cases, evaluate, figure, question, value

UNKNOWN = Truth.UNKNOWN

RULES = book(
    p=question(YesNo()),
    q=question(YesNo()),
    x=question(Day()),
    y=question(Day()),
    gone=question(Day(), "p"),
    m=question(MonthKind()),
    n=question(Number()),
    pay=question(Money("month")),
    stay=question(LengthKind("days")),
    share=figure("percent", "", {"2026-01-01": "5"}),
    chosen=cases(("p", "10 days after x"), ("q", "5 days after x"), (None, "20 days after x")),
    later_still=value("1 month after later of chosen and y"),
    without_otherwise=cases(("p", "x"), ("q", "y")),
    passing=cases(("q", "gone"), (None, "x")),
)
FIRST, TENTH, TWENTIETH = date(2026, 1, 1), date(2026, 1, 11), date(2026, 1, 21)


@pytest.mark.parametrize(
    ("name", "answers", "expected"),
    [
        ("chosen", {"p": True}, TENTH),
        ("chosen", {"p": False, "q": False}, TWENTIETH),
        ("chosen", {"q": True}, UNKNOWN),
        ("chosen", {"p": False}, UNKNOWN),
        ("without_otherwise", {"p": True}, FIRST),
        ("without_otherwise", {"p": False, "q": False}, NOT_APPLICABLE),
        ("without_otherwise", {"p": False}, UNKNOWN),
        ("passing", {"q": True, "p": False}, FIRST),
        ("passing", {"q": True}, UNKNOWN),
    ],
)
def test_the_first_case_that_holds_and_applies_is_meant(
    name: str, answers: dict[str, object], expected: object
) -> None:
    assert evaluate(RULES, name, x="2026-01-01", **answers) == expected


@pytest.mark.parametrize(
    ("sentence", "answers", "bound"),
    [
        ("x", {"x": "2026-01-01"}, FIRST),
        ("x", {}, None),
        ("chosen", {"x": "2026-01-01"}, date(2026, 1, 6)),
        ("chosen", {"x": "2026-01-01", "q": False}, TENTH),
        ("chosen", {"x": "2026-01-01", "p": False}, date(2026, 1, 6)),
        ("chosen", {"x": "2026-01-01", "p": True}, TENTH),
        ("chosen", {}, None),
        ("later of x and y", {"x": "2026-01-01"}, FIRST),
        ("earlier of x and y", {"x": "2026-01-01"}, FIRST),
        ("later of chosen and y", {"x": "2026-01-01", "y": "2026-06-01"}, date(2026, 6, 1)),
        ("earlier of chosen and y", {"x": "2026-01-01", "y": "2026-06-01"}, date(2026, 1, 6)),
        ("later_still", {"x": "2026-01-01"}, date(2026, 2, 6)),
        ("later_still", {"x": "2026-01-01", "y": "2026-01-31"}, date(2026, 2, 28)),
        ("end of month of later of x and y", {"x": "2026-01-01"}, date(2026, 1, 31)),
        ("first 15 April after chosen", {"x": "2026-01-01"}, date(2026, 4, 15)),
        ("first Sunday after chosen", {}, None),
        ("stay after later of x and y", {"x": "2026-01-01"}, None),
        ("stay after later of x and y", {"x": "2026-01-01", "stay": 10}, TENTH),
        ("without_otherwise", {"p": False, "q": False}, None),
        ("passing", {"q": True, "x": "2026-01-01"}, None),
        ("passing", {"x": "2026-01-01"}, FIRST),
        ("65 years after m", {"m": "1962-03"}, Month(2027, 3)),
        ("n", {"n": 3}, None),
    ],
)
def test_the_working_day_is_the_earliest_that_is_still_open(
    sentence: str, answers: dict[str, object], bound: object
) -> None:
    assert RULES.value(sentence).best_bound(RULES.read(answers, TODAY)) == bound


def test_cases_of_anything_choose_the_first_that_holds() -> None:
    late = Cases(
        ((RULES.condition("p"), "special"), (RULES.condition("q"), "late"), (None, "general"))
    )

    assert late.every() == ("special", "late", "general")
    for answers, chosen, still_open, settlers in (
        ({"p": True}, "special", ("special",), set[str]()),
        ({"p": False, "q": False}, "general", ("general",), set()),
        ({"p": False}, UNKNOWN, ("late", "general"), {"q"}),
        ({"q": True}, UNKNOWN, ("special", "late"), {"p"}),
        ({}, UNKNOWN, ("special", "late", "general"), {"p", "q"}),
        ({"p": None}, UNKNOWN, ("special", "late", "general"), set()),
    ):
        reading = RULES.read(answers, TODAY)

        assert late.choose(reading) == chosen
        assert late.open(reading) == still_open
        assert late.settled_by(reading) == settlers


def test_cases_without_otherwise_may_not_apply_and_a_single_one_always_does() -> None:
    reading = RULES.read({"p": False}, TODAY)

    assert Cases(((RULES.condition("p"), 1),)).choose(reading) is NOT_APPLICABLE
    assert Cases(((RULES.condition("p"), 1),)).open(reading) == ()
    assert Cases.of(1).choose(reading) == 1


@pytest.mark.parametrize(
    ("sentence", "want", "rule"),
    [
        ("n", "day", "kind"),
        ("x", "amount", "kind"),
        ("stay", "day", "kind"),
        ("nothing", None, "unknown-name"),
        ("30 days after", "day", "unfinished"),
        ("60 days after m", "day", "days-after-month"),
        ([("p", "x"), (None, "n")], None, "unlike-cases"),
        ([("p", "pay"), (None, "$5")], None, "unlike-cases"),
        ([("p", "m"), (None, "x")], "day", "unlike-cases"),
        ([("pp", "x"), (None, "y")], "day", "unknown-name"),
        ([("p", "xx"), (None, "y")], "day", "unknown-name"),
        ([("p", "x"), (None, "n")], "day", "kind"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(sentence: object, want: object, rule: str) -> None:
    with pytest.raises(ConditionError) as refused:
        RULES.value(sentence, want)  # type: ignore[arg-type]  # a table of both forms

    assert {fault.rule for fault in refused.value.faults} == {rule}


@pytest.mark.parametrize(
    ("sentence", "want", "kind"),
    [
        ("x", "day", Day()),
        ("65 years after m", "day", MonthKind()),
        ("50% of pay", "amount", Money("month", rounds=True)),
        ("share", "amount", Percent()),
        ("n plus 3", "amount", Number()),
    ],
)
def test_a_value_knows_its_kind_and_names(sentence: str, want: object, kind: object) -> None:
    found = RULES.value(sentence, "day" if want == "day" else "amount")

    assert found.kind == kind
    assert str(found) == sentence
    assert found.names <= RULES.kinds.keys()


def test_lengths_in_different_units_go_together_in_cases() -> None:
    found = RULES.value([("p", "2 weeks"), (None, "10 days")])

    assert found.kind == LengthKind("days")
    assert RULES.value([("p", "2 weeks"), (None, "1 month")]).kind == LengthKind(None)
    assert RULES.value([("p", "pay"), (None, "50% of pay")]).kind == Money("month", rounds=True)
    assert RULES.value([("p", "n"), (None, "years since m")]).kind == Number()
    assert found.names == {"p"}
    assert str(found) == "2 weeks when p, 10 days when otherwise"
