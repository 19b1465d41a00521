"""Texts for pages that know nobody: a sentence that needs an answer to be true is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from navigator.content.library import Wording
from navigator.engine import Words, phrases
from navigator.rules import Value

_HOLE = "\ufffc"
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class GeneralWords(Words):
    """Says only what is true for everyone, such as "60 days after the letter"."""

    def unknown(self, value: Value) -> str:
        """Return what ``value`` is counted from; a hole where there are no words for that."""
        said = super().unknown(value)
        return _HOLE if self.phrase(phrases.NOT_KNOWN) in said else said

    def text(self, wording: Wording | None) -> str:
        """Return ``wording`` without the sentences that have a hole in them."""
        said = super().text(wording)
        if _HOLE not in said:
            return said
        return " ".join(part for part in _SENTENCE.split(said) if _HOLE not in part)
