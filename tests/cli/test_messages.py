"""`navigator messages`: what translators are given, and what `check` says of what they return."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from navigator.content import Library
from navigator.content.languages import Language, languages
from navigator.content.translation import extract
from tests.cli.conftest import TODAY, Run


@pytest.fixture
def spanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a language that the commands find."""
    home = tmp_path / "es" / "LC_MESSAGES"
    home.mkdir(parents=True)

    def installed(codes: tuple[str, ...] = ()) -> tuple[Language, ...]:
        return languages(codes, tmp_path)

    monkeypatch.setattr("navigator.cli.check.languages", installed)
    monkeypatch.setattr("navigator.cli.options.languages", installed)
    return home


def test_every_text_is_in_the_template_with_its_place(
    run: Run, tmp_path: Path, library: Library
) -> None:
    file = tmp_path / "journeys.pot"
    result = run("messages", "--output", str(file))
    assert result.exit_code == 0
    with file.open("rb") as read:
        found = {(m.context, m.id): m for m in read_po(read) if m.id}
    assert found.keys() == {(m.context, m.text) for m in extract(library)}
    assert f"{len(found)} texts to translate" in result.output
    (title,) = (m for (context, _), m in found.items() if context == "journey.moving_house.title")
    assert title.locations == [("tests/cli/journeys/moving_house.yaml", 1)]
    assert not title.flags


def test_the_template_can_be_printed(run: Run) -> None:
    result = run("messages", "--output", "-")
    assert 'msgctxt "journey.moving_house.title"' in result.stdout


def test_a_place_to_write_is_needed(run: Run) -> None:
    assert run("messages").exit_code == 2


def test_check_says_what_is_wrong_with_a_translation(run: Run, spanish: Path) -> None:
    (spanish / "interface.po").write_text('msgid "Plan: %(plan)s"\nmsgstr "Plan:"\n')
    result = run("check", "--today", TODAY)
    assert result.exit_code == 0
    assert "interface.po:1:1: warning: The translation lacks `%(plan)s`" in result.output


def test_a_plan_can_be_in_another_language(run: Run, spanish: Path) -> None:
    (spanish / "interface.po").write_text('msgid "No longer open"\nmsgstr "Cerrado"\n')
    plan = ("plan", "moving_house", "--answers", "-", "--today", TODAY, "--format", "json")
    assert run(*plan, "--language", "es", given="{}").exit_code == 0
    assert run(*plan, "--language", "tlh", given="{}").exit_code == 2
    assert "⟦" in run(*plan, "--language", "xa", given="{}").output


def test_a_language_without_a_catalogue_is_refused_before_serving(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NAVIGATOR_LANGUAGES", "tlh")
    result = run("serve", "--port", "0")
    assert result.exit_code == 2
    assert "NAVIGATOR_LANGUAGES: 'tlh' is not a language" in result.output
