"""`navigator reading` and `navigator reach`: what they print, and how they end."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import JOURNEYS, Run


def test_texts_that_are_easy_to_read_end_well(run: Run) -> None:
    result = run("reading")
    assert result.exit_code == 0, result.output
    assert result.output.endswith("0 flags, 0 excused\n")


def test_a_flag_is_one_line_with_its_place_and_what_helps(run: Run, tmp_path: Path) -> None:
    (tmp_path / "common").mkdir()
    for file in (*JOURNEYS.glob("*.yaml"), *JOURNEYS.glob("common/*.yaml")):
        written = file.read_text("utf-8").replace("do: Forward your mail", "do: Remit your WIC")
        (tmp_path / file.relative_to(JOURNEYS)).write_text(written, "utf-8")
    words = tmp_path / "common" / "words.yaml"
    words.write_text("plain_words: {jargon: {remit: send}}\n", "utf-8")
    result = run("reading", "--journeys", str(tmp_path))
    assert result.exit_code == 1
    assert ": step `forward_mail`: jargon remit. Say send.\n" in result.output
    assert "excuse:\n  reading:\n    - step: forward_mail\n" in result.output
    found = json.loads(run("reading", "--journeys", str(tmp_path), "--format", "json").output)
    assert [flag["what"] for flag in found["flags"]] == ["jargon remit", "short form WIC"]
    assert found["pages"][0].keys() >= {"for", "words", "grade"}


def test_reach_says_the_longest_interview(run: Run) -> None:
    result = run("reach", "--people", "20")
    assert result.exit_code == 0, result.output
    assert result.output.startswith("moving_house: at most 9 questions, whom it is for included; ")
    assert "longest: home_state, stage, moving_date" in result.output


def test_reach_as_json(run: Run) -> None:
    (found,) = json.loads(run("reach", "--people", "20", "--format", "json").output)
    assert (found["journey"], found["most_questions"], found["is_proved"]) == (
        "moving_house",
        9,
        True,
    )
    assert found["broken_promises"] == {}
