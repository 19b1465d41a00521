"""Every text of a library, handed to a function and put back as that function says it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from navigator.content.library import (
    Agency,
    Choice,
    ChoiceOption,
    Contact,
    Document,
    Fact,
    FigureNote,
    HelperNote,
    Journey,
    Library,
    Option,
    Permission,
    Question,
    SeeAlso,
    Step,
    Template,
    Wording,
)
from navigator.content.problems import Place
from navigator.rules import Cases

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_PLAIN: Mapping[type, tuple[str, ...]] = MappingProxyType(
    {
        Agency: ("short", "who_for"),
        Contact: ("name", "hours", "languages"),
        FigureNote: ("what",),
        Journey: ("title", "summary", "owner", "also_called", "changes"),
        Permission: ("name", "who", "form", "have_at_hand"),
        Question: ("unit",),
        Step: ("also_called",),
    }
)
"""The fields that hold plain texts; those that hold a Wording are found by what they hold."""


class Spot(NamedTuple):
    """Where a text belongs: ``context`` such as "step.snap.how"; ``note`` tells its case."""

    context: str
    place: Place
    note: str = ""

    def at(self, key: str) -> Spot:
        """Return the spot of what stands under ``key``."""
        return Spot(f"{self.context}.{key}", self.place)


Say = Callable[[Spot, Template], Template]
D = TypeVar("D", bound="DataclassInstance")
Defined = TypeVar("Defined", Journey, Question, Fact, FigureNote, Step, Choice, Document)


def reword(library: Library, say: Say) -> Library:
    """Return ``library`` with each text as ``say`` returns it; a plain text has no values."""

    def each(home: Mapping[str, Defined], kind: str) -> dict[str, Defined]:
        return {id: _of(x, Spot(f"{kind}.{id}", x.place), say) for id, x in home.items()}

    return replace(
        library,
        journeys=each(library.journeys, "journey"),
        questions=each(library.questions, "question"),
        facts=each(library.facts, "fact"),
        figures=each(library.figures, "figure"),
        steps=each(library.steps, "step"),
        choices=each(library.choices, "choice"),
        agencies={id: _agency(x, library, say) for id, x in library.agencies.items()},
        documents=each(library.documents, "document"),
        permissions={
            id: _of(x, Spot(f"permission.{id}", library.agencies[x.agency].place), say)
            for id, x in library.permissions.items()
        },
    )


def _agency(agency: Agency, library: Library, say: Say) -> Agency:
    """Return an agency; what it is part of is another agency's id, or a text."""
    spot = Spot(f"agency.{agency.id}", agency.place)
    found = _of(agency, spot, say)
    if agency.part_of is None or agency.part_of in library.agencies:
        return found
    return replace(found, part_of=_line(agency.part_of, spot.at("part_of"), say))


def _of(thing: D, spot: Spot, say: Say) -> D:
    """Return a definition, or a part of one, with its texts said; itself if none changed."""
    changed = dict(_changed(thing, spot, say))
    return replace(thing, **changed) if changed else thing


def _changed(thing: DataclassInstance, spot: Spot, say: Say) -> Iterator[tuple[str, object]]:
    plain = _PLAIN.get(type(thing), ())
    for name in (field.name for field in fields(thing)):
        old = getattr(thing, name)
        if name in plain:
            new = _plain(old, spot.at(name), say)
        elif isinstance(thing, Agency) and name == "rows":
            new = {state: _row(row, thing, state, spot, say) for state, row in old.items()}
        else:
            new = _part(old, spot.at(name), spot, say)
        if new != old:
            yield name, new


def _part(old: object, spot: Spot, home: Spot, say: Say) -> object:
    match old:
        case Wording():
            return _wording(old, spot, say)
        case HelperNote():
            return _of(old, spot, say)
        case Contact():
            return _of(old, home, say)
        case Option() | ChoiceOption():
            return _of(old, spot.at(old.id), say)
        case SeeAlso():
            return _of(old, spot.at(old.journey), say)
        case tuple():
            return tuple(_part(each, spot, home, say) for each in old)
    return old


def _row(row: Contact, agency: Agency, state: str, spot: Spot, say: Say) -> Contact:
    """Return a state's row; what it takes over from its agency is said as there."""
    there = spot.at(f"rows.{state}")
    own = agency.contact

    def line(old: str | None, key: str, shared: str | None) -> str | None:
        return _line(old, (spot if old == shared else there).at(key), say) if old else old

    return replace(
        row,
        name=line(row.name, "name", own.name) or row.name,
        hours=line(row.hours, "hours", own.hours),
        languages=line(row.languages, "languages", own.languages),
    )


def _plain(old: object, spot: Spot, say: Say) -> object:
    """Return a text, or a list of texts or of (day, text), said."""
    match old:
        case str() if old:
            return _line(old, spot, say)
        case tuple():
            return tuple(_plain(each, spot, say) for each in old)
    return old


def _line(old: str, spot: Spot, say: Say) -> str:
    return "".join(map(str, say(spot, Template((old,))).parts))


def _wording(wording: Wording, spot: Spot, say: Say) -> Wording:
    plain = _cases(wording.plain, spot, say)
    if wording.helper is wording.plain:
        return wording if plain is wording.plain else Wording(plain, plain)
    helper = _cases(wording.helper, Spot(f"{spot.context}_helper", spot.place), say)
    return Wording(plain, helper)


def _cases(cases: Cases[Template], spot: Spot, say: Say) -> Cases[Template]:
    if len(cases.cases) == 1 and cases.cases[0][0] is None:
        old = cases.cases[0][1]
        new = _template(old, spot, say)
        return cases if new is old else Cases.of(new)
    return Cases(
        tuple(
            (when, _template(then, spot.at(str(number))._replace(note=str(when or "")), say))
            for number, (when, then) in enumerate(cases.cases)
        )
    )


def _template(old: Template, spot: Spot, say: Say) -> Template:
    return say(spot, old) if any(part != "" for part in old.parts) else old
