"""Texts and papers that are written in cases: what a scenario calls them, and their cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Any

from navigator.authoring.changes import Definition, cases_at, definition_of
from navigator.authoring.written import Path
from navigator.content import Library
from navigator.content.library import Choice, HelperNote, Question, Wording
from navigator.content.sentences import Owner
from navigator.rules import Cases, ConditionError, Reading, Truth, parse_condition

OTHERWISE = "otherwise"
NOT_KNOWN = "not known"
NONE = "none"


@lru_cache(maxsize=4)
def named_cases(library: Library) -> Mapping[str, tuple[Owner, Path]]:
    """Return all texts and papers that are written in cases, by what a scenario calls them."""
    return {said_of(owner, path): (owner, path) for owner, path in _all_cases(library)}


def cases_of(library: Library, owner: Owner, path: Path) -> tuple[Cases[Any], ...]:
    """Return what is written in cases at ``path``, of a text that for both readers.

    Where a helper is told other cases than the person, only the person's are.
    """
    definition = definition_of(library, owner)
    both = (cases_at(definition, path, helping) for helping in (False, True))
    found = [cases for cases in both if cases is not None and len(cases.cases) > 1]
    return tuple(cases for cases in found if len(cases.cases) == len(found[0].cases))


def number_taken(cases: Cases[Any], reading: Reading) -> int | None:
    """Return which case is taken: None while undecided, one too many where none is left."""
    for number, (when, _) in enumerate(cases.cases):
        verdict = Truth.YES if when is None else when.decide(reading)
        if verdict is not Truth.NO:
            return number if verdict is Truth.YES else None
    return len(cases.cases)


def name_of(cases: Cases[Any], number: int | None) -> str:
    """Return a case as a scenario names it: its condition, or one of a few words."""
    if number is None:
        return NOT_KNOWN
    if number == len(cases.cases):
        return NONE
    when = cases.cases[number][0]
    return OTHERWISE if when is None else str(when)


def said_of(owner: Owner, path: Path) -> str:
    """Return a text as a scenario names it: `license.how`."""
    return ".".join((owner.id, *(str(key) for key in path if key != "options")))


def number_of(cases: Cases[Any], name: str) -> int | None:
    """Return the number of the case that a scenario names so. Raises KeyError for no such case."""
    numbers: dict[str, int | None] = {name_of(cases, n): n for n in range(len(cases.cases) + 1)}
    return {**numbers, NOT_KNOWN: None}[_plain(name)]


def _plain(name: str) -> str:
    """Return a case's name as a condition prints itself."""
    if name in (OTHERWISE, NOT_KNOWN, NONE):
        return name
    try:
        return str(parse_condition(name))
    except ConditionError:
        return name


def _all_cases(library: Library) -> Iterator[tuple[Owner, Path]]:
    homes: Mapping[str, Mapping[str, Definition]] = {
        "step": library.steps,
        "question": library.questions,
        "fact": library.facts,
        "choice": library.choices,
        "document": library.documents,
    }
    for kind, home in homes.items():
        for id, definition in home.items():
            for path in _paths(definition):
                if cases_of(library, Owner(kind, id), path):
                    yield Owner(kind, id), path


def _paths(definition: Definition) -> Iterator[Path]:
    """Yield where texts and papers may stand in ``definition``."""
    for each in fields(definition):
        part = getattr(definition, each.name)
        if isinstance(part, Wording) or each.name == "bring":
            yield (each.name,)
        elif isinstance(part, HelperNote):
            yield from ((each.name, inner) for inner in ("alone", "together"))
    if isinstance(definition, Choice | Question):
        for option in definition.options:
            for each in fields(option):
                if isinstance(getattr(option, each.name), Wording):
                    yield ("options", option.id, each.name)
