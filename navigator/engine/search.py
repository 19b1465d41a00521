"""Everyday words -> the steps, choices, agencies and journeys they may mean, best first."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import Literal, TypeAlias

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from navigator.content.library import Agency, Choice, Library, Wording

LONGEST_QUERY = 100  # characters

Home = Literal["step", "choice", "agency", "journey"]
Entry: TypeAlias = tuple[Home, str]
Named: TypeAlias = tuple[Entry, str, float]  # what is called so, and how much the name counts

_MOST_WORDS = 12
_LEAST = 0.35  # of 1: what fits less than this was not meant
_OF_ALL = 0.15  # what the words of all phrases of an entry count, beside its best phrase
_CLOSE = 85  # percent: whole phrases that differ by a slip or a space
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile("['’]")


@dataclass(frozen=True, slots=True)
class Match:
    """Something that may be meant; ``score`` is about 1 where all words fit, and never negative."""

    home: Home
    id: str
    score: float


@dataclass(frozen=True, slots=True)
class _Phrase:
    entry: Entry
    words: tuple[str, ...]
    joined: str
    weight: float


class Index:
    """What everything in a library is called, ready to be searched."""

    def __init__(self, library: Library) -> None:
        self._phrases = tuple(_phrases(library))
        self._rarity = _rarity(library)
        self._vocabulary = sorted({word for phrase in self._phrases for word in phrase.words})

    def find(self, query: str) -> tuple[Match, ...]:
        """Return what ``query`` may mean, the likeliest first; () when nothing comes near."""
        words = tuple(dict.fromkeys(words_of(query[:LONGEST_QUERY])))[:_MOST_WORDS]
        alike = {word: self._alike(word) for word in words}
        if not words:
            return ()
        best: dict[Entry, float] = {}
        every: dict[Entry, dict[str, float]] = {}
        for phrase in self._phrases:
            hits = _hits(alike, phrase.words)
            for word, likeness in hits.items():
                known = every.setdefault(phrase.entry, {})
                known[word] = max(known.get(word, 0.0), likeness * phrase.weight)
            score = phrase.weight * max(
                self._fit(words, hits, alike, phrase), _whole(words, phrase)
            )
            best[phrase.entry] = max(best.get(phrase.entry, 0.0), score)
        scored = (
            Match(*entry, score + _OF_ALL * self._share(words, every.get(entry, {})))
            for entry, score in best.items()
        )
        found = [match for match in scored if match.score >= _LEAST]
        return tuple(sorted(found, key=lambda match: -match.score))

    def _alike(self, word: str) -> dict[str, float]:
        """Return the words of the library that ``word`` may be, each with how like it is.

        A word that the library knows is hardly another one misspelled.
        """
        slips = _slips(word)
        near = process.extract(
            word, self._vocabulary, scorer=OSA.distance, score_cutoff=slips, limit=None
        )
        found = {other: 1 - 0.12 * slip for other, slip, _ in near if slip <= _slips(other)}
        for other in self._vocabulary:
            shared, longest = _shared_start(word, other), max(len(word), len(other))
            if shared >= 4 and shared >= 0.6 * longest:
                found[other] = max(found.get(other, 0.0), 0.5 + 0.5 * shared / longest)
        if word in found:
            found = {
                other: likeness if other == word else 0.7 * likeness
                for other, likeness in found.items()
            }
        return found

    def _fit(
        self,
        words: Iterable[str],
        hits: Mapping[str, float],
        alike: Mapping[str, Mapping[str, float]],
        phrase: _Phrase,
    ) -> float:
        """Return how well a phrase and the query cover each other: their harmonic mean."""
        recall = self._share(words, hits)
        met = (
            {o: max(alike[word].get(o, 0.0) for word in hits) for o in phrase.words} if hits else {}
        )
        precision = self._share(phrase.words, met)
        return 2 * recall * precision / (recall + precision) if recall and precision else 0.0

    def _share(self, words: Iterable[str], hits: Mapping[str, float]) -> float:
        """Return how much of ``words`` was hit; a rare word counts more than a common one."""
        weights = {word: self._rarity.get(word, 1.0) for word in words}
        return sum(w * hits.get(word, 0.0) for word, w in weights.items()) / sum(weights.values())


@lru_cache(maxsize=16)
def index_of(library: Library) -> Index:
    """Return the index of ``library``, made at the first search."""
    return Index(library)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of ``text``, without capitals, accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text)).casefold()
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(_WORD.findall(bare))


def _hits(alike: Mapping[str, Mapping[str, float]], words: Iterable[str]) -> dict[str, float]:
    found = {word: max(others.get(w, 0.0) for w in words) for word, others in alike.items()}
    return {word: likeness for word, likeness in found.items() if likeness}


def _whole(words: Iterable[str], phrase: _Phrase) -> float:
    """Return how like the phrase the query is with all spaces gone: "day care" is "daycare"."""
    return fuzz.ratio("".join(words), phrase.joined, score_cutoff=_CLOSE) / 100


def _slips(word: str) -> int:
    """Return how many letters may be wrong: none in a short word, such as the name of an office."""
    return 0 if len(word) < 4 else 1 if len(word) < 7 else 2


def _shared_start(one: str, other: str) -> int:
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


def _phrases(library: Library) -> Iterator[_Phrase]:
    for entry, text, weight in _names(library):
        if words := words_of(text):
            yield _Phrase(entry, words, "".join(words), weight)


def _names(library: Library) -> Iterator[Named]:
    """Yield what everything is called, and how much that name counts."""
    for journey in library.journeys.values():
        for text in (journey.title, *journey.also_called):
            yield ("journey", journey.id), text, 1.0
    for step in library.steps.values():
        for text in (*_literal(step.do), *step.also_called):
            yield ("step", step.id), text, 1.0
        yield ("step", step.id), library.agencies[step.agency].contact.name, 0.4
    for choice in library.choices.values():
        yield from _names_of_choice(choice)
    for agency in library.agencies.values():
        yield from _names_of_agency(agency)


def _names_of_choice(choice: Choice) -> Iterator[Named]:
    for text in _literal(choice.title):
        yield ("choice", choice.id), text, 1.0
    for option in choice.options:
        yield from ((("choice", choice.id), text, 0.6) for text in _literal(option.label))


def _names_of_agency(agency: Agency) -> Iterator[Named]:
    for text in (agency.contact.name, agency.short or ""):
        yield ("agency", agency.id), text, 1.0
    for row in agency.rows.values():
        yield ("agency", agency.id), row.name, 0.9
    yield ("agency", agency.id), agency.who_for or "", 0.6


def _rarity(library: Library) -> dict[str, float]:
    """Return how telling each word is, from how few texts of the library it stands in."""
    texts = [set(words_of(text)) for text in _texts(library)]
    count = Counter(word for text in texts for word in text)
    return {word: log(1 + len(texts) / number) for word, number in count.items()}


def _texts(library: Library) -> Iterator[str]:
    for _, name, _ in _names(library):
        yield name
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
