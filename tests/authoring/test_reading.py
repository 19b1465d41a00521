"""Reading: what is hard to read is flagged with its place, unless it is excused."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator.authoring.reading import Flag, ReadingReport, reading
from tests.authoring.conftest import NORA, Folder, draft_of

HOW = "    when: has includes pet\n    how: Send the form.\n"
WORDS = """\
plain_words:
  jargon: {recertification: renewal, remit: send}
  tone: {simply: , of course: }
  short_forms: [ID]
  names: [TRICARE]
"""
LONG = (
    "Take the form that you got in the mail and bring it with the other papers that we told you of "
    "to the office near the old town hall."
)
HARD = (
    "Authoritative documentation necessitates comprehensive verification. Individual applicants "
    "consequently experience considerable administrative complexity. Institutional communication "
    "unfortunately remains unnecessarily complicated. Representatives occasionally misunderstand "
    "fundamental requirements. Everybody eventually appreciates intelligible information, "
    "individually explained."
)


def report(made: Path) -> ReadingReport:
    (made / "common" / "words.yaml").write_text(WORDS, "utf-8")
    return reading(draft_of(made), made)


def flags(folder: Folder, text: str, key: str = "how", more: str = "") -> list[Flag]:
    """Return the flags of a step that says ``text``."""
    changed = HOW.replace("    how: Send the form.\n", f'    {key}: "{text}"\n')
    return list(report(folder(NORA, {HOW: changed}, more)).flags)


@pytest.mark.parametrize("text", ["Simply apply.", "just simply apply", "SiMPLY apply"])
def test_a_word_that_talks_down_is_flagged(folder: Folder, text: str) -> None:
    (flag,) = flags(folder, text)
    assert (flag.owner.id, flag.what, flag.hint) == ("pet_tag", "tone simply", "Leave it out.")


def test_a_word_of_offices_is_flagged_with_what_to_say_instead(folder: Folder) -> None:
    (flag,) = flags(folder, "There are two recertifications.")
    assert (flag.what, flag.hint) == ("jargon recertification", "Say renewal.")


def test_a_person_may_say_the_word_of_an_office_there(folder: Folder) -> None:
    assert flags(folder, "I am here for my recertification.", "say") == []


def test_a_part_of_a_word_or_name_is_none(folder: Folder) -> None:
    assert flags(folder, "A simplyfied, unremitting text [here](https://remit.example.org).") == []


def test_a_long_sentence_is_flagged_by_its_first_words(folder: Folder) -> None:
    (flag,) = flags(folder, LONG)
    assert flag.what == 'long sentence "Take the form that you"'
    assert "29 words" in flag.hint


def test_a_page_that_is_hard_to_read_is_flagged_for_both_readers(folder: Folder) -> None:
    found = flags(folder, HARD)
    assert [flag.what for flag in found] == ["grade", "grade for helpers"]


def test_the_twin_of_a_text_is_graded_for_helpers_alone(folder: Folder) -> None:
    changed = HOW.replace("form.\n", f'form.\n    how_helper: "{HARD}"\n')
    found = report(folder(NORA, {HOW: changed}))
    assert [flag.what for flag in found.flags] == ["grade for helpers"]


@pytest.mark.parametrize(
    ("text", "unexplained"),
    [
        ("Ask for SNAP.", True),
        ("Ask for food money (SNAP). SNAP helps.", False),
        ("SNAP (food money) helps.", False),
        ("Bring an ID.", False),
        ("Ask for TRICARE.", False),
        ("Fill in SF-95, SF 95 and form DD214.", False),
        ("Title IX holds.", False),
        ("Ask the DMV.", False),  # the agency's short name
    ],
)
def test_a_short_form_that_nobody_explains_is_flagged(
    folder: Folder, text: str, unexplained: bool
) -> None:
    made = folder(NORA, {HOW: HOW.replace("Send the form.", f'"{text}"')})
    agencies = made / "common" / "agencies.yaml"
    written = agencies.read_text("utf-8")
    name = "  motor_office:\n"
    assert name in written
    agencies.write_text(written.replace(name, f"{name}    short: DMV\n"), "utf-8")
    assert [flag.what for flag in report(made).flags] == ["short form SNAP"] * unexplained


def test_texts_of_papers_options_and_cases_are_read_too(folder: Folder) -> None:
    made = folder(
        NORA,
        {
            "      planning: Not yet\n": "      planning: Simply not yet\n",
            "  high_rent:\n": "  high_rent:\n    because_helper: the rent is simply high\n",
        },
    )
    papers = made / "common" / "documents.yaml"
    papers.write_text(papers.read_text("utf-8").replace("name: ", "name: Simply ", 1), "utf-8")
    assert {flag.owner.kind for flag in report(made).flags} == {"question", "fact", "document"}


def test_a_flag_stands_where_its_text_does(folder: Folder) -> None:
    made = folder(NORA, {HOW: HOW.replace("Send the form.", "Simply send it.")})
    (flag,) = report(made).flags
    line = (made / "moving_house.yaml").read_text("utf-8").splitlines()[flag.place.line - 1]
    assert line[flag.place.column - 1 :] == "Simply send it."


def test_an_excuse_lets_a_flag_pass_and_one_without_is_told(folder: Folder) -> None:
    excuses = """
excuse:
  reading:
    - {step: pet_tag, what: tone simply, why: It is the name of the office.}
    - {step: license, what: grade, why: It was long.}
"""
    made = folder(NORA, {HOW: HOW.replace("Send the form.", "Simply send it.")}, excuses)
    found = report(made)
    assert found.flags == ()
    assert [flag.what for flag in found.excused] == ["tone simply"]
    assert [excuse.owner.id for excuse in found.unneeded] == ["license"]
