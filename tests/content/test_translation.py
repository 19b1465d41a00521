"""A library in another language: what is translated, what stays, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from navigator.content import Library, open_library
from navigator.content.library import Template
from navigator.content.pseudo import PseudoCatalogue, long_catalogue, mirrored_catalogue
from navigator.content.reader import read
from navigator.content.translation import as_written, extract, translate
from navigator.engine import Words
from navigator.rules import Value
from tests.content.conftest import TODAY, Check
from tests.content.spanish import JOURNEY, SAID, catalogue

HERE = Path(__file__).parent
TEXT_KEYS = re.compile(
    "also_called|alone|ask|because|cost|do|form|gain|have_at_hand|hint|hours|how|how_to_ask"
    "|if_empty|if_late|if_refused|if_silent|in_person|instead|intro|label|languages|loss|mail"
    "|name|next|online_only|owner|part_of|replace|say|short|summary|takes|title|together|undo"
    "|what|who|who_for|why|words"
)


@pytest.fixture
def library(check: Check) -> Library:
    found, _ = check(JOURNEY)
    assert found is not None
    return found


def words(library: Library, **answers: object) -> Words:
    return Words(library, library.rulebook.read(answers, TODAY))


def texts(thing: object) -> Iterator[str]:
    """Yield every text of a wording anywhere in a library."""
    if isinstance(thing, Template):
        yield as_written(thing)
    elif is_dataclass(thing):
        for field in fields(thing):
            if not isinstance(thing, Value):
                yield from texts(getattr(thing, field.name, None))
    elif isinstance(thing, tuple):
        for each in thing:
            yield from texts(each)


def test_what_is_translated_is_said_and_all_else_stays_english(
    library: Library, tmp_path: Path
) -> None:
    spanish = translate(library, catalogue(tmp_path, SAID))
    assert spanish.problems == library.problems
    said = words(spanish, moving="2026-12-01", home="rented")
    assert said.text(spanish.questions["moving"].ask) == "¿Qué día se muda?"
    assert said.text(spanish.steps["tell"].how) == "Llame antes del December 4, 2026."
    assert said.text(spanish.steps["tell"].do) == "Tell the office"
    assert spanish.agencies["office"].contact.name == "La oficina"
    helper = Words(spanish, said.reading, helping=True)
    assert helper.text(spanish.questions["moving"].ask) == "Which day do they move?"


def test_a_translated_text_is_chosen_and_filled_as_the_english_one(
    library: Library, tmp_path: Path
) -> None:
    spanish = translate(library, catalogue(tmp_path, SAID))
    said = words(spanish, moving="2026-12-01", home="own")
    assert said.text(spanish.steps["tell"].how).startswith("Write by December 4")
    assert words(spanish, home="rented").text(spanish.steps["tell"].how) == (
        "Llame antes del 3 days after the move."
    )


def test_the_english_library_is_left_alone(library: Library, tmp_path: Path) -> None:
    before = set(extract(library))
    spanish = translate(library, catalogue(tmp_path, SAID))
    assert set(extract(library)) == before
    assert spanish.rulebook is library.rulebook
    assert spanish.version == library.version


def test_a_library_is_translated_once(library: Library, tmp_path: Path) -> None:
    spanish = catalogue(tmp_path, SAID)
    assert translate(library, spanish) is translate(library, spanish)
    assert translate(library, catalogue(tmp_path, SAID)) is not translate(library, spanish)


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("Llame.", "The translation lacks the value `{3 days after moving}`."),
        (
            "Llame {3 days after moving} {10 days after moving}.",
            "no value `{10 days after moving}`",
        ),
        (
            "Llame {3 days after ida} {3 days after moving}.",
            "no value `{3 days after ida}`",
        ),
        ("Llame {3 days after}.", "`{3 days after}` is no value"),
        ("Llame {3 días after day}.", "is no value"),
        ("Llame {3 days after moving.", "A brace stands alone"),
        ("Llame {3 days after moving}}.", "A brace stands alone"),
        ("Llame {}{3 days after moving}.", "is no value"),
    ],
)
def test_a_translation_with_other_values_is_a_problem_and_english_stands(
    library: Library, tmp_path: Path, said: str, fault: str
) -> None:
    spanish = translate(
        library, catalogue(tmp_path, SAID.replace("Llame antes del {3   days after moving}.", said))
    )
    (problem,) = set(spanish.problems) - set(library.problems)
    assert fault in problem.message
    assert str(problem.place) == "es.po:9:1"
    shown = words(spanish, moving="2026-12-01", home="rented").text(spanish.steps["tell"].how)
    assert shown == "Call by December 4, 2026."


def test_a_text_to_translate_says_what_it_is_and_where(library: Library) -> None:
    found = {message.context: message for message in extract(library)}
    case = found["step.tell.how.0"]
    assert (case.text, case.note) == ("Call by {3 days after moving}.", "home is rented")
    assert (case.place.file, case.place.line) == ("move.yaml", 17)
    assert found["question.moving.ask_helper"].text == "Which day do they move?"
    assert found["question.home.options.rented.label"].text == "A rented home"
    assert found["step.tell.how.1"].note == ""
    assert "step.tell.do_helper" not in found, "the same text is translated once"


def test_every_text_of_every_key_can_be_translated() -> None:
    library = open_library(HERE / "every_key", TODAY)
    known = {message.text for message in extract(library)}
    written = {
        text
        for file in (HERE / "every_key").rglob("*.yaml")
        for text in _texts_of(read(file.name, file.read_bytes())[0])
    }
    assert len(written) > 100
    assert written - known == set()


@pytest.mark.parametrize("language", [long_catalogue(), mirrored_catalogue()])
def test_the_shipped_journeys_can_be_said_without_a_letter_of_english(
    language: PseudoCatalogue,
) -> None:
    library = open_library()
    other = translate(library, language)
    assert other.problems == library.problems
    plain = [
        text
        for home in (other.questions, other.facts, other.steps, other.choices, other.documents)
        for thing in home.values()
        for text in texts(thing)
        if re.search("[a-z]{3}", re.sub(r"\{[^}]*\}|https?://\S+", "", text))
    ]
    assert plain == []
    assert {m.context for m in extract(other)} == {m.context for m in extract(library)}


def _texts_of(node: object, key: str = "") -> Iterator[str]:
    """Yield what a translator should see of a file of journeys."""
    match node:
        case str() if TEXT_KEYS.fullmatch(key.removesuffix("_helper")):
            yield node
        case list():
            for each in node:
                yield from _texts_of(each, key)
        case dict():
            for name, each in node.items():
                inside = "label" if key == "options" and isinstance(each, str) else str(name)
                yield from _texts_of(each, inside)
