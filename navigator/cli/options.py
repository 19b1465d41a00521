"""What the commands share: their options, and how they open the journeys."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO, Any

import click

from navigator import content
from navigator.content import ContentError, Library, Problem
from navigator.content.keeping import LibraryFile
from navigator.content.languages import Language, UnknownLanguageError, languages
from navigator.content.problems import Severity
from navigator.rules import did_you_mean
from navigator.settings import journeys_folder, read_settings


class DayType(click.ParamType[date]):
    """A day on the command line, such as 2026-11-21."""

    name = "date"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the day, or fail with what to enter."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"Enter a day like 2026-11-21, not {value!r}.", param, ctx)


class LanguageType(click.ParamType[Language]):
    """A language on the command line, such as es."""

    name = "language"

    def convert(
        self, value: str | Language, param: click.Parameter | None, ctx: click.Context | None
    ) -> Language:
        """Return the language, or fail with those there are."""
        if isinstance(value, Language):
            return value
        try:
            return languages((value,))[-1]
        except UnknownLanguageError as error:
            self.fail(str(error), param, ctx)


class ContentFailed(click.ClickException):
    """The journeys cannot be used; shows every error, and ends with exit code 1."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = [p for p in problems if p.severity is Severity.ERROR]
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the errors, one a line, and how many there are."""
        click.echo(self.message, err=True)
        click.echo(f"The journeys cannot be used: {count(len(self.problems), 'error')}.", err=True)


folder_option = click.option(
    "--journeys",
    "folder",
    metavar="FOLDER",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of journeys. Default: $NAVIGATOR_JOURNEYS, or the installed ones.",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print the result.",
)
journeys_argument = click.argument("names", metavar="JOURNEY...", nargs=-1)


def the_folder(folder: Path | None) -> Path:
    """Return the folder asked for, else the one of the settings, else the installed one."""
    return folder or read_settings().journeys or journeys_folder()


def opened(folder: Path | None, kept: LibraryFile | None = None) -> Library:
    """Return the library of a folder, from the file it is ``kept`` in if there is one.

    Raises ContentFailed (exit code 1).
    """
    if kept is None:
        return opened_draft(folder).library
    with keeping_all():
        try:
            return kept.library(the_folder(folder))
        except ContentError as error:
            raise ContentFailed(error.problems) from None


def opened_draft(folder: Path | None) -> content.Draft:
    """Return the library of a folder with what it was made from. Raises ContentFailed."""
    with keeping_all():
        try:
            return content.open_draft(the_folder(folder))
        except ContentError as error:
            raise ContentFailed(error.problems) from None


@contextmanager
def keeping_all() -> Iterator[None]:
    """Read without looking for garbage, now or later: all that is read stays.

    To look takes a fifth of the time.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def chosen(library: Library, names: Sequence[str]) -> tuple[str, ...]:
    """Return the journeys asked for, each once. Raises UsageError (exit code 2) on unknown ones."""
    known = "\n".join(f"  {journey.id}  {journey.title}" for journey in library.journeys.values())
    if not names:
        raise click.UsageError(f"Name a journey. The journeys are:\n{known}")
    for name in names:
        if name not in library.journeys:
            hint = did_you_mean(name, library.journeys) or f"The journeys are:\n{known}"
            raise click.UsageError(f"There is no journey `{name}`. {hint}")
    return tuple(dict.fromkeys(names))


def count(number: int, one: str) -> str:
    """Return "1 error", "2 errors"."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def echo_json(value: object) -> None:
    """Print ``value`` as JSON: indented for a reader at a terminal, else on one line."""
    indent = 2 if sys.stdout.isatty() else None
    click.echo(json.dumps(value, ensure_ascii=False, indent=indent))


def problem_json(problem: Problem) -> dict[str, object]:
    """Return a problem as JSON values."""
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "hint": problem.hint,
        "rule": problem.rule,
        "severity": problem.severity.value,
    }
