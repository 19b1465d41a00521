"""A journey's `interview` -> the questions it asks, in order, and the names it can see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from navigator.content.entries import Entries, Entry
from navigator.content.nodes import Text
from navigator.content.problems import Place
from navigator.content.sentences import Log
from navigator.rules import did_you_mean


@dataclass(frozen=True)
class Interview:
    """What a journey asks; ``placed`` says for each question where the interview brings it in."""

    first: tuple[str, ...]
    details: tuple[str, ...]
    groups: frozenset[str]
    placed: Mapping[str, Place]

    @property
    def asked(self) -> tuple[str, ...]:
        """All questions, in the order they are asked."""
        return self.first + self.details


def read_interview(journey: Entry, entries: Entries, log: Log) -> Interview:
    """Return the interview, groups spread out and repeats dropped.

    Without `interview`, the journey asks its own questions in the order they are written.
    """
    node = journey.node.mapping("interview")
    if not node:
        own = {name: entry.place for name, entry in _own(journey, entries)}
        return Interview(tuple(own), (), frozenset(), own)
    placed: dict[str, Place] = {}
    groups: set[str] = set()
    first = _spread(node.listed("first"), journey, entries, log, placed, groups)
    details = _spread(node.listed("details"), journey, entries, log, placed, groups)
    return Interview(first, details, frozenset(groups), placed)


def visible_names(journey: Entry, interview: Interview, entries: Entries) -> frozenset[str]:
    """Return the names a journey sees: its own, those of groups it places, and all figures."""
    names = {*entries.figures, *interview.placed, "today", "helping"}
    for home in (entries.questions, entries.facts):
        for name, entry in home.items():
            is_placed = entry.parent is not None and entry.parent in interview.groups
            if is_placed or entry.file is journey.file:
                names.add(name)
    return frozenset(names)


def _own(journey: Entry, entries: Entries) -> Iterator[tuple[str, Entry]]:
    for name, entry in entries.questions.items():
        if entry.file is journey.file:
            yield name, entry


def _spread(
    listed: tuple[Text, ...],
    journey: Entry,
    entries: Entries,
    log: Log,
    placed: dict[str, Place],
    groups: set[str],
) -> tuple[str, ...]:
    spread: list[str] = []
    for id in listed:
        if id in entries.questions:
            names = [str(id)] if _may_ask(id, journey, entries, log) else []
        elif id in entries.groups:
            groups.add(str(id))
            names = [name for name, each in entries.questions.items() if each.parent == id]
        else:
            known = [*entries.groups, *(name for name, _ in _own(journey, entries))]
            hint = did_you_mean(id, known) or "Write the id of a question or group."
            log.say(id, f"No question or group is called `{id}`.", hint, "unknown-question")
            names = []
        spread += [name for name in names if name not in placed]
        placed.update({name: id.place for name in names if name not in placed})
    return tuple(spread)


def _may_ask(id: Text, journey: Entry, entries: Entries, log: Log) -> bool:
    home = entries.questions[id]
    if home.journey is None or home.file is journey.file:
        return True
    hint = "Move it to a group in common/, so that both can ask it."
    log.say(id, f"`{id}` belongs to the journey `{home.journey}`.", hint, "not-visible")
    return False
