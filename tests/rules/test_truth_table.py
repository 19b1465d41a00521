"""The table of what is not known and what does not apply: every test by every state of its name."""

from __future__ import annotations

from datetime import date

import pytest

from navigator.rules import (
    NOT_APPLICABLE,
    AnyOf,
    Day,
    Kind,
    LengthKind,
    Money,
    Month,
    MonthKind,
    Number,
    OneOf,
    Rulebook,
    State,
    Truth,
    YesNo,
)
from tests.rules.books import book, decide, evaluate, figure, question, value

NO, UNKNOWN, YES = Truth.NO, Truth.UNKNOWN, Truth.YES

STAGE = OneOf(("pregnant", "born", "lost"))
HAS = AnyOf(("snap", "tanf", "ssi"))

# kind of x, the test, an answer for which it is YES, one for which it is NO
TESTS: list[tuple[Kind, str, object, object]] = [
    (YesNo(), "x", True, False),
    (STAGE, "x is born", "born", "lost"),
    (STAGE, "x is one of born, lost", "lost", "pregnant"),
    (State(), "x is AK", "AK", "OH"),
    (State(), "x is one of AK, HI", "HI", "PR"),
    (HAS, "x includes snap", ["snap", "ssi"], ["ssi"]),
    (HAS, "x includes any of snap, tanf", ["tanf"], []),
    (HAS, "x includes all of snap, tanf", ["tanf", "snap"], ["tanf"]),
    (Number(), "x is at least 3", 3, 2),
    (Number(), "x is at most 3", 3, 4),
    (Number(), "x is more than 3", 4, 3),
    (Number(), "x is less than 3", 2, 3),
    (Number(), "x is exactly 3", 3, 4),
    (Number(), "5 is at least x", 5, 6),
    (Money("month"), "x is at most $150 a month", 150, "150.01"),
    (Money(None), "x is more than $100", "100.01", 100),
    (LengthKind("days"), "x is at least 2 weeks", 14, 13),
    (LengthKind("years"), "x is less than 24 months", 1, 2),
    (Day(), "x is before 2026-11-21", "2026-11-20", "2026-11-21"),
    (Day(), "x is on or before today", "2026-11-21", "2026-11-22"),
    (Day(), "x is after today", "2026-11-22", "2026-11-21"),
    (Day(), "today is on or after x", "2026-11-21", "2026-11-22"),
    (Day(), "x is on or after 2026-11", "2026-11-01", "2026-10-31"),
    (MonthKind(), "x is after today", "2026-12", "2026-11"),
    (Day(), "days since x is at least 3", "2026-11-18", "2026-11-19"),
    (Day(), "days since x is at least 0", "2026-11-21", "2026-11-22"),
    (Day(), "days until x is at most 3", "2026-11-24", "2026-11-20"),
    (MonthKind(), "years since x is at least 65", "1961-11", "1961-12"),
    (MonthKind(), "year of x is exactly 1962", "1962-12", "1963-01"),
]
# the same test with `not`, after the one without
NEGATIVES: list[tuple[Kind, str, str, object, object]] = [
    (YesNo(), "x", "not x", True, False),
    (YesNo(), "x", "not (x)", True, False),
    (STAGE, "x is born", "x is not born", "born", "lost"),
    (STAGE, "x is one of born, lost", "x is not one of born, lost", "born", "pregnant"),
    (State(), "x is AK", "x is not AK", "AK", "HI"),
    (HAS, "x includes any of snap, tanf", "x includes none of snap, tanf", ["snap"], ["ssi"]),
    (HAS, "x includes snap", "not (x includes snap)", ["snap"], ["ssi"]),
    (Number(), "x is at least 3", "not (x is at least 3)", 3, 2),
    (Day(), "x is after today", "not (x is after today)", "2026-11-22", "2026-11-21"),
]


def asked(kind: Kind) -> Rulebook:
    return book(gate=question(YesNo()), x=question(kind, when="gate"))


@pytest.mark.parametrize(("kind", "test", "holding", "failing"), TESTS)
def test_a_test_of_a_name_is_decided_only_by_an_answer_or_by_not_applying(
    kind: Kind, test: str, holding: object, failing: object
) -> None:
    rules = asked(kind)

    assert decide(rules, test, gate=True, x=holding) is YES
    assert decide(rules, test, gate=True, x=failing) is NO
    assert decide(rules, test, gate=True) is UNKNOWN
    assert decide(rules, test, gate=True, x=None) is UNKNOWN
    assert decide(rules, test, gate=True, x="declined") is UNKNOWN
    assert decide(rules, test, gate=False) is NO
    assert decide(rules, test, gate=False, x=holding) is NO
    assert decide(rules, test, x=holding) is UNKNOWN


@pytest.mark.parametrize(("kind", "test", "negative", "holding", "failing"), NEGATIVES)
def test_a_negative_is_the_opposite_of_the_same_test_in_every_state(
    kind: Kind, test: str, negative: str, holding: object, failing: object
) -> None:
    rules = asked(kind)
    states: list[dict[str, object]] = [
        {"gate": True, "x": holding},
        {"gate": True, "x": failing},
        {"gate": True},
        {"gate": True, "x": None},
        {"gate": True, "x": "declined"},
        {"gate": False},
    ]

    for answers in states:
        assert decide(rules, negative, **answers) is ~decide(rules, test, **answers)
    assert decide(rules, negative, gate=False) is YES


@pytest.mark.parametrize("kind_and_answer", [(kind, holding) for kind, _, holding, _ in TESTS])
@pytest.mark.parametrize(
    ("answers", "known"),
    [
        ({"gate": True, "x": "the answer"}, YES),
        ({"gate": True}, UNKNOWN),
        ({"gate": True, "x": None}, NO),
        ({"gate": True, "x": "declined"}, NO),
        ({"gate": False}, NO),
        ({"gate": False, "x": "the answer"}, NO),
        ({}, UNKNOWN),
        ({"x": "the answer"}, UNKNOWN),
    ],
)
def test_a_question_is_known_once_answered_and_not_known_once_passed_over(
    kind_and_answer: tuple[Kind, object], answers: dict[str, object], known: Truth
) -> None:
    kind, answer = kind_and_answer
    given = {name: answer if raw == "the answer" else raw for name, raw in answers.items()}
    rules = asked(kind)

    assert decide(rules, "x is known", **given) is known
    assert decide(rules, "x is not known", **given) is ~known


@pytest.mark.parametrize(
    ("answers", "known"),
    [
        ({"gate": True, "x": "2026-01-01"}, YES),
        ({"gate": True}, UNKNOWN),
        ({"gate": True, "x": None}, NO),
        ({"gate": None}, UNKNOWN),
        ({"gate": None, "x": None}, NO),
        ({"gate": False}, NO),
        ({}, UNKNOWN),
    ],
)
@pytest.mark.parametrize("subject", ["later_day", "60 days after x", "later_day_twice"])
def test_a_fact_is_unknown_while_an_open_question_can_tell_and_then_not_known(
    subject: str, answers: dict[str, object], known: Truth
) -> None:
    rules = book(
        gate=question(YesNo()),
        x=question(Day(), when="gate"),
        later_day=value("60 days after x"),
        later_day_twice=value("later of later_day and later_day"),
    )

    assert decide(rules, f"{subject} is known", **answers) is known
    assert decide(rules, f"{subject} is not known", **answers) is ~known


@pytest.mark.parametrize(
    ("answers", "known"),
    [({"place": "OH"}, YES), ({"place": "TX"}, NO), ({}, UNKNOWN), ({"place": None}, NO)],
)
def test_a_figure_is_known_where_its_row_has_an_amount(
    answers: dict[str, object], known: Truth
) -> None:
    share = figure("percent", "place", {"2026-01-01": {"otherwise": "138", "TX": "none"}})

    assert decide(book(place=question(State()), share=share), "share is known", **answers) is known


@pytest.mark.parametrize("bound", ["at least", "at most", "more than", "less than", "exactly"])
@pytest.mark.parametrize("sentence", ["x is {} y", "y is {} x", "x is {} x plus y"])
def test_a_side_that_does_not_apply_makes_a_comparison_no_whichever_side(
    bound: str, sentence: str
) -> None:
    rules = book(gate=question(YesNo()), x=question(Number(), "gate"), y=question(Number()))
    test = sentence.format(bound)

    assert decide(rules, test, gate=False, y=3) is NO
    assert decide(rules, test, gate=False) is NO
    assert decide(rules, test, gate=True, y=3) is UNKNOWN
    assert decide(rules, test, gate=True, x=3) is UNKNOWN


@pytest.mark.parametrize("relation", ["before", "after", "on or before", "on or after"])
def test_a_day_that_does_not_apply_is_neither_before_nor_after(relation: str) -> None:
    rules = book(gate=question(YesNo()), x=question(Day(), "gate"), y=question(Day()))

    for test in (f"x is {relation} y", f"y is {relation} x"):
        assert decide(rules, test, gate=False, y="2026-01-01") is NO
        assert decide(rules, test, gate=False) is NO
        assert decide(rules, test, gate=True, y="2026-01-01") is UNKNOWN


def numbers() -> Rulebook:
    """``n`` does not apply, ``u`` is unknown, ``two`` and ``five`` are known."""
    return book(
        no=question(YesNo()),
        n=question(Number(), "no"),
        u=question(Number()),
        two=question(Number()),
        five=question(Number()),
        pay=question(Money("month")),
        gone=question(Money("month"), "no"),
        share=figure("percent", "u", {"2026-01-01": {"1 or more": "50"}}),
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("two plus five", 7),
        ("two plus u", UNKNOWN),
        ("two plus n", 2),
        ("n plus two", 2),
        ("n plus n", NOT_APPLICABLE),
        ("n plus u", UNKNOWN),
        ("five minus two", 3),
        ("five minus n", 5),
        ("five minus u", UNKNOWN),
        ("n minus two", NOT_APPLICABLE),
        ("n minus u", NOT_APPLICABLE),
        ("n minus two plus five", 3),
        ("u minus n", UNKNOWN),
        ("larger of two and five", 5),
        ("smaller of two and five", 2),
        ("larger of two and n", 2),
        ("smaller of n and five", 5),
        ("larger of two and u", UNKNOWN),
        ("larger of n and u", UNKNOWN),
        ("larger of n and n", NOT_APPLICABLE),
        ("2 times five", 10),
        ("2 times u", UNKNOWN),
        ("2 times n", NOT_APPLICABLE),
        ("50% of five", 2.5),
        ("50% of u", UNKNOWN),
        ("50% of n", NOT_APPLICABLE),
        ("share of five", UNKNOWN),
        ("share of n", NOT_APPLICABLE),
        ("a month of pay", 10000),
        ("a month of gone", NOT_APPLICABLE),
    ],
)
def test_parts_drop_out_of_sums_and_choices_but_not_out_of_anything_else(
    sentence: str, expected: object
) -> None:
    found = evaluate(numbers(), sentence, no=False, two=2, five=5, pay=100)

    assert found == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("later of x and y", date(2026, 5, 31)),
        ("earlier of x and y", date(2026, 1, 31)),
        ("later of x and n", date(2026, 1, 31)),
        ("earlier of n and y", date(2026, 5, 31)),
        ("later of n and n", NOT_APPLICABLE),
        ("later of x and u", UNKNOWN),
        ("later of n and u", UNKNOWN),
        ("60 days after u", UNKNOWN),
        ("60 days after n", NOT_APPLICABLE),
        ("1 month after x", date(2026, 2, 28)),
        ("start of month of y", date(2026, 5, 1)),
        ("end of year of n", NOT_APPLICABLE),
        ("end of year of u", UNKNOWN),
        ("days since x", 294),
        ("days since n", NOT_APPLICABLE),
        ("days since u", UNKNOWN),
        ("days until x", NOT_APPLICABLE),
        ("days from x to y", 120),
        ("days from y to x", NOT_APPLICABLE),
        ("days from n to u", NOT_APPLICABLE),
        ("first 15 April after n", NOT_APPLICABLE),
        ("last Sunday before u", UNKNOWN),
        ("rate on x", 500),
        ("rate on n", NOT_APPLICABLE),
        ("rate on u", UNKNOWN),
        ("rate on 1 year before x", NOT_APPLICABLE),
        ("year of m", 1962),
        ("65 years after m", Month(2027, 3)),
    ],
)
def test_days_follow_the_table(sentence: str, expected: object) -> None:
    rules = book(
        no=question(YesNo()),
        n=question(Day(), "no"),
        u=question(Day()),
        x=question(Day()),
        y=question(Day()),
        m=question(MonthKind()),
        rate=figure("dollars", "", {"2026-01-01": "5", "2026-06-01": "6"}),
    )

    found = evaluate(rules, sentence, no=False, x="2026-01-31", y="2026-05-31", m="1962-03")

    assert found == expected
