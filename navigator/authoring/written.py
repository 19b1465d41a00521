"""A draft -> every condition and every day in it, with its owner and the place it is written at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from navigator.content.builder import Draft
from navigator.content.entries import Entry
from navigator.content.nodes import Listed, Mapped, Node, Text
from navigator.content.problems import Place
from navigator.content.sentences import Owner
from navigator.rules import parse_condition, parse_value, tree

_CONDITIONS = frozenset({"when", "done_if", "quiet"})
_DAYS = ("opens", "due", "best_by", "until")
_OF_A_JOURNEY = ("quiet", "see_also")

Path = tuple[str | int, ...]
"""Where a sentence stands in its definition: ("when",), ("late", 0, "when"), ("due", "then")."""


@dataclass(frozen=True, eq=False)
class WrittenCondition:
    """A condition as it stands in a file."""

    owner: Owner
    path: Path
    text: Text
    parsed: tree.Condition

    def tests(self) -> Iterator[WrittenTest]:
        """Yield its tests in the order they are written."""
        return (WrittenTest(self, node) for node in tests_in(self.parsed))


class WrittenTest(NamedTuple):
    """One comparison or yes/no name in a condition: what can come out as yes or no by itself."""

    condition: WrittenCondition
    node: tree.Condition

    @property
    def place(self) -> Place:
        """Where the test begins."""
        return self.condition.text.place_at(self.node.start)

    @property
    def owner(self) -> Owner:
        """Whose condition it is in."""
        return self.condition.owner

    def held(self, answer: bool) -> tree.Condition:
        """Return the whole condition with this test always YES, or always NO, once it is known."""
        never = tree.Negation(self.node)
        other = tree.Some((self.node, never)) if answer else tree.Every((self.node, never))
        return replaced(self.condition.parsed, self.node, other)


@dataclass(frozen=True, eq=False)
class WrittenDay:
    """A day or month as it stands in a file; ``key`` is `opens`, `due`, `best_by` ... or `value`.

    ``case`` is the number of its case, None where it is written without cases.
    """

    owner: Owner
    key: str
    case: int | None
    text: Text
    parsed: tree.Value

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.text.place


def conditions_in(draft: Draft) -> tuple[WrittenCondition, ...]:
    """Return every condition of ``draft``, which has no errors: of steps, questions, facts ..."""
    found: list[WrittenCondition] = []
    for owner, entry in _owners(draft):
        node = _own_part(entry.node) if owner.kind == "journey" else entry.node
        for path, text in _conditions(node, ()):
            found.append(WrittenCondition(owner, path, text, parse_condition(str(text))))
    return tuple(found)


def days_in(draft: Draft) -> tuple[WrittenDay, ...]:
    """Return every day of steps, and every value of facts, whatever its kind."""
    found: list[WrittenDay] = []
    for owner, entry in _owners(draft):
        keys = {"step": _DAYS, "fact": ("value",)}.get(owner.kind, ())
        for key in keys:
            found.extend(_days(owner, key, entry.node.get(key)))
    return tuple(found)


def tests_in(condition: tree.Condition) -> Iterator[tree.Condition]:
    """Yield the tests that `and`, `or` and `not` join; `always` is none."""
    match condition:
        case tree.Always():
            return
        case tree.Negation(part):
            yield from tests_in(part)
        case tree.Every(parts) | tree.Some(parts):
            for part in parts:
                yield from tests_in(part)
        case _:
            yield condition


def replaced(whole: tree.Condition, part: tree.Condition, other: tree.Condition) -> tree.Condition:
    """Return ``whole`` with ``part``, the very node, replaced by ``other``."""
    if whole is part:
        return other
    match whole:
        case tree.Negation(inner):
            return replace(whole, part=replaced(inner, part, other))
        case tree.Every(parts) | tree.Some(parts):
            return replace(whole, parts=tuple(replaced(each, part, other) for each in parts))
    return whole


def _owners(draft: Draft) -> Iterator[tuple[Owner, Entry]]:
    entries = draft.entries
    homes: Mapping[str, Mapping[str, Entry]] = {
        "question": entries.questions,
        "fact": entries.facts,
        "step": entries.steps,
        "choice": entries.choices,
        "document": entries.documents,
        "journey": entries.journeys,
    }
    for kind, home in homes.items():
        for id, entry in home.items():
            yield Owner(kind, id), entry


def _own_part(journey: Mapped) -> Mapped:
    """Return what of a journey's file is its own, not that of its steps and questions."""
    own = Mapped(journey.place)
    for key, node in journey.entries():
        if key in _OF_A_JOURNEY:
            own.add(key, node)
    return own


def _conditions(node: Node, path: Path) -> Iterator[tuple[Path, Text]]:
    if isinstance(node, Mapped):
        for key, value in node.items():
            if key in _CONDITIONS and isinstance(value, Text) and value:
                yield (*path, key), value
            else:
                yield from _conditions(value, (*path, key))
    elif isinstance(node, Listed):
        for number, value in enumerate(node):
            yield from _conditions(value, (*path, number))


def _days(owner: Owner, key: str, node: Node | None) -> Iterator[WrittenDay]:
    if isinstance(node, Text) and node:
        yield WrittenDay(owner, key, None, node, parse_value(str(node)))
    elif isinstance(node, Listed):
        for number, case in enumerate(node):
            then = _then(case)
            if then is not None:
                yield WrittenDay(owner, key, number, then, parse_value(str(then)))


def _then(case: Node) -> Text | None:
    if not isinstance(case, Mapped):
        return None
    return case.text("then") or case.text("otherwise")
