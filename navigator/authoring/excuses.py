"""What a designer lets pass on purpose, each with a reason: read from the scenario files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar

from navigator.content.nodes import Listed, Mapped
from navigator.content.problems import Place, Problem
from navigator.content.sentences import Owner

OWNERS: Final = ("step", "question", "fact", "choice", "document", "agency", "journey")
TOOLS: Final = ("coverage", "mutate", "reading")


@dataclass(frozen=True)
class Excuse:
    """``what`` one tool says of ``owner`` is let pass because of ``why``."""

    tool: str
    owner: Owner
    what: str
    why: str
    place: Place


class Excusable(Protocol):
    """What a tool found and a designer may let pass."""

    @property
    def owner(self) -> Owner: ...

    @property
    def place(self) -> Place: ...

    @property
    def what(self) -> str: ...


T = TypeVar("T", bound=Excusable)


def read_excuses(root: Mapped) -> tuple[list[Excuse], list[Problem]]:
    """Return the excuses of a scenario file, and problems of those that name nothing or two."""
    excuses: list[Excuse] = []
    problems: list[Problem] = []
    for tool, listed in root.mapping("excuse").entries():
        for node in listed if isinstance(listed, Listed) else ():
            if not isinstance(node, Mapped):
                continue
            owners = [Owner(kind, str(node[kind])) for kind in OWNERS if node.text(kind)]
            if len(owners) != 1:
                hint = f"Name one: {', '.join(OWNERS)}."
                problems.append(Problem(node.place, "It is not clear whose.", hint, "excuse"))
                continue
            what, why = plain(node.line("what") or ""), node.line("why") or ""
            excuses.append(Excuse(str(tool), owners[0], what, why, node.place))
    return excuses, problems


def parted(found: Iterable[T], excuses: Iterable[Excuse]) -> tuple[list[T], list[T]]:
    """Return what of ``found`` nobody excuses, and what somebody does."""
    known = {(excuse.owner, excuse.what) for excuse in excuses}
    blamed: list[T] = []
    excused: list[T] = []
    for each in found:
        (excused if (each.owner, each.what) in known else blamed).append(each)
    return blamed, excused


def unneeded(
    excuses: Iterable[Excuse], excused: Iterable[Excusable], owners: Iterable[Owner]
) -> Iterator[Excuse]:
    """Yield the excuses for things of ``owners`` that excuse nothing (any more)."""
    needed = {(each.owner, each.what) for each in excused}
    looked_at = frozenset(owners)
    for excuse in excuses:
        if excuse.owner in looked_at and (excuse.owner, excuse.what) not in needed:
            yield excuse


def plain(text: str) -> str:
    """Return ``text`` with single blanks, as a sentence that was folded over lines is compared."""
    return " ".join(text.split())
