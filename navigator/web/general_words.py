"""Texts for pages that know nobody: a sentence that needs an answer to be true is left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from navigator.content.library import Wording
from navigator.engine import Words
from navigator.rules import Value
from navigator.web.language import current_language
from navigator.web.site import Site

_HOLE = "\ufffc"
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class GeneralWords(Words):
    """Says only what is true for everyone, such as "60 days after the letter"."""

    def unknown(self, value: Value) -> str:
        """Return what ``value`` is counted from; a hole where there are no words for that."""
        said = super().unknown(value)
        return _HOLE if super().is_vague(said) else said

    def is_vague(self, said: str) -> bool:
        """Whether ``said`` has a hole in it."""
        return _HOLE in said

    def text(self, wording: Wording | None) -> str:
        """Return ``wording`` without the sentences that have a hole in them."""
        said = super().text(wording)
        if not self.is_vague(said):
            return said
        return " ".join(part for part in _SENTENCE.split(said) if _HOLE not in part)


def general_words(
    site: Site, told: Mapping[str, str] | None = None, *, helping: bool = False
) -> GeneralWords:
    """Return how to say things to everyone; ``told`` is all that is known, such as the state.

    ``helping``: to somebody who reads on behalf of another.
    """
    language = current_language()
    reading = site.library.rulebook.read(told or {}, site.clock()[0])
    spoken = language.interface
    return GeneralWords(
        site.library, reading, helping, language.locale, spoken.gettext, spoken.ngettext
    )
