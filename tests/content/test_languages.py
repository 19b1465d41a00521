"""Catalogues in files and in code, and the languages made of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from navigator.content import Library, open_library
from navigator.content.languages import ENGLISH, LONG, MIRRORED, languages
from navigator.content.pseudo import long_catalogue, mirrored_catalogue
from navigator.content.translation import extract, translate
from navigator.engine import Words
from navigator.rules import Length
from tests.content.conftest import TODAY, Check
from tests.content.spanish import JOURNEY, SAID, catalogue


@pytest.fixture
def library(check: Check) -> Library:
    found, _ = check(JOURNEY)
    assert found is not None
    return found


def words(library: Library) -> Words:
    return Words(library, library.rulebook.read({}, TODAY))


def test_the_long_language_is_about_forty_per_cent_longer() -> None:
    before = [message.text for message in extract(open_library())]
    after = [long_catalogue().gettext(text) for text in before]
    assert 1.3 < sum(map(len, after)) / sum(map(len, before)) < 1.5


@pytest.mark.parametrize(
    "text",
    [
        "By {day}, {n} left",
        "%(num)s steps at 100%%",
        "See https://www.usps.com/move.",
        "See [the form](https://example.org/a_b).",
    ],
)
def test_a_pseudo_language_keeps_values_and_addresses(text: str) -> None:
    kept = re.compile(r"\{\w+\}|%\(\w+\)s|%%|https://[\w./]*\w|\d+")
    said = mirrored_catalogue().gettext(text)
    assert kept.findall(said) == kept.findall(text)
    assert not re.search("[a-z]", kept.sub("", said))


def test_lists_and_paragraphs_stay_what_they_are() -> None:
    said = long_catalogue().gettext("Bring:\n\n- A card\n- A bill. Or two.\n1. Go\n")
    assert re.sub("[^-⟦⟧\n1. ]", "", said) == "⟦⟧\n\n- ⟦ ⟧\n- ⟦ ⟧. ⟦ ⟧.\n1. ⟦⟧\n"


def test_a_file_that_cannot_be_read_is_a_problem_and_all_stays_english(
    library: Library, tmp_path: Path
) -> None:
    broken = catalogue(tmp_path, 'msgid "Which day\n')
    assert [problem.rule for problem in broken.problems] == ["po-file"]
    assert translate(library, broken).questions == library.questions


def test_a_fuzzy_translation_is_not_used(library: Library, tmp_path: Path) -> None:
    fuzzy = SAID.replace('msgctxt "question', '#, fuzzy\nmsgctxt "question')
    assert "question.moving.ask" in fuzzy
    spanish = translate(library, catalogue(tmp_path, fuzzy))
    assert words(spanish).text(spanish.questions["moving"].ask) == "Which day do you move?"


@pytest.mark.parametrize(
    ("english", "said", "fault"),
    [
        ("Plan: %(plan)s", "Plan:", "The translation lacks `%(plan)s`."),
        ("Plan: %(plan)s", "Plan: %(plan)s %(day)s", "The English text has no `%(day)s`."),
        ("Due {day}", "Vence {dia}", "The English text has no `{dia}`."),
        ("Due {day}", "Vence {day} {", "The English text has no `{`."),
        ("Half of it", "50% de eso", "The English text has no `%`."),
    ],
)
def test_an_interface_text_that_could_not_be_filled_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, english: str, said: str, fault: str
) -> None:
    monkeypatch.chdir(tmp_path)
    said_so = catalogue(tmp_path, f'msgid "{english}"\nmsgstr "{said}"', filled_in=True)
    assert [problem.message for problem in said_so.problems] == [fault]
    assert str(said_so.problems[0].place) == "es.po:3:1"
    assert said_so.gettext(english) == english


def test_a_number_takes_the_form_its_language_needs(library: Library, tmp_path: Path) -> None:
    polish = catalogue(
        tmp_path,
        """
        msgid "{n} day"
        msgid_plural "{n} days"
        msgstr[0] "dzień"
        msgstr[1] "{n} dni (kilka)"
        msgstr[2] "{n} dni"
        """,
        "pl",
        filled_in=True,
    )
    assert polish.problems == ()
    said = Words(
        library, library.rulebook.read({}, TODAY), False, "pl", polish.gettext, polish.ngettext
    )
    found = [said.length(Length(days=days)) for days in (1, 3, 7)]
    assert found == ["dzień", "3 dni (kilka)", "7 dni"]


def test_a_folder_of_catalogues_is_a_language(tmp_path: Path, library: Library) -> None:
    for name in ("es", "ar", "zh_Hant"):
        home = tmp_path / name / "LC_MESSAGES"
        home.mkdir(parents=True)
        (home / "journeys.po").write_text(f'msgid ""\nmsgstr ""\n{SAID}')
    found = {language.code: language for language in languages(folder=tmp_path)}
    assert [*found] == ["en", "ar", "es", "zh-hant"]
    spanish = found["es"]
    assert (spanish.locale, spanish.name, spanish.direction) == ("es_US", "Español", "ltr")
    assert (found["ar"].direction, found["zh-hant"].tag) == ("rtl", "zh-Hant")
    assert spanish.problems(library) == ()
    assert spanish.interface.gettext("Leave") == "Leave"
    assert spanish.of(library).agencies["office"].contact.name == "La oficina"
    assert [language.code for language in languages(("es",), tmp_path)] == ["en", "es"]


def test_english_needs_no_catalogue_and_test_languages_must_be_named(library: Library) -> None:
    assert ENGLISH.of(library) is library
    assert ENGLISH.problems(library) == ()
    assert not {LONG, MIRRORED} & {language.code for language in languages()}
