"""Sentences as they stand in YAML -> compiled conditions and values, faults at their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, TypeAlias

from navigator.content.nodes import Listed, Mapped, Node, Text
from navigator.content.problems import Place, Problem
from navigator.rules import (
    Condition,
    ConditionError,
    Fault,
    Rulebook,
    Value,
    names_in,
    parse_condition,
    parse_value,
    tree,
)

Want: TypeAlias = Literal["day", "amount"]


class Owner(NamedTuple):
    """Whose sentence it is: ("step", "snap"), ("question", "stage") ..."""

    kind: str
    id: str


class Use(NamedTuple):
    """The names one sentence rests on; it begins at ``offset`` of ``text``.

    ``is_gate``: it decides whether a question or an option is offered at all.
    """

    owner: Owner
    text: Text
    offset: int
    names: frozenset[str]
    is_gate: bool = False

    def place_of(self, name: str) -> Place:
        """Return where ``name`` stands in the sentence."""
        found = re.compile(rf"\b{re.escape(name)}\b").search(self.text, self.offset)
        return self.text.place_at(found.start()) if found else self.text.place


@dataclass
class Log:
    """What compiling leaves behind: problems, and which names are used where."""

    problems: list[Problem] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)

    def say(self, text: Text, message: str, hint: str, rule: str, offset: int = 0) -> None:
        """Report a problem with ``text``, at ``offset`` of it."""
        self.at(text.place_at(offset) if offset else text.place, message, hint, rule)

    def at(self, place: Place, message: str, hint: str, rule: str) -> None:
        """Report a problem where no text stands."""
        self.problems.append(Problem(place, message, hint, rule))

    def faults(self, faults: Sequence[Fault], node: Node | None, offset: int = 0) -> None:
        """Report the faults of the sentence that begins at ``offset`` of a text, or of cases."""
        if node is None:
            return
        for fault in faults:
            at = node.place_at(offset + fault.start) if isinstance(node, Text) else node.place
            self.problems.append(Problem(at, fault.message, fault.hint, fault.rule))


class Case(NamedTuple):
    """One of several cases as it was written; ``when`` is None for `otherwise`."""

    when: Text | None
    then: Node


def cases_of(node: Node | None, log: Log) -> tuple[Case, ...]:
    """Return the cases written at ``node``: those of a list, or one without a condition."""
    if not isinstance(node, Listed):
        return () if node is None or node == "" else (Case(None, node),)
    cases = tuple(_case(each, log) for each in node if isinstance(each, Mapped))
    for earlier in cases[:-1]:
        if earlier is not None and earlier.when is None and isinstance(earlier.then, Text):
            hint = "Put `otherwise` last: nothing behind it is ever taken."
            log.say(earlier.then, "Cases follow after `otherwise`.", hint, "otherwise-last")
    return tuple(case for case in cases if case is not None)


def _case(node: Mapped, log: Log) -> Case | None:
    when, then = node.text("when"), node.any_of("then")
    otherwise = node.any_of("otherwise")
    if otherwise is not None and when is None and then is None:
        return Case(None, otherwise)
    if when is not None and then is not None and otherwise is None:
        return Case(when, then)
    message = "A case is not complete, or holds too much."
    hint = "Write `when` with `then`, or `otherwise` alone."
    log.at(node.place, message, hint, "case")
    return None


def read_condition(text: Text | None, owner: Owner, log: Log) -> tree.Condition | None:
    """Return the parsed condition; None where there is none, or after reporting its faults."""
    try:
        parsed = None if text is None else parse_condition(str(text))
    except ConditionError as error:
        log.faults(error.faults, text)
        return None
    if text is not None and parsed is not None:
        log.uses.append(Use(owner, text, 0, names_in(parsed)))
    return parsed


def read_value(text: Text, owner: Owner, log: Log) -> tree.Value | None:
    """Return the parsed value, or None after reporting its faults."""
    try:
        parsed = parse_value(str(text))
    except ConditionError as error:
        log.faults(error.faults, text)
        return None
    log.uses.append(Use(owner, text, 0, names_in(parsed)))
    return parsed


@dataclass(frozen=True)
class Sentences:
    """Compiles the sentences of one owner against the rulebook."""

    rulebook: Rulebook
    log: Log
    owner: Owner

    def of(self, kind: str, id: str) -> Sentences:
        """Return the same for another owner."""
        return replace(self, owner=Owner(kind, id))

    def condition(self, text: Text | None) -> Condition | None:
        """Compile a condition; None where there is none or it has faults."""
        parsed = read_condition(text, self.owner, self.log)
        try:
            return None if parsed is None else self.rulebook.condition(parsed)
        except ConditionError as error:
            self.log.faults(error.faults, text)
            return None

    def aside(self, text: Text | None) -> Condition | None:
        """Compile a condition that may name what its owner's journeys do not ask."""
        return replace(self, log=Log(self.log.problems)).condition(text)

    def value(self, node: Node | None, want: Want | None = None) -> Value | None:
        """Compile a value or cases of values; None where there is none or it has faults."""
        cases = cases_of(node, self.log)
        if isinstance(node, Text) and cases:
            return self.single_value(node, want)
        sound = tuple(each for case in cases if (each := self._checked(case, want)))
        if not sound or len(sound) < len(cases) or not isinstance(node, Listed):
            return None
        try:
            return self.rulebook.value(sound, want=want)
        except ConditionError as error:
            self.log.faults(error.faults, node)
            return None

    def _checked(
        self, case: Case, want: Want | None
    ) -> tuple[tree.Condition | None, tree.Value] | None:
        """Report the faults of one case, each in its own sentence; return its trees."""
        when = self.condition(case.when)
        then = case.then
        value = self.single_value(then, want) if isinstance(then, Text) else None
        if value is None or (case.when is not None and when is None):
            return None
        return (when.tree if when else None), parse_value(str(then))

    def single_value(
        self, text: Text, want: Want | None = None, start: int = 0, end: int | None = None
    ) -> Value | None:
        """Compile the value that stands from ``start`` to ``end`` of ``text``."""
        try:
            parsed = parse_value(str(text)[start:end])
            self.log.uses.append(Use(self.owner, text, start, names_in(parsed)))
            return self.rulebook.value(parsed, want=want)
        except ConditionError as error:
            self.log.faults(error.faults, text, start)
            return None
