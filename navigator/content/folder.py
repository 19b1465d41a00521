"""The bytes of files -> what they hold, checked in spelling and shape, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from navigator.content.files import RawFile, RawFolder, Shape, raw_file
from navigator.content.nodes import Mapped
from navigator.content.problems import Place, Problem
from navigator.content.reader import read
from navigator.content.schemas import shape_problems


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


def read_folder(raw: RawFolder) -> Folder:
    """Return what the files hold, and all that is wrong with their spelling and shape."""
    files = [_understood(file) for file in raw.files]
    problems = (problem for _, found in files for problem in found)
    return Folder(tuple(file for file, _ in files), (*raw.problems, *problems), raw.version)


def read_file(path: Path, shape: Shape) -> tuple[ContentFile, tuple[Problem, ...]]:
    """Return what a file holds and what is wrong with its spelling and shape."""
    return _understood(raw_file(path, shape))


def _understood(raw: RawFile) -> tuple[ContentFile, tuple[Problem, ...]]:
    name, content = raw.name, raw.content
    node, problems = (None, (content,)) if isinstance(content, Problem) else read(name, content)
    if node is not None:
        misspelled = {problem.place for problem in problems}
        found = (each for each in shape_problems(node, raw.shape) if each.place not in misspelled)
        problems = (*problems, *found)
    root = node if isinstance(node, Mapped) else None
    start = Mapped(Place(name, 1, 1))
    return ContentFile(name, raw.path.stem, raw.shape, root or start, root is not None), problems
