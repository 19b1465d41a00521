"""A folder of journeys -> its files, read and checked in shape, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from navigator.content.nodes import Mapped
from navigator.content.problems import Place, Problem, Severity
from navigator.content.reader import LARGEST_FILE, read
from navigator.content.schemas import Shape, shape_problems


@dataclass(frozen=True)
class ContentFile:
    """One file: its name as the designer knows it, and what it holds (nothing if unreadable)."""

    name: str
    stem: str
    shape: Shape
    root: Mapped
    is_read: bool

    @property
    def journey(self) -> str | None:
        """The id of the journey the file holds, or None for a common file."""
        return (self.root.line("journey") or self.stem) if self.shape == "journey" else None

    @property
    def start(self) -> Place:
        """Where the file begins."""
        return Place(self.name, 1, 1)


@dataclass(frozen=True)
class Folder:
    """All files of a folder; ``version`` is a digest of what they hold."""

    files: tuple[ContentFile, ...]
    problems: tuple[Problem, ...]
    version: str

    def are_read(self, shape: Shape) -> bool:
        """Say whether every file of that shape could be read."""
        return all(file.is_read for file in self.files if file.shape == shape)


def read_folder(folder: Path) -> Folder:
    """Read ``folder/*.yaml`` (journeys) and ``folder/common/*.yaml``."""
    files: list[ContentFile] = []
    problems = list(_folder_problems(folder))
    digest = sha256()
    for path, shape in _paths(folder):
        content = _content(path)
        if isinstance(content, bytes):
            digest.update(f"{path.relative_to(folder)}\0{len(content)}\0".encode() + content)
        file, found = _understood(path, shape, content)
        files.append(file)
        problems += found
    return Folder(tuple(files), tuple(problems), digest.hexdigest()[:12])


def read_file(path: Path, shape: Shape) -> tuple[ContentFile, tuple[Problem, ...]]:
    """Return what a file holds and what is wrong with its spelling and shape."""
    return _understood(path, shape, _content(path))


def shown_name(path: Path) -> str:
    """Return ``path`` as the designer knows it: from the working directory, if it lies below."""
    whole = path.absolute()
    here = Path.cwd()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()


def _understood(
    path: Path, shape: Shape, content: bytes | Problem
) -> tuple[ContentFile, tuple[Problem, ...]]:
    name = shown_name(path)
    node, problems = (None, (content,)) if isinstance(content, Problem) else read(name, content)
    if node is not None:
        misspelled = {problem.place for problem in problems}
        found = (each for each in shape_problems(node, shape) if each.place not in misspelled)
        problems = (*problems, *found)
    root = node if isinstance(node, Mapped) else None
    start = Mapped(Place(name, 1, 1))
    return ContentFile(name, path.stem, shape, root or start, root is not None), problems


def _paths(folder: Path) -> Iterator[tuple[Path, Shape]]:
    for path in sorted((folder / "common").glob("[!.]*.yaml")):
        yield path, "common"
    for path in sorted(folder.glob("[!.]*.yaml")):
        yield path, "journey"


def _content(path: Path) -> bytes | Problem:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        message = f"The file cannot be opened: {error.strerror}."
        return Problem(Place(shown_name(path), 1, 1), message, "Look at its rights.", "file")


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
