"""What is wrong with a sentence, where, and what would be right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

_NEAR = 0.7  # how alike two words are, of 1, for one to be a slip of the other
_MOST_COMPARED = 2_000  # words; comparing takes time for each
_SHOWN = 120  # characters of a sentence that fit in a line of a terminal


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a sentence, at the offsets from ``start`` to before ``end``.

    ``message`` says what is wrong and ``hint`` what would be right, each in a sentence; ``rule``
    is the id under which the rule is documented.
    """

    message: str
    hint: str
    rule: str
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.message} {self.hint} [{self.rule}]"

    def caret(self, text: str) -> str:
        """Return two lines: the sentence (a long one only around the fault) and `~~^` under it."""
        first = 0 if len(text) <= _SHOWN else max(0, min(self.start, len(text)) - _SHOWN // 2)
        shown = "".join(c if c.isprintable() else " " for c in text[first : first + _SHOWN])
        width = min(max(self.end - self.start, 1), _SHOWN)
        return f"{shown}\n{' ' * (self.start - first)}{'~' * (width - 1)}^"


class ConditionError(Exception):
    """A sentence that cannot be used: ``text``, and all its ``faults`` in the order they stand."""

    def __init__(self, text: str, faults: Sequence[Fault]) -> None:
        super().__init__(text, faults)
        self.text = text
        self.faults = tuple(sorted(faults, key=lambda fault: (fault.start, fault.end)))

    def __str__(self) -> str:
        return "\n".join(f"{fault}\n{fault.caret(self.text)}" for fault in self.faults)


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return the hint that names the nearest of ``known``, or ``otherwise`` if none is near."""
    names = sorted(known)
    if len(names) > _MOST_COMPARED:
        return otherwise
    plain = word.lower().replace("-", "_").replace(" ", "_")
    near = get_close_matches(plain[:60], names, n=1, cutoff=_NEAR)
    return f"Did you mean `{near[0]}`?" if near else otherwise


def in_words(words: Sequence[str], joined_by: str = "or") -> str:
    """Return `a`, `a or b`, `a, b or c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joined_by} {words[-1]}"
