"""Steps as they were written -> the library's steps, every sentence compiled."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256

from navigator.content.days import read_day, read_valid
from navigator.content.entries import Entry
from navigator.content.library import HelperNote, Step, Wording
from navigator.content.nodes import Listed, Mapped, Node, Text, scalars
from navigator.content.sentences import Sentences
from navigator.content.texts import (
    in_words,
    read_cases,
    read_text,
    read_wording,
    wording_of,
)
from navigator.rules import Cases, LengthKind, Value

_NOT_TOLD = ("also_called", "confirm", "reviewed", "source", "was")


def read_step(entry: Entry, sentences: Sentences) -> Step:
    """Return the step; what it names (steps, agencies, documents) is not looked up here."""
    node, own = entry.node, sentences.of("step", entry.id)
    step = Step(
        id=entry.id,
        place=entry.place,
        do=read_wording(node, "do", own) or wording_of(in_words(entry.id)),
        agency=node.line("at") or "",
        when=own.condition(node.text("when")),
        done_if=own.condition(node.text("done_if")),
        also_called=node.lines("also_called"),
        source=node.lines("source"),
        confirm=node.lines("confirm"),
        reviewed=read_day(node.text("reviewed"), own.log),
        was=node.lines("was"),
        fingerprint=_fingerprint(node),
    )
    for add in (_with_days, _with_order, _with_texts, _with_channels):
        step = add(step, node, own)
    return step


def _with_days(step: Step, node: Mapped, own: Sentences) -> Step:
    valid = read_valid(node, own.log)
    return replace(
        step,
        opens=own.value(node.any_of("opens"), "day"),
        due=own.value(node.any_of("due"), "day"),
        best_by=own.value(node.any_of("best_by"), "day"),
        roll=node.text("roll") is not None,
        every=_every(node.any_of("every"), own),
        until=own.value(node.any_of("until"), "day"),
        valid_from=valid.start if valid else None,
        valid_until=valid.end if valid else None,
    )


def _with_order(step: Step, node: Mapped, own: Sentences) -> Step:
    return replace(
        step,
        late=read_cases(node.any_of("late"), own, _id),
        after=node.lines("after"),
        helped_by=node.lines("helped_by"),
        instead_of=node.lines("instead_of"),
        choose=node.line("choose"),
        for_whom=node.line("for"),
        approved=node.lines("approved"),
        refused=node.line("refused"),
        bring=_bring(node.any_of("bring"), own),
    )


def _with_texts(step: Step, node: Mapped, own: Sentences) -> Step:
    return replace(
        step,
        how=read_wording(node, "how", own),
        if_late=read_wording(node, "if_late", own),
        takes=read_wording(node, "takes", own),
        cost=read_wording(node, "cost", own),
        next=read_wording(node, "next", own),
        if_refused=read_wording(node, "if_refused", own),
        if_silent=read_wording(node, "if_silent", own),
        say=read_wording(node, "say", own),
        helper=_helper(node.mapping("helper"), own),
    )


def _with_channels(step: Step, node: Mapped, own: Sentences) -> Step:
    return replace(
        step,
        link=node.line("link"),
        phone=node.line("phone"),
        in_person=read_wording(node, "in_person", own),
        mail=read_wording(node, "mail", own),
        online_only=read_wording(node, "online_only", own),
    )


def _fingerprint(node: Mapped) -> str:
    """Return eight digits made of all a person may notice: not of who checked it and when."""
    told = {key: value for key, value in node.items() if key not in _NOT_TOLD}
    return sha256(json.dumps(told).encode()).hexdigest()[:8]


def _id(node: Node) -> str | None:
    return str(node) if isinstance(node, Text) else None


def _ids(node: Node) -> tuple[str, ...]:
    return tuple(map(str, scalars(node)))


def _bring(node: Node | None, own: Sentences) -> Cases[tuple[str, ...]] | None:
    """Return the documents: a list of ids, or cases of such lists."""
    if isinstance(node, Listed) and all(isinstance(each, Text) for each in node):
        return Cases.of(_ids(node))
    return read_cases(node, own, _ids)


def _every(node: Node | None, own: Sentences) -> Value | None:
    value = own.value(node)
    if node is not None and value is not None and not isinstance(value.kind, LengthKind):
        hint = "Write how long it is from one turn to the next, such as `1 year`."
        own.log.at(node.place, f"`every` is {value.kind}.", hint, "every-length")
    return value


def _helper(node: Mapped, own: Sentences) -> HelperNote | None:
    if not node:
        return None
    alone, together = (_for_helper(node.any_of(key), own) for key in ("alone", "together"))
    return HelperNote(alone, together, node.lines("needs"))


def _for_helper(node: Node | None, own: Sentences) -> Wording | None:
    text = read_text(node, own)
    return Wording(text, text) if text else None
