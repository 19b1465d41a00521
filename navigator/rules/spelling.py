"""Finds, all at once, what is no word, number or date of the language: `<=`, `Is`, `185 %`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from navigator.rules.faults import Fault
from navigator.rules.grammar import RESERVED_WORDS, is_terminal
from navigator.rules.places import PLACES
from navigator.rules.tree_values import MONTH_NAMES, WEEKDAYS

_SYMBOLS: Mapping[str, str] = {
    "<=": "is at most",
    "=<": "is at most",
    "≤": "is at most",
    ">=": "is at least",
    "=>": "is at least",
    "≥": "is at least",
    "<": "is less than",
    ">": "is more than",
    "==": "is` or `is exactly",
    "=": "is` or `is exactly",
    "!=": "is not",
    "<>": "is not",
    "≠": "is not",
    "!": "not",
    "&&": "and",
    "&": "and",
    "||": "or",
    "|": "or",
    "+": "plus",
    "-": "minus",
    "\N{MINUS SIGN}": "minus",
    "\N{EN DASH}": "minus",
    "*": "times",
    "\N{MULTIPLICATION SIGN}": "times",
    "/": "a` as in `$150 a month",
    "%": "% of` behind a number as in `185% of",
}
_QUOTES = "\"'`\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"
_SYMBOL = "|".join(map(re.escape, sorted(_SYMBOLS, key=len, reverse=True)))
_PIECE = re.compile(
    rf"""(?P<space> \s+ )
      | (?P<mark> [(),] )
      | (?P<money> \$\s*[0-9](?:[0-9.,]*[0-9])?[a-zA-Z%]* )
      | (?P<figure> [0-9](?:[0-9.,/-]*[0-9])?(?:\s+%|[^\W0-9][\w%]*|%[\w%]*)? )
      | (?P<word> [^\W0-9](?:[\w{_APOSTROPHES}-]*\w)? )
      | (?P<quoted> [{_QUOTES}][\w -]*[{_QUOTES}] )
      | (?P<symbol> {_SYMBOL} )
      | (?P<other> (?:(?!{_SYMBOL})[^\w\s(),$])+ | . )""",
    re.VERBOSE,
)
_DATE_LIKE = re.compile(r"[0-9]+([/-])[0-9]+(\1[0-9]+)?")


def misspelled(text: str) -> tuple[Fault, ...]:
    """Return a fault for each piece of ``text`` that cannot be part of any sentence."""
    return tuple(
        _fault(piece)
        for piece in _PIECE.finditer(text)
        if piece.lastgroup not in ("space", "mark") and not is_terminal(piece[0])
    )


def _fault(piece: re.Match[str]) -> Fault:
    message, hint, rule = _EXPLAIN[piece.lastgroup or "other"](piece[0])
    return Fault(message, hint, rule, piece.start(), piece.end())


def _money(piece: str) -> tuple[str, str, str]:
    message = f"`{piece}` is not an amount of money."
    return message, "Write dollars, or dollars and cents: `$2,000`, `$12.50`.", "number"


def _figure(piece: str) -> tuple[str, str, str]:
    digits = re.match(r"[0-9.,/-]*[0-9]", piece)
    number, rest = (digits[0], piece[digits.end() :].strip()) if digits else (piece, "")
    if rest == "%":
        return f"`{piece}` has a space too many.", f"Write `{number}%`.", "symbol"
    if rest[:1].isalpha():
        return (
            f"`{piece}` is not a number.",
            f"Put a space between `{number}` and `{rest}`.",
            "symbol",
        )
    if _DATE_LIKE.fullmatch(piece):
        return (
            f"`{piece}` is not a date.",
            "Write a day as `2026-11-21` and a month as `2026-11`.",
            "date",
        )
    return f"`{piece}` is not a number.", "Write numbers as `1,200`, `1200` or `1.5`.", "number"


def _word(piece: str) -> tuple[str, str, str]:
    small = piece.lower()
    if any(mark in piece for mark in _APOSTROPHES):
        return (
            f"`{piece}` has an apostrophe.",
            "Write it out, as in `is not`.",
            "symbol",
        )
    if small in RESERVED_WORDS:
        return f"`{piece}` has capital letters.", f"Write `{small}`.", "capitals"
    if proper := _proper_name(piece):
        return f"`{piece}` is spelled otherwise here.", f"Write `{proper}`.", "capitals"
    if is_terminal(tidy := small.replace("-", "_")):
        return (
            f"`{piece}` cannot be a name.",
            f"Names have small letters, digits and `_`: `{tidy}`.",
            "capitals" if tidy == small else "symbol",
        )
    return f"`{piece}` cannot be a name.", "Names have small letters, digits and `_`.", "symbol"


def _proper_name(piece: str) -> str | None:
    """Return the state, month or weekday that `Ohio`, `Oh`, `Jan` or `sUNDAY` must mean, if any."""
    title = piece.title()
    codes = [code for code, name in PLACES.items() if title in (code.title(), name)]
    names = [name for name in (*MONTH_NAMES, *WEEKDAYS) if name.startswith(title)]
    return next(iter(codes + (names if len(piece) > 2 else [])), None)


def _quoted(piece: str) -> tuple[str, str, str]:
    return f"{piece} stands in quotes.", f"Write `{piece[1:-1].strip()}` without them.", "symbol"


def _symbol(piece: str) -> tuple[str, str, str]:
    message = f"`{piece}` is a symbol, and conditions are written in words."
    return message, f"Write `{_SYMBOLS[piece]}`.", "symbol"


def _other(piece: str) -> tuple[str, str, str]:
    return f"`{piece}` is not part of the language.", "Leave it out.", "symbol"


_EXPLAIN = {
    "money": _money,
    "figure": _figure,
    "word": _word,
    "quoted": _quoted,
    "symbol": _symbol,
    "other": _other,
}
