"""Where the parser could not go on: what it had read, what came, and what could have come."""

from __future__ import annotations

from dataclasses import dataclass

from lark import Token

from navigator.rules.faults import Fault, in_words
from navigator.rules.grammar import KEYWORDS

_GROUPS = (
    ("a name", frozenset({"NAME", "PLACE"})),
    ("an amount", frozenset({"MONEY", "PERCENT"})),
    ("a day", frozenset({"DATE", "MONTH", "TODAY"})),
    ("a comparison", frozenset({"IS", "INCLUDES", "AT", "MORE", "LESS", "EXACTLY"})),
    ("`and`", frozenset({"AND"})),
    ("`or`", frozenset({"OR"})),
)
_LESSER_GROUPS = (
    ("a number", frozenset({"NUMBER"})),
    ("a weekday", frozenset({"WEEKDAY"})),
    ("a month such as `April`", frozenset({"MONTH_NAME"})),
    ("a unit such as `days`", frozenset({"DAYS", "MONTHS"})),
    ("`)`", frozenset({"RPAR"})),
    ("`,`", frozenset({"COMMA"})),
)
_MOST_NAMED = 3


@dataclass(frozen=True)
class Stuck:
    """The parser at a word it cannot use: ``word``, of type `$END` at the end of the sentence.

    ``read`` are the words before it; ``accepts`` the types of words that could have come.
    """

    read: tuple[Token, ...]
    word: Token
    accepts: frozenset[str]

    @property
    def has_ended(self) -> bool:
        """Whether the sentence stops too soon."""
        return self.word.type == "$END"

    @property
    def may_end(self) -> bool:
        """Whether a whole condition has been read, perhaps within parentheses."""
        return bool(self.accepts & {"$END", "RPAR"})

    def before(self, back: int = 1) -> str:
        """Return the type of the word that many words before, "" if there is none."""
        return self.read[-back].type if len(self.read) >= back else ""

    def accepted_keywords(self) -> list[str]:
        """Return the words of the language that could have come."""
        return [word for name, word in KEYWORDS.items() if name in self.accepts]

    def expected(self) -> str:
        """Return what could have come, in words and at most three of them, or ""."""
        named = [name for name, types in _GROUPS if types & self.accepts]
        if not named:
            named = [name for name, types in _LESSER_GROUPS if types & self.accepts]
        if not named:
            named = [f"`{word}`" for word in self.accepted_keywords()]
        return in_words(named[:_MOST_NAMED])

    def fault(self, message: str, hint: str, rule: str, words: int = 1, back: int = 0) -> Fault:
        """Return a fault at the word, or at ``words`` words of which the last is ``back`` before.

        At the end of a sentence the fault is marked after its last word.
        """
        if self.has_ended and not back:
            after = _end(self.read[-1]) if self.read else 0
            return Fault(message, hint, rule, after, after)
        line = self.read if self.has_ended else (*self.read, self.word)
        last = len(line) - (back - 1 if self.has_ended else back)
        chosen = line[max(0, last - words) : last]
        return Fault(message, hint, rule, chosen[0].start_pos or 0, _end(chosen[-1]))


def _end(token: Token) -> int:
    return token.end_pos or 0
