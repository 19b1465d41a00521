"""A sentence that cannot be read says what is wrong, where, and what would be right."""

from __future__ import annotations

import pytest

from navigator.rules import ConditionError, Fault, did_you_mean, parse_condition, parse_value
from tests.rules.golden import shown_errors


@pytest.mark.parametrize(("sentence", "shown"), shown_errors("sentence_faults.txt"))
def test_a_mistake_is_explained(sentence: str, shown: str) -> None:
    with pytest.raises(ConditionError) as caught:
        parse_condition(sentence)
    assert str(caught.value) == shown


@pytest.mark.parametrize("text", ["", "  \n "])
def test_an_empty_sentence_is_marked_at_its_start(text: str) -> None:
    with pytest.raises(ConditionError) as caught:
        parse_condition(text)
    (fault,) = caught.value.faults
    assert (fault.rule, fault.start, fault.end) == ("unfinished", 0, 0)
    assert str(fault) == ("The sentence is empty. Write a name, an amount or a day. [unfinished]")


def test_a_sentence_that_ends_too_soon_is_marked_after_its_last_word() -> None:
    with pytest.raises(ConditionError) as caught:
        parse_value("60 days after   ")
    (fault,) = caught.value.faults
    assert fault.start == fault.end == len("60 days after")


def test_all_misspelled_pieces_are_found_at_once() -> None:
    with pytest.raises(ConditionError) as caught:
        parse_condition('Stage == "born" && cash <= $1,00')
    text = caught.value.text
    marked = [text[fault.start : fault.end] for fault in caught.value.faults]
    assert marked == ["Stage", "==", '"born"', "&&", "<=", "$1,00"]


def test_all_impossible_dates_are_found_at_once() -> None:
    with pytest.raises(ConditionError) as caught:
        parse_condition("x is before 2026-02-30 or x is in_may or x is after 2026-13")
    assert [fault.rule for fault in caught.value.faults] == ["no-such-date", "no-such-date"]


def test_a_value_where_a_condition_should_be_says_what_is_missing() -> None:
    with pytest.raises(ConditionError) as caught:
        parse_condition("60 days after x")
    (fault,) = caught.value.faults
    assert fault.hint == "After `x` comes a comparison."


def test_a_caret_stands_under_a_long_sentence_cut_to_its_surroundings() -> None:
    text = "p and " * 100 + "q or r"
    start = text.index("or")
    sentence, caret = Fault("Wrong.", "Right.", "rule", start, start + 2).caret(text).split("\n")
    assert len(sentence) <= 120
    assert sentence[caret.index("~") : len(caret)] == "or"


def test_a_caret_keeps_to_two_lines_whatever_the_sentence_holds() -> None:
    assert Fault("Wrong.", "Right.", "rule", 4, 5).caret("a\nb\0≥c") == "a b ≥c\n    ^"


def test_faults_stand_in_the_order_of_the_sentence() -> None:
    late, early = Fault("B.", "B.", "b", 5, 6), Fault("A.", "A.", "a", 0, 1)
    assert ConditionError("p and q", (late, early)).faults == (early, late)


def test_the_nearest_word_is_proposed_only_if_one_is_near() -> None:
    assert did_you_mean("birth_dat", ["birth_date"], "Look.") == "Did you mean `birth_date`?"
    assert did_you_mean("xyz", ["birth_date"], "Look.") == "Look."
