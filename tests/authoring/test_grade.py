"""Grade: sentences and words as they count, syllables, and the Flesch-Kincaid formula."""

from __future__ import annotations

import pytest

from navigator.authoring.grade import grade, sentences, syllables


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "the care used called filed aged through their are you're"),
        (2, "people business someone making going payment being apply lonely client value"),
        (3, "employer family hospital disabled premium area usual period employee guardian"),
        (4, "eligible situation experience coordinate community security"),
        (5, "university coordinator opportunity pediatrician"),
    ],
)
def test_syllables_are_counted_as_they_are_said(number: int, words: str) -> None:
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), number)


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    found = sentences("The cat sat on the mat. It was a happy animal.")
    words, spoken = 11, 14
    assert [len(sentence.words) for sentence in found] == [6, 5]
    assert grade(found) == pytest.approx(0.39 * words / 2 + 11.8 * spoken / words - 15.59)


def test_a_text_without_words_has_no_grade() -> None:
    assert grade(sentences("...")) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Call the Social Security Administration now.",
        "Call the {agency_name} now.",
        "Call the [Medicaid](https://www.medicaid.gov/about) now.",
        "Call the **1-800-772-1213** now.",
        "Call the $2,000.50 now.",
        "Call the www.medicaid.gov/about-us now.",
        "Call the WIC now.",
    ],
)
def test_names_numbers_values_and_addresses_count_as_one_short_word(text: str) -> None:
    (sentence,) = sentences(text)
    assert sentence.words == ("Call", "the", "Xx", "now")


def test_a_listed_name_counts_as_one_word_where_it_begins_a_sentence() -> None:
    (sentence,) = sentences("Head start centers help.", ["Head start", "Head"])
    assert sentence.words == ("Xx", "centers", "help")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("One. Two! Three? “Four.” Five.", 5),
        ("Go at 9 a.m. with Dr. Low to the U.S. office.", 1),
        ("It is $1.50 or 2.5 percent.", 1),
        ("Bring:\n\n- a card\n- a letter that\n  is long\n1. a bill", 4),
        ("A line\nthat goes on.\n\nAnother.", 2),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, number: int) -> None:
    assert len(sentences(text)) == number


def test_a_title_is_no_whole_sentence() -> None:
    assert [s.is_whole for s in sentences("Apply for food money\n\nIt helps.")] == [False, True]
