"""A library and a language's catalogue -> the library in that language; and what to translate."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple, Protocol

from navigator.content.library import Library, Template
from navigator.content.problems import Place, Problem, Severity
from navigator.content.rewording import Spot, reword
from navigator.rules import ConditionError, Value, parse_value

_HOLE = re.compile(r"\{([^{}]*)\}")
_HINT = "Copy each value in braces from the English text."


class Catalogue(Protocol):
    """What a language says for the texts of the journeys; what it does not know stays English."""

    def pgettext(self, context: str, message: str) -> str:
        """Return ``message`` in the language."""

    def place_of(self, context: str, message: str) -> Place:
        """Return where the translation of ``message`` is written."""


class Message(NamedTuple):
    """A text to translate, as it stands in YAML; ``note`` is the condition of its case."""

    context: str
    text: str
    place: Place
    note: str


@lru_cache(maxsize=32)
def translate(library: Library, language: Catalogue) -> Library:
    """Return ``library`` in ``language``; what cannot be used is in its ``problems``.

    A text without a translation, or with one whose `{values}` are not those of the English text,
    stays English. The same two arguments give the same object.
    """
    problems: list[Problem] = []

    def say(spot: Spot, template: Template) -> Template:
        text = as_written(template)
        said = language.pgettext(spot.context, text)
        if said == text:
            return template
        values = {str(part): part for part in template.parts if isinstance(part, Value)}
        fault = _fault(said, values)
        if fault is None:
            return _filled(said, values)
        place = language.place_of(spot.context, text)
        problems.append(Problem(place, fault, _HINT, "translation-value", Severity.WARNING))
        return template

    found = reword(library, say)
    return replace(found, problems=(*library.problems, *problems))


def extract(library: Library) -> tuple[Message, ...]:
    """Return every text of ``library`` that can be translated, each once, in written order."""
    found: dict[tuple[str, str], Message] = {}

    def note(spot: Spot, template: Template) -> Template:
        text = as_written(template)
        found.setdefault((spot.context, text), Message(spot.context, text, spot.place, spot.note))
        return template

    reword(library, note)
    return tuple(sorted(found.values(), key=lambda message: message.place))


def as_written(template: Template) -> str:
    """Return ``template`` as it stands in YAML, its values in braces."""
    return "".join(part if isinstance(part, str) else f"{{{part}}}" for part in template.parts)


def _fault(said: str, values: Mapping[str, Value]) -> str | None:
    """Return what is wrong with the values of a translation."""
    if set("{}") & set(_HOLE.sub("", said)):
        return "A brace stands alone in the translation."
    found: set[str] = set()
    for hole in _HOLE.findall(said):
        try:
            found.add(str(parse_value(hole)))
        except ConditionError as error:
            return f"`{{{hole}}}` is no value: {error.faults[0].message}"
    if strange := found - values.keys():
        return f"The English text has no value `{{{min(strange)}}}`."
    if missing := values.keys() - found:
        return f"The translation lacks the value `{{{min(missing)}}}`."
    return None


def _filled(said: str, values: Mapping[str, Value]) -> Template:
    """Return a translation with the values of the English text, compiled already, in it."""
    pieces = enumerate(_HOLE.split(said))
    parts = (values[str(parse_value(p))] if number % 2 else p for number, p in pieces)
    return Template(tuple(part for part in parts if part != ""))
