"""The journeys as the engine reads them: frozen, checked, every sentence compiled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from navigator.content.problems import Place, Problem
from navigator.rules import Cases, Condition, Kind, Rulebook, Value

CLOSED = "closed"


@dataclass(frozen=True)
class Template:
    """A text with values in it: literal pieces and compiled values, in order of reading."""

    parts: tuple[str | Value, ...]


@dataclass(frozen=True)
class Wording:
    """What to say to the person, and to somebody who helps (the same unless given)."""

    plain: Cases[Template]
    helper: Cases[Template]

    def for_reader(self, helping: bool) -> Cases[Template]:
        """Return the wording for the one who reads: the person or, when ``helping``, a helper."""
        return self.helper if helping else self.plain


@dataclass(frozen=True)
class Option:
    """One answer of a question that offers a list."""

    id: str
    label: Wording
    hint: Wording | None = None
    when: Condition | None = None
    told: Condition | None = None  # answers to other questions that tell this one


@dataclass(frozen=True)
class Question:
    """Something a person is asked, one a page."""

    id: str
    place: Place
    kind: Kind
    ask: Wording
    why: Wording | None = None
    hint: Wording | None = None
    words: Wording | None = None
    how_to_ask: Wording | None = None
    if_empty: Wording | None = None
    options: tuple[Option, ...] = ()
    options_from: str | None = None  # `chosen in people`: only what is ticked there is offered
    when: Condition | None = None
    told: Condition | None = None  # of a yes/no question: answers to others that tell its *yes*
    minimum: Value | None = None
    maximum: Value | None = None
    unit: str | None = None  # as written: "days", "grams", "percent"
    sensitive: bool = False
    journey: str | None = None  # None: from a group all journeys share


@dataclass(frozen=True)
class Fact:
    """A named condition or value; its rule is in the rulebook, its words are here."""

    id: str
    place: Place
    because: Wording | None = None
    words: Wording | None = None


@dataclass(frozen=True)
class FigureNote:
    """What a figure is and who says so; its rows are in the rulebook."""

    id: str
    place: Place
    what: str
    unit: str
    source: tuple[str, ...] = ()
    confirm: tuple[str, ...] = ()
    check_by: date | None = None
    ends: date | None = None


@dataclass(frozen=True)
class HelperNote:
    """What somebody who helps may do: alone, together with the person, or with a permission."""

    alone: Wording | None = None
    together: Wording | None = None
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """One thing to do, at one agency. Days are compiled values of kind day or month.

    ``fingerprint`` is another one whenever what the designer wrote of it is another.
    """

    id: str
    place: Place
    do: Wording
    agency: str
    when: Condition | None = None  # None: comes only by another's route
    how: Wording | None = None
    opens: Value | None = None
    due: Value | None = None
    best_by: Value | None = None
    roll: bool = False
    late: Cases[str] | None = None  # step ids, or CLOSED
    if_late: Wording | None = None
    every: Value | None = None  # a length
    until: Value | None = None
    after: tuple[str, ...] = ()
    helped_by: tuple[str, ...] = ()
    instead_of: tuple[str, ...] = ()
    done_if: Condition | None = None
    choose: str | None = None
    for_whom: str | None = None
    bring: Cases[tuple[str, ...]] | None = None
    takes: Wording | None = None
    cost: Wording | None = None
    next: Wording | None = None
    approved: tuple[str, ...] = ()
    refused: str | None = None
    if_refused: Wording | None = None
    if_silent: Wording | None = None
    link: str | None = None
    phone: str | None = None
    in_person: Wording | None = None
    mail: Wording | None = None
    online_only: Wording | None = None
    say: Wording | None = None
    helper: HelperNote | None = None
    also_called: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    confirm: tuple[str, ...] = ()
    reviewed: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    was: tuple[str, ...] = ()
    fingerprint: str = ""


@dataclass(frozen=True)
class ChoiceOption:
    """One way in a hard decision, with what it gives, costs and closes."""

    id: str
    label: Wording
    gain: Wording | None = None
    loss: Wording | None = None
    undo: Wording | None = None
    until: Wording | None = None
    when: Condition | None = None


@dataclass(frozen=True)
class Choice:
    """A hard decision a person has to take; the navigator recommends none of its options."""

    id: str
    place: Place
    title: Wording
    when: Condition | None
    intro: Wording | None
    options: tuple[ChoiceOption, ...]
    instead_of: tuple[str, ...] = ()  # choices whose place this one takes


@dataclass(frozen=True)
class SeeAlso:
    """Another journey that an answer calls for."""

    journey: str
    when: Condition
    because: Wording


@dataclass(frozen=True)
class Permission:
    """A paper that lets somebody act for another person at an agency."""

    id: str
    agency: str
    name: str
    who: str = ""
    form: str = ""
    have_at_hand: str = ""
    step: str | None = None


@dataclass(frozen=True)
class Contact:
    """How to reach an agency; a state's row replaces what it names."""

    name: str
    link: str | None = None
    phone: str | None = None
    tty: str | None = None
    hours: str | None = None
    languages: str | None = None


@dataclass(frozen=True)
class Agency:
    """An office somebody has to deal with."""

    id: str
    place: Place
    contact: Contact
    short: str | None = None
    part_of: str | None = None
    by: str | None = None  # the question whose answer picks a row
    rows: Mapping[str, Contact] = field(default_factory=dict)
    permissions: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    confirm: tuple[str, ...] = ()
    reviewed: date | None = None
    who_for: str | None = None


@dataclass(frozen=True)
class Document:
    """A paper to bring: why it is asked for, how to get it again, what may stand in for it."""

    id: str
    place: Place
    name: Wording
    why: Wording | None = None
    replace: Wording | None = None
    instead: Wording | None = None


@dataclass(frozen=True)
class Journey:
    """One life experience: what is asked, in which order, and the steps it may bring."""

    id: str
    place: Place
    title: str
    summary: str
    owner: str
    reviewed: date | None
    first: tuple[str, ...]  # question ids, groups already spread out
    details: tuple[str, ...]
    steps: tuple[str, ...]  # step ids, in written order
    choices: tuple[str, ...] = ()
    see_also: tuple[SeeAlso, ...] = ()
    quiet: Condition | None = None  # while it holds, what is not for the person is not listed
    also_called: tuple[str, ...] = ()
    changes: tuple[tuple[date, str], ...] = ()


@dataclass(frozen=True, eq=False)
class Library:
    """All journeys of a folder; two are the same only if they are one object, so plans can be kept.

    ``version`` is a digest of the files, to tell one state from another.
    """

    journeys: Mapping[str, Journey]
    questions: Mapping[str, Question]
    facts: Mapping[str, Fact]
    figures: Mapping[str, FigureNote]
    steps: Mapping[str, Step]
    choices: Mapping[str, Choice]
    agencies: Mapping[str, Agency]
    documents: Mapping[str, Document]
    permissions: Mapping[str, Permission]
    rulebook: Rulebook
    version: str
    problems: tuple[Problem, ...] = ()
