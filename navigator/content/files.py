"""A folder of journeys -> the bytes of its files, all read at one moment and not understood yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal, TypeAlias

from navigator.content.problems import Place, Problem, Severity

Shape: TypeAlias = Literal["journey", "common", "scenarios"]

LARGEST_FILE = 1_000_000  # bytes


@dataclass(frozen=True)
class RawFile:
    """One file: its name as the designer knows it, and its bytes or why there are none."""

    path: Path
    name: str
    shape: Shape
    content: bytes | Problem

    @property
    def written(self) -> bytes:
        """Its bytes, those of the reason where there are none."""
        return self.content if isinstance(self.content, bytes) else str(self.content).encode()


@dataclass(frozen=True)
class RawFolder:
    """All files of a folder, and what is wrong before any is understood.

    ``version`` is a digest of what they hold, wherever they lie.
    """

    files: tuple[RawFile, ...]
    problems: tuple[Problem, ...]
    version: str

    @property
    def digest(self) -> bytes:
        """A digest of all that a library made of the folder depends on, the names shown too."""
        found = sha256(repr(self.problems).encode())
        for file in self.files:
            found.update(f"{file.name}\0{file.shape}\0{len(file.written)}\0".encode())
            found.update(file.written)
        return found.digest()


def raw_folder(folder: Path) -> RawFolder:
    """Return the bytes of ``folder/*.yaml`` (journeys) and ``folder/common/*.yaml``."""
    files = tuple(raw_file(path, shape) for path, shape in _paths(folder))
    version = sha256()
    for file in files:
        if isinstance(file.content, bytes):
            name = file.path.relative_to(folder)
            version.update(f"{name}\0{len(file.content)}\0".encode() + file.content)
    return RawFolder(files, tuple(_folder_problems(folder)), version.hexdigest()[:12])


def raw_file(path: Path, shape: Shape) -> RawFile:
    """Return the bytes of one file; of one that is too large only the beginning."""
    name = shown_name(path)
    try:
        with path.open("rb") as file:
            return RawFile(path, name, shape, file.read(LARGEST_FILE + 1))
    except OSError as error:
        message = f"The file cannot be opened: {error.strerror}."
        problem = Problem(Place(name, 1, 1), message, "Look at its rights.", "file")
        return RawFile(path, name, shape, problem)


def shown_name(path: Path) -> str:
    """Return ``path`` as the designer knows it: from the working directory, if it lies below."""
    whole = path.absolute()
    here = Path.cwd()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()


def _paths(folder: Path) -> Iterator[tuple[Path, Shape]]:
    for path in sorted((folder / "common").glob("[!.]*.yaml")):
        yield path, "common"
    for path in sorted(folder.glob("[!.]*.yaml")):
        yield path, "journey"


def _folder_problems(folder: Path) -> Iterator[Problem]:
    start = Place(shown_name(folder), 1, 1)
    if not folder.is_dir():
        yield Problem(start, "There is no such folder.", "Name a folder of journeys.", "folder")
        return
    if not any(shape == "journey" for _, shape in _paths(folder)):
        hint = "Write one, such as moving_house.yaml."
        yield Problem(start, "The folder holds no journey.", hint, "folder")
    for path in sorted([*folder.glob("[!.]*.yml"), *(folder / "common").glob("[!.]*.yml")]):
        place = Place(shown_name(path), 1, 1)
        message, hint = "The file is not read.", f"Name it {path.stem}.yaml."
        yield Problem(place, message, hint, "file-name", Severity.WARNING)
