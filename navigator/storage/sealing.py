"""What is kept, sealed with a key made from the person's code: neither database nor operator reads.

The record is found by a second value made from the code, from which neither the code nor the key
can be worked out. Each record has the same size, so that sizes tell nothing.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Final, NamedTuple

import brotli
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

JSON = Mapping[str, object]

SEALED_SIZE: Final = 16 * 1024  # bytes of every record, whatever it holds
_FORMAT: Final = b"\x01"  # first byte of a record: how it was sealed
_NONCE: Final = 12
_TAG: Final = 16
_LENGTH: Final = 4
_ROOM: Final = SEALED_SIZE - len(_FORMAT) - _NONCE - _TAG - _LENGTH


class SealError(ValueError):
    """A record does not open with this code, or was damaged."""


class TooLargeError(ValueError):
    """More than a record holds; nothing was kept."""


class Keys(NamedTuple):
    """What a code gives: where its record is found, and what opens it."""

    locator: bytes
    secret: bytes


def keys_of(code: str) -> Keys:
    """Return the two values of ``code``; a code has 95 random bits, so no slow hash is needed."""
    return Keys(_derived(code, b"locator"), _derived(code, b"secret"))


def seal(content: JSON, keys: Keys) -> bytes:
    """Return ``content`` (JSON values) as SEALED_SIZE bytes. Raises TooLargeError."""
    packed: bytes = brotli.compress(json.dumps(content, separators=(",", ":")).encode())
    if len(packed) > _ROOM:
        raise TooLargeError(f"{len(packed)} bytes are more than the {_ROOM} of a record.")
    padded = len(packed).to_bytes(_LENGTH) + packed.ljust(_ROOM, b"\0")
    nonce = os.urandom(_NONCE)
    return _FORMAT + nonce + AESGCM(keys.secret).encrypt(nonce, padded, _FORMAT + keys.locator)


def unseal(sealed: bytes, keys: Keys) -> dict[str, object]:
    """Return what was sealed. Raises SealError for another's, a damaged or an unknown record."""
    mark, nonce, rest = sealed[:1], sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :]
    if mark != _FORMAT:
        raise SealError("The record was sealed in a way that is not known here.")
    try:
        padded = AESGCM(keys.secret).decrypt(nonce, rest, _FORMAT + keys.locator)
    except (InvalidTag, ValueError):
        raise SealError("The record does not open with this code.") from None
    length = int.from_bytes(padded[:_LENGTH])
    content = json.loads(brotli.decompress(padded[_LENGTH : _LENGTH + length]))
    if not isinstance(content, dict):
        raise SealError("The record holds no plan.")
    return content


def _derived(code: str, purpose: bytes) -> bytes:
    info = b"journey-navigator saved plan " + purpose
    return HKDF(SHA256(), 32, salt=None, info=info).derive(code.encode("ascii"))
