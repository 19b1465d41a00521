"""Rules on the life of a step: when it comes, when it is late, what it waits for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from navigator.content.builder import Draft
from navigator.content.entries import Entry
from navigator.content.journeys import routes_of
from navigator.content.lint.finding import Finding, thens
from navigator.content.lint.spans import Reach, reach_of
from navigator.content.nodes import Mapped, Text
from navigator.content.questions import ANSWERS

# What a key needs beside it to have an effect, for each kind of definition.
_STEP_NEEDS = (
    ("roll", ("due",)),
    ("late", ("due",)),
    ("if_late", ("due",)),
    ("until", ("every",)),
    ("every", ("opens", "due")),
)
_AGENCY_NEEDS = (("rows", ("by",)), ("by", ("rows",)))
_ANSWER_NEEDS = (
    ("options", ("one of", "any of")),
    ("per", ("money",)),
    ("unit", ("whole number",)),
    ("min", ("whole number", "money", "date", "month")),
    ("max", ("whole number", "money", "date", "month")),
)


def no_when(draft: Draft) -> Iterator[Finding]:
    """A step needs `when` (`always` is everybody), or a route of another that names it."""
    steps = draft.entries.steps.values()
    named = {str(route) for entry in steps for route in routes_of(entry)}
    for entry in steps:
        if not entry.node.get("when") and entry.id not in named:
            message = f"Nothing ever brings the step `{entry.id}`."
            hint = (
                "Add `when:` (`always` is everybody), or name it in another's `late`, `refused` or "
                "`approved`."
            )
            yield Finding(entry.place, message, hint)


def no_late(draft: Draft) -> Iterator[Finding]:
    """A step whose `due` can pass needs `late` or `if_late`."""
    for entry in draft.entries.steps.values():
        node = entry.node
        is_settled = any(node.get(key) for key in ("late", "if_late", "every"))
        if node.get("due") and not is_settled and not _counts_from_today(entry):
            message = f"Nothing says what happens to `{entry.id}` once `due` has passed."
            hint = "Add `late:` (a step or `closed`) or `if_late:` (a text)."
            yield Finding(node.place_of("due"), message, hint)


def key_without_effect(draft: Draft) -> Iterator[Finding]:
    """No key stands where nothing comes of it, such as `until` without `every`."""
    for entry in draft.entries.steps.values():
        yield from _lonely(entry.node, _STEP_NEEDS)
        if entry.node.get("late"):
            yield from _idle(entry.node, "if_late", "Keep either `late` or `if_late`.")
    for entry in draft.entries.agencies.values():
        yield from _lonely(entry.node, _AGENCY_NEEDS)
    for entry in draft.entries.questions.values():
        answer = entry.node.get("answer")
        for key, answers in _ANSWER_NEEDS:
            if answer in ANSWERS and answer not in answers:
                hint = f"It belongs to an answer of {' or '.join(answers)}."
                yield from _idle(entry.node, key, hint)


def waits_too_long(draft: Draft) -> Iterator[Finding]:
    """A step does not wait for one that opens after its own `due`, where both can be told."""
    for entry in draft.entries.steps.values():
        due = _reach(entry, "due")
        for id in entry.node.listed("after"):
            earlier = draft.entries.steps.get(id)
            opens = _reach(earlier, "opens") if earlier else None
            if due and opens and opens.is_surely_after(due):
                message = f"`{entry.id}` waits for `{id}`, which opens after `{entry.id}` is due."
                yield Finding(id.place, message, "Take it out of `after`, or mend one of the days.")


def _counts_from_today(entry: Entry) -> bool:
    days = [then for then in thens(entry.node.get("due")) if isinstance(then, Text)]
    return any(re.search(r"\btoday\b", day) for day in days)


def _lonely(node: Mapped, needs: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[Finding]:
    for key, others in needs:
        if not any(node.get(other) for other in others):
            yield from _idle(node, key, f"Add `{others[-1]}:`, or leave `{key}` out.")


def _idle(node: Mapped, key: str, hint: str) -> Iterator[Finding]:
    if node.get(key):
        yield Finding(node.place_of(key), f"`{key}` has no effect here.", hint)


def _reach(entry: Entry, key: str) -> Reach | None:
    day = entry.node.text(key)
    return reach_of(str(day)) if day else None
