"""`navigator plan`: answers in a file -> the checklist as text, JSON or a calendar."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

import click

from navigator.cli.options import (
    DayType,
    LanguageType,
    chosen,
    echo_json,
    folder_option,
    journeys_argument,
    opened,
)
from navigator.cli.people import Person, read_people
from navigator.cli.plan_text import plan_text
from navigator.content import Library
from navigator.content.languages import ENGLISH, Language
from navigator.engine import (
    Checklist,
    Situation,
    SituationError,
    Who,
    Words,
    checklist,
    read_marks,
    report,
)
from navigator.engine.ical import calendar
from navigator.engine.unusable import unusable

_MANY = 100  # people from which on the work is long enough for a progress bar


@dataclass(frozen=True)
class _Task:
    """What to plan for everybody in the file."""

    library: Library
    journeys: tuple[str, ...]
    today: date
    who: Who
    language: Language
    form: str


@dataclass(frozen=True)
class _Result:
    """One person's plan, or none; ``problems`` say what could not be used."""

    problems: tuple[str, ...]
    line: int | None = None
    found: Checklist | None = None


@click.command(short_help="Print the checklist for answers in a file.")
@journeys_argument
@click.option(
    "--answers",
    required=True,
    metavar="FILE",
    type=click.File("rb"),
    help="A JSON object of answers by question, or one such object a line; - reads the input.",
)
@click.option(
    "--marks",
    metavar="FILE",
    type=click.File("rb"),
    help="What is done, waiting or refused: a JSON object by step, or one a line as in --answers.",
)
@click.option(
    "--today",
    required=True,
    metavar="DATE",
    type=DayType(),
    help="The day to plan for: 2026-11-21.",
)
@click.option("--helper", is_flag=True, help="Word the plan for somebody who helps the person.")
@click.option(
    "--language",
    metavar="CODE",
    type=LanguageType(),
    default=ENGLISH.code,
    show_default=True,
    help="The language of the texts, such as es.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "ics"]),
    default="text",
    show_default=True,
    help="Text to read, JSON (one result a line), or a calendar.",
)
@folder_option
def plan(
    names: tuple[str, ...],
    answers: BinaryIO,
    marks: BinaryIO | None,
    today: date,
    helper: bool,
    language: Language,
    form: str,
    folder: Path | None,
) -> None:
    """Print the checklist of JOURNEY... for the answers in a file.

    Several journeys make one plan. With many lines of answers each line gives one result; a line
    that cannot be read gives a result that says so, and exit code 1.

    \b
    Example:
      echo '{"home_state": "OH"}' |
        navigator plan having_a_child --answers - --today 2026-11-21
    """
    library = language.of(opened(folder))
    who = Who.CLIENT if helper else Who.ME
    task = _Task(library, chosen(library, names), today, who, language, form)
    people = _people(answers, form)
    marked = _marks(marks, len(people))
    fine = True
    hidden = len(people) < _MANY or sys.stdout.isatty() or not sys.stderr.isatty()
    with click.progressbar(people, label="Planning", file=sys.stderr, hidden=hidden) as bar:
        for person, marking in zip(bar, marked, strict=True):
            result = _result(person, marking, task)
            _echo(result, task)
            fine = fine and not result.problems
    if not fine:
        click.get_current_context().exit(1)


def _people(answers: BinaryIO, form: str) -> tuple[Person, ...]:
    people = read_people(answers.read())
    if not people:
        raise click.UsageError("--answers: the file is empty. For no answers yet, write {}.")
    if form == "ics" and len(people) > 1:
        raise click.UsageError("A calendar is for one person: give one object of answers.")
    return people


def _marks(marks: BinaryIO | None, wanted: int) -> Sequence[Person]:
    if marks is None:
        return [Person({})] * wanted
    found = read_people(marks.read())
    if len(found) != wanted:
        raise click.UsageError(
            f"--marks has {len(found)} and --answers {wanted} people: give one line for each."
        )
    return found


def _result(person: Person, marking: Person, task: _Task) -> _Result:
    problems = tuple(p for p in (person.problem, _of_marks(marking.problem)) if p is not None)
    if problems:
        return _Result(problems, person.line)
    try:
        marks = read_marks(marking.answers)
    except SituationError as error:
        return _Result((str(error),), person.line)
    situation = Situation(task.today, person.answers, marks, task.who)
    found = checklist(task.library, situation, task.journeys)
    return _Result(unusable(found, _words(found, task)), person.line, found)


def _words(found: Checklist, task: _Task) -> Words:
    spoken = task.language.interface
    return Words(
        task.library,
        found.reading,
        found.situation.helping,
        task.language.locale,
        spoken.gettext,
        spoken.ngettext,
    )


def _of_marks(problem: str | None) -> str | None:
    return problem and problem.replace("The answers", "The marks").replace("Line", "Marks, line")


def _echo(result: _Result, task: _Task) -> None:
    if result.found is None:
        _echo_problems(result, task)
        return
    words = _words(result.found, task)
    match task.form:
        case "json":
            echo_json(report(result.found, words))
        case "ics":
            click.echo(calendar(result.found, words), nl=False)
            for problem in result.problems:
                click.echo(problem, err=True)
        case _:
            if result.line is not None:
                click.echo(f"\n==== Line {result.line} ====\n")
            click.echo(plan_text(result.found, words, result.problems))


def _echo_problems(result: _Result, task: _Task) -> None:
    if task.form == "json":
        line = {} if result.line is None else {"line": result.line}
        echo_json({**line, "problems": list(result.problems)})
    else:
        click.echo("\n".join(result.problems), err=task.form == "ics")
