"""A record opens with its own code alone, and its size tells nothing."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.storage import SealError, TooLargeError, new_code
from navigator.storage.sealing import SEALED_SIZE, keys_of, seal, unseal

_json = st.dictionaries(
    st.text(max_size=9), st.none() | st.booleans() | st.integers() | st.text(max_size=40)
)
KEYS = keys_of(new_code())


@given(_json)
def test_what_was_sealed_opens_as_it_was_and_has_the_one_size(content: dict[str, object]) -> None:
    sealed = seal(content, KEYS)
    assert len(sealed) == SEALED_SIZE
    assert unseal(sealed, KEYS) == content


def test_another_code_opens_nothing() -> None:
    with pytest.raises(SealError):
        unseal(seal({"answer": "yes"}, KEYS), keys_of(new_code()))


def test_a_record_moved_under_another_locator_does_not_open() -> None:
    moved = KEYS._replace(locator=keys_of(new_code()).locator)
    with pytest.raises(SealError):
        unseal(seal({"answer": "yes"}, KEYS), moved)


@pytest.mark.parametrize("place", [0, 1, 13, 500, SEALED_SIZE - 1])
def test_one_changed_byte_is_noticed(place: int) -> None:
    sealed = bytearray(seal({"answer": "yes"}, KEYS))
    sealed[place] ^= 1
    with pytest.raises(SealError):
        unseal(bytes(sealed), KEYS)


@pytest.mark.parametrize("size", [0, 1, 12, 40, SEALED_SIZE - 1])
def test_a_record_cut_short_is_noticed(size: int) -> None:
    with pytest.raises(SealError):
        unseal(seal({"answer": "yes"}, KEYS)[:size], KEYS)


def test_more_than_a_record_holds_is_refused() -> None:
    noise = random.Random(1).randbytes(SEALED_SIZE).hex()
    with pytest.raises(TooLargeError):
        seal({"note": noise}, KEYS)


def test_the_same_content_never_looks_the_same() -> None:
    assert seal({"a": 1}, KEYS) != seal({"a": 1}, KEYS)
