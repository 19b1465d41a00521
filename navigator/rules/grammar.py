"""The grammar of the language, read once, and which words belong to it."""

from __future__ import annotations

import re

from lark import Lark
from lark.lexer import PatternStr

GRAMMAR = Lark.open(
    "grammar.lark",
    rel_to=__file__,
    parser="lalr",
    lexer="basic",
    start=["condition", "value"],
    propagate_positions=True,
)

KEYWORDS = {
    terminal.name: terminal.pattern.value
    for terminal in GRAMMAR.terminals
    if isinstance(terminal.pattern, PatternStr) and terminal.pattern.value.isalpha()
}
"""The words of the language by the name of their terminal: `A_DAY` is written `day`."""

RESERVED_WORDS = frozenset(KEYWORDS.values())
"""The words that cannot be ids."""

_ANY_TERMINAL = re.compile(
    "|".join(f"(?:{terminal.pattern.to_regexp()})" for terminal in GRAMMAR.terminals)
)


def is_terminal(piece: str) -> bool:
    """Say whether ``piece``, standing alone, can be part of some sentence."""
    return _ANY_TERMINAL.fullmatch(piece) is not None
