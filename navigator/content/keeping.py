"""A checked library, kept in a file between starts: to check it anew takes many times as long.

What is kept is used only if this site wrote it, whole, of the very same files, with the very same
program: its seal is made with a key of the site over all of these. Any other file is as good as
none; nothing in it is looked at.
"""

from __future__ import annotations

import hmac
import os
import pickle
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from navigator.content.files import RawFolder, raw_folder
from navigator.content.library import Library

_SEAL = 32  # bytes at the start of the file
_MAKERS = ("content", "rules")  # the packages whose code makes a library
_PACKAGE = Path(__file__).parent.parent


class LibraryFile:
    """The file at ``path`` that keeps a library; ``key`` are 32 secret bytes for this use alone.

    What cannot be read or written is no error: then the library is made anew at each start.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._program = _program()

    def library(self, folder: Path) -> Library:
        """Return the checked library of ``folder``, kept or made anew.

        Raises ContentError when there are errors; such a library is not kept.
        """
        raw = raw_folder(folder)
        if not self._program or self._program != _program():
            return _made(raw)  # updated while it runs: what is loaded now is neither old nor new
        origin = self._program + raw.digest
        found = self._kept(origin)
        if found is None:
            found = _made(raw)
            self._keep(found, origin)
        return found

    def _kept(self, origin: bytes) -> Library | None:
        try:
            content = memoryview(self._path.read_bytes())
        except OSError:
            return None
        seal, body = content[:_SEAL], content[_SEAL:]
        if not hmac.compare_digest(seal, self._seal(origin, body)):
            return None
        found = pickle.loads(body)
        return found if isinstance(found, Library) else None

    def _keep(self, library: Library, origin: bytes) -> None:
        body = pickle.dumps(library, pickle.HIGHEST_PROTOCOL)
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write(self._path, self._seal(origin, memoryview(body)) + body)

    def _seal(self, origin: bytes, body: memoryview) -> bytes:
        seal = hmac.new(self._key, origin, sha256)
        seal.update(body)
        return seal.digest()


def _made(raw: RawFolder) -> Library:
    found = import_module("navigator.content.checking").checked_draft(raw).library
    if not isinstance(found, Library):
        raise TypeError(f"{found!r} is no library")
    return found


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, for its owner alone: of several the last one stays."""
    handle, name = tempfile.mkstemp(dir=path.parent)  # made with mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(name, path)
    finally:
        Path(name).unlink(missing_ok=True)


def _program() -> bytes:
    """Return a digest of all code that makes a library: our own, Python, installed packages.

    It is empty where the code cannot be read, in an archive for example.
    """
    found = sha256("\0".join((sys.version, *_installed())).encode())
    try:
        sources = [(path, path.read_bytes()) for maker in _MAKERS for path in _sources(maker)]
    except OSError:
        return b""
    for path, content in sources:
        found.update(f"{path.relative_to(_PACKAGE)}\0{len(content)}\0".encode() + content)
    return found.digest() if sources else b""


def _sources(maker: str) -> Iterator[Path]:
    for path in sorted((_PACKAGE / maker).rglob("*")):
        if path.is_file() and path.parent.name != "__pycache__":
            yield path


def _installed() -> Iterator[str]:
    """Yield the names and versions of all packages, as the folders beside them are called."""
    for folder in dict.fromkeys(sys.path):
        with suppress(OSError):
            yield from sorted(name for name in os.listdir(folder or ".") if name.endswith("-info"))
