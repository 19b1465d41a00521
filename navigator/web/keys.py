"""The keys of a site: given by the operator, or made on first run and kept for it alone."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from navigator.content.keeping import LibraryFile
from navigator.settings import Settings


def site_keys(given: Sequence[str], state_folder: Path) -> tuple[str, ...]:
    """Return the keys of this site, newest first: those ``given``, or else those kept on disk."""
    return tuple(given) or _kept(state_folder / "keys")


def derived(key: str, purpose: str) -> bytes:
    """Return 32 bytes for one ``purpose``, so that no two uses share a key."""
    return HKDF(SHA256(), 32, salt=None, info=purpose.encode()).derive(key.encode())


def library_file(settings: Settings) -> LibraryFile:
    """Return the file in which this site keeps its checked journeys between starts."""
    key = site_keys(settings.keys, settings.state_folder)[0]
    return LibraryFile(settings.state_folder / "journeys.kept", derived(key, "journeys"))


def _kept(path: Path) -> tuple[str, ...]:
    if not path.exists():
        _make(path)
    return tuple(path.read_text(encoding="ascii").split())


def _make(path: Path) -> None:
    """Write a new key whole or not at all: of several workers the first one wins."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent)  # made with mode 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(Fernet.generate_key().decode("ascii") + "\n")
        if not path.exists():
            os.replace(name, path)
    finally:
        Path(name).unlink(missing_ok=True)
