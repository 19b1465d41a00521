"""What is wrong with a journey's files, and where; and the error that gathers it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How bad a problem is: an error cannot be evaluated, a warning is incomplete or stale."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands: the file as the designer names it, line and column from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: what is wrong, what would be right, and the rule that says so."""

    place: Place
    message: str
    hint: str
    rule: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        said = f"{self.message} {self.hint}".strip()
        mark = "" if self.severity is Severity.ERROR else "warning: "
        return f"{self.place}: {mark}{said} [{self.rule}]"


class ContentError(Exception):
    """The journeys cannot be used; ``problems`` holds everything that was found, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
