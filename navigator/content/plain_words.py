"""`plain_words` of the common files -> the lists of words of the house; what of them a text has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from navigator.content.builder import Draft
from navigator.content.library import Library
from navigator.content.nodes import Mapped

_SHORT_FORM = re.compile(r"(?<![\w-])(?![IVX]+\b)[A-Z]{2,}(?=s?\b)(?!s?[-/ ]?\w*\d)")
_KINDS = ("jargon", "tone")


@dataclass(frozen=True)
class PlainWords:
    """Words with what to say instead, by kind (`jargon`, `tone`); what everybody knows; agencies.

    ``names`` are those of programs, ``agencies`` all names of agencies, short ones too.
    """

    instead: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    short_forms: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()

    @property
    def all_names(self) -> frozenset[str]:
        """The names of programs and agencies."""
        return self.names | self.agencies

    @cached_property
    def _patterns(self) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
        return tuple(
            (kind, word, re.compile(rf"(?<![\w-]){re.escape(word)}s?(?![\w-])", re.IGNORECASE))
            for kind, words in self.instead.items()
            for word in words
        )

    def found_in(self, text: str) -> Iterator[tuple[str, str, str]]:
        """Yield (kind, word, what to say instead) for each listed word in ``text``."""
        for kind, word, pattern in self._patterns:
            if pattern.search(text):
                yield kind, word, self.instead[kind][word]


def read_plain_words(draft: Draft) -> PlainWords:
    """Return the lists of all common files, and the names of agencies."""
    instead: dict[str, dict[str, str]] = {kind: {} for kind in _KINDS}
    short_forms: set[str] = set()
    names: set[str] = set()
    for file in draft.folder.files:
        node = file.root.mapping("plain_words")
        for kind in _KINDS:
            instead[kind].update(_pairs(node.mapping(kind)))
        short_forms.update(node.lines("short_forms"))
        names.update(node.lines("names"))
    agencies = frozenset(_names(draft.library))
    return PlainWords(instead, frozenset(short_forms), frozenset(names), agencies)


def unexplained(texts: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """Yield the short forms in ``texts`` that none of them explains and ``known`` do not hold.

    `Women, Infants and Children (WIC)` and `WIC (food for ...)` explain; so does an agency's name.
    """
    whole = "\n".join(texts)
    explained = set(_SHORT_FORM.findall(" ".join(known)))
    for short in dict.fromkeys(_SHORT_FORM.findall(whole)):
        if short not in explained and not re.search(rf"\({short}s?\)|\b{short}s? \(", whole):
            yield short


def _pairs(node: Mapped) -> dict[str, str]:
    return {str(word): node.line(word) or "" for word in node}


def _names(library: Library) -> Iterator[str]:
    for agency in library.agencies.values():
        yield from (agency.contact.name, *(row.name for row in agency.rows.values()))
        if agency.short:
            yield agency.short
