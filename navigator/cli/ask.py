"""`navigator ask`: the interview at a terminal or over a pipe, ended by the checklist."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

from navigator.cli.interview import Interview
from navigator.cli.options import DayType, chosen, folder_option, journeys_argument, opened
from navigator.cli.people import read_people
from navigator.engine import Situation
from navigator.settings import read_settings, still

_PRIVATE = 0o600


@dataclass(frozen=True)
class _Input:
    """Standard input, a line at a time; over a pipe each line is shown behind its question."""

    stream: TextIO

    def read(self) -> str | None:
        line = self.stream.readline()
        if not line:
            return None
        if not self.stream.isatty():
            click.echo(line.rstrip("\r\n"))
        return line


@click.command(short_help="Answer questions at a terminal, then see the checklist.")
@journeys_argument
@click.option(
    "--today", metavar="DATE", type=DayType(), help="The day to plan for. Default: today."
)
@click.option(
    "--answers",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Carry on from answers saved before.",
)
@click.option(
    "--save",
    metavar="FILE",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Keep the answers in a file that `plan --answers` and `ask --answers` read.",
)
@folder_option
def ask(
    names: tuple[str, ...],
    today: date | None,
    answers: Path | None,
    save: Path | None,
    folder: Path | None,
) -> None:
    """Ask the questions of JOURNEY... one at a time, then print the checklist.

    Nothing is kept unless you say --save. At the end of the input the plan so far is printed.

    \b
    Example:
      navigator ask having_a_child --save answers.json
    """
    library = opened(folder)
    journeys = chosen(library, names)
    if save is not None and not save.absolute().parent.is_dir():
        raise click.UsageError(f"--save: there is no folder {save.absolute().parent}.")
    situation = _situation(today, answers)
    interview = Interview(library, journeys, situation, _Input(_stdin()))
    try:
        interview.run()
    finally:
        if save is not None:
            _save(save, interview.situation)
    if not interview.has_quit:
        click.echo(f"\n{interview.plan()}")
    _tell_what_was_kept(save)


def _stdin() -> TextIO:
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    return sys.stdin


def _situation(today: date | None, answers: Path | None) -> Situation:
    told: dict[str, object] = {}
    if answers is not None:
        people = read_people(answers.read_bytes())
        if len(people) != 1 or people[0].problem is not None:
            raise click.UsageError(f"--answers: {answers} is not one JSON object of answers.")
        told = people[0].answers
    if today is not None:
        return Situation(today, told)
    now = read_settings().today()
    return Situation(now, told, still=still(now))


def _save(path: Path, situation: Situation) -> None:
    with suppress(FileNotFoundError):
        path.chmod(_PRIVATE)
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    with os.fdopen(os.open(path, flags, _PRIVATE), "w", encoding="utf-8") as file:
        json.dump(dict(situation.answers), file, ensure_ascii=False, indent=2)
        file.write("\n")


def _tell_what_was_kept(save: Path | None) -> None:
    kept = "Nothing was kept." if save is None else f"Your answers are in {save}."
    click.echo(f"\n{kept}")
