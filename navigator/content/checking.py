"""A folder of journeys -> the library, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from navigator.content.builder import Draft, build
from navigator.content.files import RawFolder, raw_folder
from navigator.content.folder import Folder, read_folder
from navigator.content.library import Library
from navigator.content.lint import lint
from navigator.content.problems import ContentError, Place, Problem, Severity
from navigator.settings import journeys_folder

# What may be said only because a file with the missing definition could not be read.
_ECHOES = ("unknown-", "unused-", "unlisted-", "unplaced-", "not-visible", "asked-later", "no-when")


class Unchecked(NamedTuple):
    """A definition some of whose keys are still to be confirmed on an official source."""

    place: Place
    id: str
    keys: tuple[str, ...]


def check_folder(
    folder: Path, today: date | None = None
) -> tuple[Library | None, tuple[Problem, ...]]:
    """Return the library, None if there are errors, and all problems in the order of the files.

    Rules that ask how old something is are left out without ``today``.
    """
    draft, problems = _checked(raw_folder(folder), today)
    return (None if _has_errors(problems) else draft.library), problems


def open_library(folder: Path | None = None, today: date | None = None) -> Library:
    """Return the checked library of ``folder``, by default of the journeys installed with this.

    Warnings are in its ``problems``. Raises ContentError when there are errors.
    """
    return open_draft(folder, today).library


def open_draft(folder: Path | None = None, today: date | None = None) -> Draft:
    """Return the checked library of ``folder`` with what it was made from, for designers' tools.

    Raises ContentError when there are errors.
    """
    return checked_draft(raw_folder(folder or journeys_folder()), today)


def checked_draft(raw: RawFolder, today: date | None = None) -> Draft:
    """Return the checked library of a folder read before. Raises ContentError."""
    draft, problems = _checked(raw, today)
    if _has_errors(problems):
        raise ContentError(problems)
    return draft


def _checked(raw: RawFolder, today: date | None) -> tuple[Draft, tuple[Problem, ...]]:
    read = read_folder(raw)
    draft = build(read)
    problems = _in_order(read, (*draft.problems, *lint(draft, today)))
    return replace(draft, library=replace(draft.library, problems=problems)), problems


def _has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def unchecked(library: Library) -> list[Unchecked]:
    """Return the steps, agencies and figures whose `confirm` still names something."""
    homes = (library.steps, library.agencies, library.figures)
    return sorted(
        Unchecked(each.place, each.id, each.confirm)
        for home in homes
        for each in home.values()
        if each.confirm
    )


def _in_order(folder: Folder, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort by file and line, each problem once, without the echoes of broken shapes and files."""
    broken = {
        each.place for each in folder.problems if each.rule not in ("missing-key", "unknown-key")
    }
    own = frozenset(folder.problems)
    found = {p: None for p in problems if p in own or p.place not in broken}
    if not folder.are_read("common"):
        found = {
            p: None for p in found if not p.rule.startswith(_ECHOES) or p.rule == "unknown-key"
        }
    elif not folder.are_read("journey"):
        silent = ("unknown-journey", "unused-", "unlisted-", "unplaced-")
        found = {p: None for p in found if not p.rule.startswith(silent)}
    return tuple(sorted(found, key=lambda p: (p.place, p.severity.value, p.rule, p.message)))
