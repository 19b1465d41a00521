"""What a designer lets pass on purpose, each with a reason: read from the scenario files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from navigator.content import Library
from navigator.content.nodes import Listed, Mapped
from navigator.content.problems import Place, Problem
from navigator.content.sentences import Owner
from navigator.rules import did_you_mean


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


def read_excuses(root: Mapped, library: Library) -> tuple[list[Excuse], list[Problem]]:
    """Return the excuses of a scenario file, and problems of those that name nothing or two."""
    known = _known(library)
    excuses: list[Excuse] = []
    problems: list[Problem] = []
    for tool, listed in root.mapping("excuse").entries():
        for node in listed if isinstance(listed, Listed) else ():
            if isinstance(node, Mapped):
                owners = [Owner(kind, str(node[kind])) for kind in known if node.text(kind)]
                if problem := _fault(node, owners, known):
                    problems.append(problem)
                else:
                    what, why = plain(node.line("what") or ""), node.line("why") or ""
                    excuses.append(Excuse(str(tool), owners[0], what, why, node.place))
    return excuses, problems


def _known(library: Library) -> Mapping[str, Collection[str]]:
    """Return the ids of all that can be excused, by kind."""
    return {
        "step": library.steps,
        "question": library.questions,
        "fact": library.facts,
        "choice": library.choices,
        "document": library.documents,
        "agency": library.agencies,
        "journey": library.journeys,
    }


def _fault(
    node: Mapped, owners: Sequence[Owner], known: Mapping[str, Collection[str]]
) -> Problem | None:
    if len(owners) != 1:
        hint = f"Name one: {', '.join(known)}."
        return Problem(node.place, "It is not clear whose.", hint, "excuse")
    kind, id = owners[0]
    if id in known[kind]:
        return None
    hint = did_you_mean(id, known[kind]) or "Take the excuse out."
    return Problem(node.place_of(kind), f"No {kind} is called `{id}`.", hint, f"unknown-{kind}")


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
