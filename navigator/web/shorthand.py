"""Short codes for the ids in a session, so that even the fullest plan fits into a cookie."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import accumulate
from string import ascii_letters, digits

_LETTERS = ascii_letters + digits + "-_"
_BASE = len(_LETTERS)
_LENGTH = 3  # letters of a code
_ONE, _SEVERAL, _WIDE = "~", "+", "~"  # before codes, and a wide gap: no answer begins so
_FIRST_KIND = ord("0")
_ANSWERS, _MARKS = "answers", "marks"


class Shorthand:
    """Codes for ids, made of nothing but the id: a cookie outlives a change of the journeys.

    Ids that would share a code have none and are written out. What speaks of an id that is no
    longer there is left out when it is read.
    """

    def __init__(self, ids: Iterable[str] = ()) -> None:
        numbers = {id: _number(id) for id in ids}
        count = Counter(numbers.values())
        self._numbers = {id: number for id, number in numbers.items() if count[number] == 1}
        self._ids = {number: id for id, number in self._numbers.items()}

    def __len__(self) -> int:
        return len(self._numbers)

    def shorten(self, content: Mapping[str, object]) -> dict[str, object]:
        """Return ``content`` with codes for the ids of questions, options and steps."""
        short = dict(content)
        answers, marks = content.get(_ANSWERS), content.get(_MARKS)
        if isinstance(answers, dict):
            gaps, said, rest = self._coded(answers)
            short[_ANSWERS] = [gaps, [self._answer(each) for each in said], rest]
        if isinstance(marks, dict):
            gaps, said, rest = self._coded(marks)
            texts = [json.dumps(mark) for mark in said]
            kinds = list(dict.fromkeys(texts))
            letters = "".join(chr(_FIRST_KIND + kinds.index(text)) for text in texts)
            short[_MARKS] = [gaps, letters, [json.loads(kind) for kind in kinds], rest]
        return short

    def lengthen(self, content: Mapping[str, object]) -> dict[str, object]:
        """Return what was shortened."""
        full = dict(content)
        answers, marks = content.get(_ANSWERS), content.get(_MARKS)
        if isinstance(answers, list):
            gaps, short, rest = answers
            said = [self._full(each) for each in short]
            full[_ANSWERS] = self._decoded(gaps, said, rest)
        if isinstance(marks, list):
            gaps, letters, kinds, rest = marks
            said = [kinds[ord(letter) - _FIRST_KIND] for letter in letters]
            full[_MARKS] = self._decoded(gaps, said, rest)
        return full

    def _coded(self, entries: Mapping[str, object]) -> tuple[str, list[object], dict[str, object]]:
        """Return the gaps between the numbers of the ids, the values, and what has no number."""
        numbers = sorted((self._numbers[id], id) for id in entries if id in self._numbers)
        before = [0, *(number for number, _ in numbers)]
        gaps = (_gap(number - last) for (number, _), last in zip(numbers, before, strict=False))
        rest = {id: said for id, said in entries.items() if id not in self._numbers}
        return "".join(gaps), [entries[id] for _, id in numbers], rest

    def _decoded(
        self, gaps: str, said: list[object], rest: Mapping[str, object]
    ) -> dict[str, object]:
        numbers = accumulate(_gaps(gaps))
        found = {self._ids.get(number): each for number, each in zip(numbers, said, strict=True)}
        known = {id: each for id, each in found.items() if id is not None and each is not _GONE}
        return {**known, **rest}

    def _answer(self, said: object) -> object:
        """Return an answer with codes where it names options: one, or a run of several."""
        if isinstance(said, str) and said in self._numbers:
            return _ONE + _code(self._numbers[said])
        if isinstance(said, list) and said and all(str(each) in self._numbers for each in said):
            return _SEVERAL + "".join(_code(self._numbers[each]) for each in said)
        return said

    def _full(self, said: object) -> object:
        if not isinstance(said, str) or not said.startswith((_ONE, _SEVERAL)):
            return said
        codes = (said[place : place + _LENGTH] for place in range(1, len(said), _LENGTH))
        options = [self._ids.get(_read(code)) for code in codes]
        if None in options:
            return _GONE
        return options[0] if said.startswith(_ONE) else options


_GONE = object()


def _number(id: str) -> int:
    digest = blake2b(id.encode(), digest_size=4).digest()
    return int.from_bytes(digest) % int(_BASE**_LENGTH)


def _code(number: int, length: int = _LENGTH) -> str:
    found = ""
    for _ in range(length):
        number, rest = divmod(number, _BASE)
        found = _LETTERS[rest] + found
    return found


def _read(code: str) -> int:
    number = 0
    for letter in code:
        number = number * _BASE + _LETTERS.index(letter)
    return number


def _gap(gap: int) -> str:
    """Return a gap in two letters, which nearly all fit into; a wide one has a sign and three."""
    return _code(gap, 2) if gap < _BASE**2 else _WIDE + _code(gap)


def _gaps(text: str) -> Iterator[int]:
    place = 0
    while place < len(text):
        start, end = (place + 1, place + 4) if text[place] == _WIDE else (place, place + 2)
        yield _read(text[start:end])
        place = end
