"""Two languages made in code, to see what real ones will do to the pages: long, and mirrored."""

from __future__ import annotations

import re
from collections.abc import Mapping
from gettext import NullTranslations

from navigator.content.problems import Place

_KEPT = re.compile(r"(%\(\w+\)[sd]|%%|\{[^{}]*\}|https?://\S*[\w/]|(?<=\])\([^)\s]*\))")
_MARKER = re.compile(r"\s*(?:(?:[-*+]|\d+[.)])\s+)?")
_SENTENCE_END = re.compile(r"((?<=[.!?])\s+)")
_POINT = re.compile(r"[.!?]*$")

_LONG = str.maketrans(
    {
        **{vowel: f"{sign}{sign}" for vowel, sign in zip("aeiouy", "áéíóúý", strict=True)},
        **{vowel: f"{sign}{sign.lower()}" for vowel, sign in zip("AEIOUY", "ÁÉÍÓÚÝ", strict=True)},
        **dict(zip("bcdfghjklmnpqrstvwxz", "ƀçđƒĝĥĵķľɱñþɋŕšŧṽŵẋž", strict=True)),
        **dict(zip("BCDFGHJKLMNPQRSTVWXZ", "ƁÇĐƑĜĤĴĶĽṀÑÞɊŔŠŦṼŴẊŽ", strict=True)),
    }
)
_MIRRORED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "ابثدعفجحيژكلمنوپقرسترڤشخىز" * 2
)


class PseudoCatalogue(NullTranslations):
    """Says every text in stand-in letters, each sentence in brackets, values and links kept.

    No letter of English is left, so a text that was not handed over shows; a bracket that is
    missing shows a text that was cut.
    """

    def __init__(self, letters: Mapping[int, str | int]) -> None:
        super().__init__()
        self._letters = letters

    def gettext(self, message: str) -> str:
        """Return ``message`` in stand-in letters."""
        return "\n".join(self._line(line) for line in message.split("\n"))

    def pgettext(self, context: str, message: str) -> str:
        """Return ``message`` in stand-in letters; the context makes no difference."""
        return self.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return one or many as in English."""
        return self.gettext(msgid1 if n == 1 else msgid2)

    def place_of(self, context: str, message: str) -> Place:
        """Return this file: these texts are written nowhere else."""
        return Place(__name__, 1, 1)

    def _line(self, line: str) -> str:
        """Say a line; what makes it an item of a list stays in front."""
        start = _MARKER.match(line)
        behind = start.end() if start else 0
        return line[:behind] + "".join(map(self._sentence, _SENTENCE_END.split(line[behind:])))

    def _sentence(self, sentence: str) -> str:
        """Say a sentence; its full stop stays outside, where pages look for the end of one."""
        if not any(letter.isalpha() for letter in _KEPT.sub("", sentence)):
            return sentence
        said = _POINT.sub("", sentence)
        pieces = (p if kept % 2 else p.translate(self._letters) for kept, p in _pieces(said))
        space = " " if _KEPT.split(said)[-1] == "" and said.rfind("://") > said.rfind(" ") else ""
        return f"⟦{''.join(pieces)}{space}⟧{sentence[len(said) :]}"


def long_catalogue() -> PseudoCatalogue:
    """Return accented texts about 40 % longer than English ones."""
    return PseudoCatalogue(_LONG)


def mirrored_catalogue() -> PseudoCatalogue:
    """Return texts in letters that are written from right to left."""
    return PseudoCatalogue(_MIRRORED)


def _pieces(sentence: str) -> enumerate[str]:
    return enumerate(_KEPT.split(sentence))
