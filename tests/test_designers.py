"""docs/designers.md: its files are written, its commands are run, and they say what it says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from navigator.content import check_folder, lint
from navigator.rules import (
    AnyOf,
    ConditionError,
    Day,
    LengthKind,
    Money,
    MonthKind,
    Number,
    OneOf,
    YesNo,
)
from tests.rules.books import book, question

PAGE = (Path(__file__).parents[1] / "docs" / "designers.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)
TODAY = date(2026, 11, 21)
AGENCIES = """\
agencies:
  office: {name: The office, link: "https://example.org", phone: 800-555-0100}
"""
TABLE_ROW = re.compile(r"\| `([^|]+)` \| `([^|]+)` \| ([a-z-]+) \|")
NAMES = book(
    stage=question(OneOf(("born", "lost", "adopting"))),
    has=question(AnyOf(("snap", "wic"))),
    income=question(Money("month")),
    cash=question(Money(None)),
    age=question(Number()),
    pregnant=question(YesNo()),
    covered=question(YesNo()),
    letter_date=question(Day()),
    birth_month=question(MonthKind()),
    wait=question(LengthKind("months")),
)


class Command(NamedTuple):
    """A command of the page, and the lines it says among others."""

    line: str
    said: list[str]


def commands(block: str) -> Iterator[Command]:
    for part in block.split("$ ")[1:]:
        line, *said = part.splitlines()
        yield Command(line, [each for each in said if each.strip()])


def run(line: str) -> str:
    """Return what a shell says to ``line``, with `navigator` being the one under test."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-c", f"{line} 2>&1"],
        env={**os.environ, "PATH": path},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


def test_the_first_journey_works_as_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for kind, block in BLOCKS:
        named = re.match(r"# (my_journeys/\S+)\n", block)
        if kind == "yaml" and named:
            Path(named[1]).parent.mkdir(parents=True, exist_ok=True)
            Path(named[1]).write_text(block, "utf-8")
        for command in commands(block) if kind == "console" else ():
            output = run(command.line)
            for line in command.said:
                assert line in output, output


def examples() -> dict[str, str]:
    found = (re.match(r"# finds: (\S+)\n(.*)", block, re.DOTALL) for _, block in BLOCKS)
    return {each[1]: each[2] for each in found if each}


@pytest.mark.parametrize("rule", lint.lint_rules())
def test_each_rule_finds_its_example(
    rule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    journey, _, common = examples()[rule].partition("# common/more.yaml\n")
    Path("common").mkdir()
    Path("common/agencies.yaml").write_text(AGENCIES, "utf-8")
    Path("common/more.yaml").write_text(common or "figures: {}\n", "utf-8")
    Path("move.yaml").write_text(journey or "journey: move\n", "utf-8")
    Path("other.yaml").write_text(
        "journey: other\nquestions:\n  elsewhere: {answer: yes or no}\n"
        "steps:\n  theirs: {at: office, when: elsewhere}\n",
        "utf-8",
    )
    assert rule in {problem.rule for problem in check_folder(tmp_path, TODAY)[1]}


@pytest.mark.parametrize(("rule", "asks"), lint.lint_rules().items())
def test_each_rule_stands_on_the_page_as_it_says_of_itself(rule: str, asks: str) -> None:
    assert f"**{rule}**" in PAGE
    assert " ".join(asks.split()) in " ".join(PAGE.split())


def test_what_the_page_says_in_sentences_is_right() -> None:
    said = PAGE[PAGE.index("| to say | write |") : PAGE.index("- Where a value, a text")]
    sentences = [s for row in said.splitlines()[2:] for s in re.findall(r"`([^`]+)`", row)]
    whole = [sentence for sentence in sentences if not re.fullmatch(r"is [a-z ]+", sentence)]
    assert len(whole) > 20
    for sentence in whole:
        try:
            NAMES.condition(sentence)
        except ConditionError:
            NAMES.value(sentence)


@pytest.mark.parametrize(("wrong", "right", "rule"), TABLE_ROW.findall(PAGE))
def test_each_slip_is_found_and_what_is_right_is_not(wrong: str, right: str, rule: str) -> None:
    with pytest.raises(ConditionError) as found:
        NAMES.condition(wrong)
    assert rule in {fault.rule for fault in found.value.faults}
    NAMES.condition(right)


def test_the_page_tells_of_slips() -> None:
    assert len(TABLE_ROW.findall(PAGE)) >= 8
