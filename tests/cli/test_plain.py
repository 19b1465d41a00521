"""Content's small Markdown as plain lines of a terminal."""

from __future__ import annotations

import pytest

from navigator.cli.plain import WIDTH, listed, paragraph, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Call **now**.", "Call now."),
        ("See [the form](https://a.gov/f).", "See the form (https://a.gov/f)."),
        ("[https://a.gov](https://a.gov)", "https://a.gov"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("red\x1b[31m\x07 alert", "red[31m alert"),
    ],
)
def test_marks_and_control_characters_are_left_out(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_lines_of_a_paragraph_are_joined_and_wrapped() -> None:
    shown = paragraph("one\ntwo " * 30)
    assert max(len(line) for line in shown.splitlines()) <= WIDTH
    assert "one two one" in shown


def test_further_lines_hang_under_the_first_word_behind_a_label() -> None:
    lines = paragraph("word " * 30, 2, "How:").splitlines()
    assert lines[0].startswith("  How: word")
    assert lines[1].startswith("       word")


def test_bullets_stay_bullets() -> None:
    assert paragraph("Bring:\n\n- one\n- two") == "Bring:\n- one\n- two"


def test_an_address_is_never_broken() -> None:
    address = "https://example.gov/" + "a-long-name-" * 10
    assert address in paragraph(f"See {address}", 4)


def test_nothing_is_said_of_an_empty_text() -> None:
    assert paragraph("", 2, "How:") == ""
    assert listed([]) == ""
