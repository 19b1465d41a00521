"""A code survives handwriting, a phone call and a thumb, and a slip is noticed."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.storage import CodeError, new_code, read_code, shown_code

_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_a_code_is_read_in_any_spelling_a_person_gives_it() -> None:
    code = new_code()
    shown = shown_code(code)
    assert len(shown.split()) == 5
    for typed in (shown, shown.lower(), shown.replace(" ", "-"), f"  {code}\n", "–".join(code)):
        assert read_code(typed) == code
    assert read_code(code.replace("0", "O").replace("1", "l")) == code


def test_no_two_codes_are_alike_and_each_symbol_is_drawn() -> None:
    codes = {new_code() for _ in range(2000)}
    assert len(codes) == 2000
    assert set("".join(codes)) == set(_SYMBOLS)


def test_every_single_wrong_symbol_is_noticed() -> None:
    for _ in range(10):
        code = new_code()
        for place, right in enumerate(code):
            for wrong in set(_SYMBOLS) - {right}:
                with pytest.raises(CodeError):
                    read_code(code[:place] + wrong + code[place + 1 :])


def test_two_neighbors_swapped_are_noticed_but_in_rare_cases() -> None:
    chance, tried, missed = random.Random("swaps"), 0, 0
    for _ in range(500):
        code, place = new_code(), chance.randrange(19)
        swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        if swapped != code:
            tried += 1
            try:
                read_code(swapped)
            except CodeError:
                continue
            missed += 1
    assert tried > 400
    assert missed <= tried // 20


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_code_or_is_refused(typed: str) -> None:
    with suppress(CodeError):
        code = read_code(typed)
        assert read_code(shown_code(code)) == code
