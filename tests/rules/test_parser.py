"""Sentences become trees, trees become sentences, and nothing else ever happens."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.rules import (
    ConditionError,
    Month,
    names_in,
    parse_condition,
    parse_value,
    tree,
)
from navigator.rules.grammar import RESERVED_WORDS
from navigator.rules.recognition import DEEPEST_SENTENCE, LONGEST_SENTENCE
from tests.rules.sentences import CONDITIONS, VALUES

BORN = tree.Is(tree.Name("stage"), ("born",))
X, Y = tree.Name("x"), tree.Name("y")

CONDITION_TREES = [
    ("always", tree.Always()),
    ("pregnant", tree.Claim("pregnant")),
    ("not pregnant", tree.Negation(tree.Claim("pregnant"))),
    ("not (stage is born)", tree.Negation(BORN)),
    ("p and q and r", tree.Every((tree.Claim("p"), tree.Claim("q"), tree.Claim("r")))),
    (
        "(p or q) and r",
        tree.Every((tree.Some((tree.Claim("p"), tree.Claim("q"))), tree.Claim("r"))),
    ),
    ("stage is born", BORN),
    ("stage is not born", tree.Is(tree.Name("stage"), ("born",), negated=True)),
    ("x is one of AK, HI", tree.Is(X, ("AK", "HI"), listed=True)),
    ("x is not one of p, q", tree.Is(X, ("p", "q"), negated=True, listed=True)),
    ("x is known", tree.Known(X)),
    ("x is not known", tree.Known(X, negated=True)),
    ("x includes p", tree.Includes(X, ("p",))),
    ("x includes none of p, q", tree.Includes(X, ("p", "q"), "none")),
    ("x is at least y", tree.Compare(X, "at least", Y)),
    ("x is less than y", tree.Compare(X, "less than", Y)),
    ("x is exactly y", tree.Compare(X, "exactly", Y)),
    ("x is before y", tree.Order(X, "before", Y)),
    ("x is on or after y", tree.Order(X, "after", Y, or_same=True)),
    (
        "later of x and y is after today and p",
        tree.Every(
            (tree.Order(tree.PickOf("later", X, Y), "after", tree.Today()), tree.Claim("p"))
        ),
    ),
]

VALUE_TREES = [
    ("x", X),
    ("1,200", tree.Number(Fraction(1200))),
    ("1.5", tree.Number(Fraction(3, 2))),
    ("$2,000", tree.MoneyAmount(200_000)),
    ("$12.50 a week", tree.MoneyAmount(1250, "week")),
    ("1 year 2 months", tree.Span(((1, "years"), (2, "months")))),
    ("1 business day", tree.Span(((1, "business days"),))),
    ("2026-11-21", tree.Day(date(2026, 11, 21))),
    ("2026-11", tree.MonthOf(Month(2026, 11))),
    ("185.5% of x", tree.Percent(Fraction(371, 2), X)),
    ("x of y", tree.FigureOf(X, Y)),
    ("2 times x", tree.Times(Fraction(2), X)),
    ("a month of x", tree.OnePeriod("month", X)),
    ("x on today", tree.FigureOn(X, tree.Today())),
    ("year of x", tree.YearOf(X)),
    ("years since x", tree.Count("years", X, None)),
    ("days until x", tree.Count("days", None, X)),
    ("weeks from x to y", tree.Count("weeks", X, Y)),
    ("x plus y minus $5", tree.Sum(X, ((1, Y), (-1, tree.MoneyAmount(500))))),
    ("larger of x plus y and y", tree.PickOf("larger", tree.Sum(X, ((1, Y),)), Y)),
    ("60 days after x", tree.Shift(tree.Span(((60, "days"),)), "after", X)),
    ("x before y", tree.Shift(X, "before", Y)),
    ("end of month of x", tree.Edge("end", "month", X)),
    ("first 15 April after x", tree.Recurring("first", X, yearly=(15, 4))),
    ("last Sunday on or before x", tree.Recurring("last", X, or_same=True, weekday=6)),
    (
        "1 month before later of x and 6 months before y",
        tree.Shift(
            tree.Span(((1, "months"),)),
            "before",
            tree.PickOf("later", X, tree.Shift(tree.Span(((6, "months"),)), "before", Y)),
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CONDITION_TREES)
def test_a_condition_is_read_and_printed(text: str, expected: tree.Condition) -> None:
    assert parse_condition(text) == expected
    assert str(expected) == text


@pytest.mark.parametrize(("text", "expected"), VALUE_TREES)
def test_a_value_is_read_and_printed(text: str, expected: tree.Value) -> None:
    assert parse_value(text) == expected
    assert str(parse_value(text)) == text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("((p))", "p"),
        ("not (p)", "not p"),
        ("p  and\n q", "p and q"),
        ("$2000.00 is at most x", "$2,000 is at most x"),
        ("1 years after x is after today", "1 year after x is after today"),
    ],
)
def test_a_sentence_prints_in_its_plainest_form(text: str, printed: str) -> None:
    assert str(parse_condition(text)) == printed


def test_a_number_keeps_the_spelling_of_the_designer() -> None:
    assert str(parse_condition("year of x is at least 1960")) == "year of x is at least 1960"
    assert str(parse_condition("x is less than 1,200")) == "x is less than 1,200"
    assert parse_value("1200") == parse_value("1,200")


def test_every_node_knows_where_it_stands() -> None:
    text = "p and (stage is one of born, lost)"
    whole = parse_condition(text)
    assert [text[part.start : part.end] for part in tree.walk(whole)] == [
        "p and (stage is one of born, lost)",
        "p",
        "stage is one of born, lost",
        "stage",
    ]
    assert isinstance(whole, tree.Every)
    test = whole.parts[1]
    assert isinstance(test, tree.Is)
    assert [text[start:] for start in test.option_starts] == ["born, lost)", "lost)"]


def test_names_are_those_of_questions_facts_and_figures_not_of_options() -> None:
    text = "not p and share of line on declared is at most x and stage is born"
    assert names_in(parse_condition(text)) == {"p", "share", "line", "declared", "x", "stage"}


@given(CONDITIONS)
def test_any_condition_prints_and_reads_back(condition: tree.Condition) -> None:
    assert parse_condition(str(condition)) == condition


@given(VALUES)
def test_any_value_prints_and_reads_back(value: tree.Value) -> None:
    assert parse_value(str(value)) == value


PIECES = ["x", "y", "AK", "15", "April", "(", ")", ",", "185%", "$5", "2026-02-30", "2026-13", "<="]
WORDS = st.sampled_from([*sorted(RESERVED_WORDS), *PIECES])


def _assert_read_or_refused(text: str) -> None:
    """Any other exception than ConditionError goes through, and fails the test."""
    for parse in (parse_condition, parse_value):
        try:
            parse(text)
        except ConditionError as error:
            faults = error.faults
            caught = [fault.caret(text) for fault in faults]
        else:
            continue
        assert faults
        assert all(0 <= fault.start <= fault.end <= len(text) for fault in faults)
        assert all(len(lines.split("\n")) == 2 for lines in caught)


@given(st.text())
def test_any_text_is_a_sentence_or_has_faults(text: str) -> None:
    _assert_read_or_refused(text)


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_any_words_are_a_sentence_or_have_faults(text: str) -> None:
    _assert_read_or_refused(text)


@pytest.mark.parametrize(
    "text",
    [
        "\0",
        "x is \0",
        "\ud800",
        "٣ is at most x",
        "(" * 10_000,
        "(" * 1_900,
        "not (" * 390,
        "1 day after " * 160 + "x",
        "p of " * 399 + "p",
        "a" * 1_000_000,
        "9" * LONGEST_SENTENCE,
        f"{'9' * 1900} days after x",
        "<" * LONGEST_SENTENCE,
        '"' * LONGEST_SENTENCE,
        "1" + " " * 1_900 + "%",
    ],
)
def test_a_hostile_sentence_has_faults_and_nothing_worse(text: str) -> None:
    _assert_read_or_refused(text)


def test_parentheses_that_mean_nothing_may_be_many() -> None:
    assert parse_condition("(" * 900 + "p" + ")" * 900) == tree.Claim("p")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("p and " * LONGEST_SENTENCE + "p", "too-long"),
        ("not (" * DEEPEST_SENTENCE + "p" + ")" * DEEPEST_SENTENCE, "too-deep"),
    ],
)
def test_a_sentence_has_a_greatest_length_and_depth(text: str, rule: str) -> None:
    with pytest.raises(ConditionError) as caught:
        parse_condition(text)
    assert [fault.rule for fault in caught.value.faults] == [rule]
