"""Everyday words -> the steps, choices, agencies and journeys they may mean, best first."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from navigator.content.library import Library
from navigator.engine.names import Entry, Home, names_in, texts_in, words_of

LONGEST_QUERY = 100  # characters

_MOST_WORDS = 12
_LEAST = 0.35  # of 1: what fits less than this was not meant
_AGAIN = 0.15  # what the second best name of a thing counts beside the best
_QUERY_COUNTS = 4  # times as much as the phrase, when one does not cover the other
_RATHER_NOT = 0.7  # what another word counts where the one typed is known
_STEM = 4  # letters that words of one stem share at least, ...
_SAME_STEM, _SURELY_SAME_STEM = 0.6, 0.8  # ... and this part of the longer word
_CLOSE = 85  # percent: whole phrases that differ by a slip or a space


@dataclass(frozen=True, slots=True)
class Match:
    """Something that may be meant; ``score`` is about 1 where all words fit."""

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
        self._with_word: dict[str, list[int]] = {}
        for place, phrase in enumerate(self._phrases):
            for word in dict.fromkeys(phrase.words):
                self._with_word.setdefault(word, []).append(place)
        self._vocabulary = sorted(self._with_word)
        self._joined = [phrase.joined for phrase in self._phrases]

    def find(self, query: str) -> tuple[Match, ...]:
        """Return what ``query`` may mean, the likeliest first; () when nothing comes near."""
        words = tuple(dict.fromkeys(words_of(query[:LONGEST_QUERY])))[:_MOST_WORDS]
        alike = {word: self._alike(word) for word in words}
        scores: dict[Entry, list[float]] = {}
        for place, score in self._scored(words, alike):
            phrase = self._phrases[place]
            scores.setdefault(phrase.entry, []).append(score * phrase.weight)
        found = [Match(*entry, _together(each)) for entry, each in scores.items()]
        near = (match for match in found if match.score >= _LEAST)
        return tuple(sorted(near, key=lambda match: -match.score))

    def _scored(
        self, words: tuple[str, ...], alike: Mapping[str, Mapping[str, float]]
    ) -> Iterator[tuple[int, float]]:
        """Yield the phrases that have anything of the query, and how well they fit."""
        whole = self._whole("".join(words))
        places = {
            p for others in alike.values() for other in others for p in self._with_word[other]
        }
        for place in places | whole.keys():
            fit = self._fit(words, alike, self._phrases[place].words)
            yield place, max(fit, whole.get(place, 0.0))

    def _alike(self, word: str) -> dict[str, float]:
        """Return the words of the library that ``word`` may be, each with how like it is.

        A word that the library knows is hardly another one misspelled.
        """
        slips = _slips(word)
        near = process.extract(
            word, self._vocabulary, scorer=OSA.distance, score_cutoff=slips, limit=None
        )
        found = {other: 1 - 0.12 * slip for other, slip, _ in near if slip <= _slips(other)}
        is_known = word in found
        if is_known:
            found = {
                o: 1.0 if o == word else _RATHER_NOT * likeness for o, likeness in found.items()
            }
        for other in self._beginning_like(word):
            shared = _shared_start(word, other) / max(len(word), len(other))
            if shared >= _SAME_STEM:
                likeness = 0.5 + 0.5 * shared
                likeness *= _RATHER_NOT if is_known and shared < _SURELY_SAME_STEM else 1
                found[other] = max(found.get(other, 0.0), likeness)
        return found

    def _beginning_like(self, word: str) -> list[str]:
        start = word[:_STEM]
        if len(start) < _STEM:
            return []
        first = bisect_left(self._vocabulary, start)
        return self._vocabulary[first : bisect_left(self._vocabulary, f"{start}\uffff")]

    def _whole(self, joined: str) -> dict[int, float]:
        """Return the phrases that are the query but for a slip or a space, like "day care"."""
        near = process.extract(
            joined, self._joined, scorer=fuzz.ratio, score_cutoff=_CLOSE, limit=None
        )
        return {place: likeness / 100 for _, likeness, place in near}

    def _fit(
        self,
        words: tuple[str, ...],
        alike: Mapping[str, Mapping[str, float]],
        phrase: tuple[str, ...],
    ) -> float:
        """Return how well a phrase and the query cover each other; the query counts for more."""
        recall = self._share((w, max(alike[w].get(o, 0.0) for o in phrase)) for w in words)
        precision = self._share((o, max(alike[w].get(o, 0.0) for w in words)) for o in phrase)
        both = _QUERY_COUNTS * precision + recall
        return (1 + _QUERY_COUNTS) * precision * recall / both if both else 0.0

    def _share(self, hits: Iterable[tuple[str, float]]) -> float:
        """Return how much of some words was hit; a rare word counts more than a common one."""
        all_of_it = part = 0.0
        for word, likeness in hits:
            weight = self._rarity.get(word, 1.0)
            all_of_it += weight
            part += weight * likeness
        return part / all_of_it


@lru_cache(maxsize=16)
def index_of(library: Library) -> Index:
    """Return the index of ``library``, made at the first search."""
    return Index(library)


def _together(scores: list[float]) -> float:
    """Return the best score, a little more if other names of the same thing fit as well."""
    best, *others = sorted(scores, reverse=True)
    return best + _AGAIN * (others[0] if others else 0.0)


def _slips(word: str) -> int:
    """Return how many letters may be wrong: none in a short word, such as the name of an office."""
    return 0 if len(word) < 4 else 1 if len(word) < 7 else 2


def _shared_start(one: str, other: str) -> int:
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


def _phrases(library: Library) -> Iterator[_Phrase]:
    for named in names_in(library):
        if words := words_of(named.text):
            yield _Phrase(named.entry, words, "".join(words), named.weight)


def _rarity(library: Library) -> dict[str, float]:
    """Return how telling each word is, from how few texts of the library it stands in."""
    texts = [set(words_of(text)) for text in texts_in(library)]
    count = Counter(word for text in texts for word in text)
    return {word: log(1 + len(texts) / number) for word, number in count.items()}
