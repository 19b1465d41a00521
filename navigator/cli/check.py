"""`navigator check`: everything that is wrong with the journeys and their scenarios, at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from navigator.authoring.scenario_files import read_scenarios
from navigator.cli.options import (
    DayType,
    count,
    echo_json,
    folder_option,
    format_option,
    keeping_all,
    problem_json,
    the_folder,
)
from navigator.content import Library, Problem, Severity, Unchecked, check_folder, unchecked
from navigator.content.languages import languages
from navigator.settings import read_settings


@click.command(short_help="Find everything that is wrong with the journeys.")
@click.option("--strict", is_flag=True, help="Fail on warnings, too.")
@click.option(
    "--unchecked",
    "with_unchecked",
    is_flag=True,
    help="Also list what must still be confirmed on an official source.",
)
@click.option(
    "--today", metavar="DATE", type=DayType(), help="The day to judge ages by. Default: today."
)
@folder_option
@format_option
def check(
    strict: bool, with_unchecked: bool, today: date | None, folder: Path | None, form: str
) -> None:
    """Find everything that is wrong with the journeys: errors, and what is incomplete or stale.

    Each problem is one line: file:line:column: what is wrong. What would be right. [rule]

    \b
    Example:
      navigator check --strict --journeys journeys
    """
    where = the_folder(folder)
    with keeping_all():
        library, problems = check_folder(where, today or read_settings().today())
        if library is not None:
            problems += (*_of_scenarios(library, where), *_of_translations(library))
    open_points = unchecked(library) if library is not None and with_unchecked else []
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    if form == "json":
        echo_json(
            {
                "errors": errors,
                "warnings": warnings,
                "problems": [problem_json(problem) for problem in problems],
                "unchecked": [_unchecked_json(point) for point in open_points],
            }
        )
    else:
        _echo(problems, open_points)
        click.echo(_summary(errors, warnings, library))
    if errors or (strict and warnings):
        click.get_current_context().exit(1)


def _of_scenarios(library: Library, folder: Path) -> tuple[Problem, ...]:
    read = read_scenarios(library, folder)
    return (*read.problems, *(problem for each in read.all for problem in each.problems))


def _of_translations(library: Library) -> tuple[Problem, ...]:
    return tuple(each for language in languages() for each in language.problems(library))


def _echo(problems: tuple[Problem, ...], open_points: list[Unchecked]) -> None:
    for problem in problems:
        click.echo(str(problem))
    for point in open_points:
        click.echo(f"{point.place}: `{point.id}`: still to confirm: {', '.join(point.keys)}.")


def _summary(errors: int, warnings: int, library: Library | None) -> str:
    found = f"{count(errors, 'error')}, {count(warnings, 'warning')}"
    if library is None:
        return found
    return (
        f"{count(len(library.journeys), 'journey')}, {count(len(library.steps), 'step')}: {found}"
    )


def _unchecked_json(point: Unchecked) -> dict[str, object]:
    return {
        "file": point.place.file,
        "line": point.place.line,
        "column": point.place.column,
        "id": point.id,
        "keys": list(point.keys),
    }
