"""What everything in a library is called: titles, everyday words, offices and their short names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from navigator.content.library import Agency, Choice, Library, Wording

Home = Literal["step", "choice", "agency", "journey"]
Entry: TypeAlias = tuple[Home, str]

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile("['’]")


class Named(NamedTuple):
    """A name of something, and how much that name counts."""

    entry: Entry
    text: str
    weight: float


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of ``text``, without capitals, accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text)).casefold()
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(_WORD.findall(bare))


def names_in(library: Library) -> Iterator[Named]:
    """Yield what everything is called, and how much that name counts."""
    for journey in library.journeys.values():
        for text in (journey.title, *journey.also_called):
            yield Named(("journey", journey.id), text, 1.0)
    for step in library.steps.values():
        for text in _literal(step.do):
            yield Named(("step", step.id), text, 1.1)
        for text in step.also_called:
            yield Named(("step", step.id), text, 1.0)
        yield Named(("step", step.id), library.agencies[step.agency].contact.name, 0.4)
    for choice in library.choices.values():
        yield from _names_of_choice(choice)
    for agency in library.agencies.values():
        yield from _names_of_agency(agency)


def _names_of_choice(choice: Choice) -> Iterator[Named]:
    for text in _literal(choice.title):
        yield Named(("choice", choice.id), text, 1.0)
    for option in choice.options:
        yield from (Named(("choice", choice.id), text, 0.6) for text in _literal(option.label))


def _names_of_agency(agency: Agency) -> Iterator[Named]:
    for text in (agency.contact.name, agency.short or ""):
        yield Named(("agency", agency.id), text, 1.0)
    for row in agency.rows.values():
        yield Named(("agency", agency.id), row.name, 0.9)
    yield Named(("agency", agency.id), agency.who_for or "", 0.6)


def texts_in(library: Library) -> Iterator[str]:
    """Yield what a library says to people, to tell common words from rare ones."""
    for named in names_in(library):
        yield named.text
    for step in library.steps.values():
        yield from _literal(step.how)
        yield from _literal(step.say)
    for question in library.questions.values():
        for wording in (question.ask, question.hint, *(o.label for o in question.options)):
            yield from _literal(wording)


def _literal(wording: Wording | None) -> Iterator[str]:
    """Yield each case of a text without the values in it."""
    if wording is not None:
        for template in wording.plain.every():
            yield " ".join(part for part in template.parts if isinstance(part, str))
