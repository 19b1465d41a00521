"""The code that opens a saved plan again: made to be written down, read aloud and typed."""

from __future__ import annotations

import secrets
from typing import Final

from stdnum.iso7064 import mod_37_36

# Crockford's letters and digits: no I, L, O or U, which look like others or make words.
_SYMBOLS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MEANT = str.maketrans({"O": "0", "I": "1", "L": "1"})
_BETWEEN = str.maketrans("", "", " -\u2010\u2011\u2012\u2013\u2014.\t\r\n")
_DRAWN = 19  # symbols of 5 bits: 95 bits nobody can guess, and one more to catch a slip
_GROUP = 4
LENGTH = _DRAWN + 1


class CodeError(ValueError):
    """What was typed is no code; ``length`` is how many letters and digits it has."""

    def __init__(self, length: int) -> None:
        self.length = length
        super().__init__(f"A code has {LENGTH} letters and digits, and this is not one of ours.")


def new_code() -> str:
    """Return a new code: 95 random bits and a check symbol, without spaces."""
    drawn = "".join(secrets.choice(_SYMBOLS) for _ in range(_DRAWN))
    return drawn + str(mod_37_36.calc_check_digit(drawn, _SYMBOLS))


def read_code(typed: str) -> str:
    """Return the code meant by ``typed``: any case, spaces or dashes, O for 0, I and L for 1.

    Raises CodeError when a letter is missing, swapped or wrong: the check symbol tells.
    """
    code = typed.upper().translate(_BETWEEN).translate(_MEANT)
    if len(code) != LENGTH or not mod_37_36.is_valid(code, _SYMBOLS):
        raise CodeError(len(code))
    return code


def shown_code(code: str) -> str:
    """Return ``code`` in groups, as it is shown and printed: "7K2M QX9T ..."."""
    return " ".join(code[start : start + _GROUP] for start in range(0, LENGTH, _GROUP))
