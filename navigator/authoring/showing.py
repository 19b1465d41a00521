"""What a scenario says of all that stands beside the steps: decisions, offers, cases, facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from navigator.authoring.case_names import (
    NONE,
    NOT_KNOWN,
    cases_of,
    name_of,
    number_taken,
    said_of,
)
from navigator.authoring.deciding import deciding_tests
from navigator.authoring.expectations import Miss, Seen
from navigator.authoring.written import Path
from navigator.content.problems import Place
from navigator.content.sentences import Owner
from navigator.engine.summary import papers
from navigator.rules import Absent, Cases, Month, Truth


@dataclass(frozen=True)
class Offers:
    """Other journeys are offered beside the list: these, and no more."""

    journeys: frozenset[str]
    place: Place

    def misses(self, seen: Seen) -> Iterator[Miss]:
        """Yield a miss if others are offered."""
        found = {offer.journey for offer in seen.checklist.see_also()}
        if found != self.journeys:
            yield Miss(self.place, _listed("offers", self.journeys), _listed("offers", found))


@dataclass(frozen=True)
class Faces:
    """The person faces these decisions, and no others."""

    choices: tuple[str, ...]
    place: Place

    def misses(self, seen: Seen) -> Iterator[Miss]:
        """Yield a miss if others are faced."""
        found = faced(seen)
        if set(found) != set(self.choices):
            yield Miss(self.place, _listed("choices", self.choices), _listed("choices", found))


@dataclass(frozen=True)
class Ways:
    """A decision that the person faces has these ways, and no others."""

    choice: str
    options: tuple[str, ...]
    place: Place

    def misses(self, seen: Seen) -> Iterator[Miss]:
        """Yield a miss if other ways are shown."""
        found = ways(seen, self.choice)
        if set(found) != set(self.options):
            label = f"the ways of `{self.choice}`"
            yield Miss(self.place, _listed(label, self.options), _listed(label, found))


@dataclass(frozen=True)
class Quiet:
    """What is not for the person is left out of the list of what is not, or is not left out."""

    is_quiet: bool
    place: Place

    def misses(self, seen: Seen) -> Iterator[Miss]:
        """Yield a miss if it is the other way."""
        found = seen.checklist.is_quiet
        if found != self.is_quiet:
            yield Miss(self.place, f"quiet: {_yes_no(self.is_quiet)}", f"quiet: {_yes_no(found)}")


@dataclass(frozen=True)
class Taken:
    """Of what is written in cases the one that is taken, by number, and named by its condition.

    Of a text it holds for the person and for somebody who helps: both are told the same case.
    """

    owner: Owner
    path: Path
    number: int | None
    named: str
    place: Place

    def misses(self, seen: Seen) -> Iterator[Miss]:
        """Yield a miss if another case is taken, or it is not shown."""
        expected = f"`{said_of(self.owner, self.path)}` takes `{self.named}`"
        if not is_shown(seen, self.owner):
            yield Miss(self.place, expected, f"{self.owner.kind} `{self.owner.id}` is not shown")
            return
        for cases in cases_of(seen.checklist.library, self.owner, self.path):
            found = number_taken(cases, seen.checklist.reading)
            if found != self.number:
                why = tuple(_tests(cases, seen))
                yield Miss(self.place, expected, f"it takes `{name_of(cases, found)}`", why)
                return


@dataclass(frozen=True)
class Comes:
    """A fact comes out as this: `2026-11-21`, `$4,212 a month`, `yes`, `not known`, `none`."""

    fact: str
    value: str
    place: Place

    def misses(self, seen: Seen) -> Iterator[Miss]:
        """Yield a miss if it comes out otherwise."""
        found = value_of(seen, self.fact)
        if found != self.value:
            yield Miss(self.place, f"`{self.fact}` is {self.value}", f"it is {found}")


def faced(seen: Seen) -> tuple[str, ...]:
    """Return the decisions that the person faces or may face."""
    return tuple(choice.id for choice in seen.checklist.choices())


def ways(seen: Seen, choice: str) -> tuple[str, ...]:
    """Return the ways of a decision that are shown; none where it is not faced."""
    if choice not in faced(seen):
        return ()
    reading, options = seen.checklist.reading, seen.checklist.library.choices[choice].options
    return tuple(o.id for o in options if o.when is None or o.when.decide(reading) is not Truth.NO)


def is_shown(seen: Seen, owner: Owner) -> bool:
    """Whether the page or list of this person says anything of ``owner``."""
    kind, id = owner
    if kind == "step":
        return seen.step(id) is not None
    if kind == "choice":
        return id in faced(seen)
    if kind == "document":
        return any(paper.id == id for paper in papers(seen.checklist))
    return kind != "question" or seen.asks(id)


def value_of(seen: Seen, fact: str) -> str:
    """Return what a fact comes out as, the way a scenario writes it."""
    found = seen.checklist.reading[fact]
    match found:
        case Truth():
            return {Truth.YES: "yes", Truth.NO: "no", Truth.UNKNOWN: NOT_KNOWN}[found]
        case Absent():
            return NONE
        case date() | Month():
            return str(found)
    return seen.words.say(found, seen.checklist.library.rulebook.kinds[fact])


def _tests(cases: Cases[Any], seen: Seen) -> Iterator[str]:
    for when, _ in cases.cases:
        if when is not None:
            yield from deciding_tests(when, seen.checklist.reading, seen.checklist.library)


def _listed(label: str, ids: Iterable[str]) -> str:
    return f"{label}: {', '.join(sorted(ids)) or 'none'}"


def _yes_no(holds: bool) -> str:
    return "yes" if holds else "no"
