"""Journeys and choices as they were written -> those of the library."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.content.days import read_day
from navigator.content.entries import Entries, Entry
from navigator.content.interviews import Interview
from navigator.content.library import CLOSED, Choice, ChoiceOption, Journey, SeeAlso
from navigator.content.nodes import Listed, Mapped, Node, Text
from navigator.content.sentences import Log, Sentences, cases_of
from navigator.content.texts import in_words, read_wording, wording_of
from navigator.rules import did_you_mean

SHARED = "shared"


def read_journey(
    entry: Entry, entries: Entries, interview: Interview, sentences: Sentences
) -> Journey:
    """Return the journey, with the shared steps its own bring in by `late` or `refused`."""
    node, own = entry.node, sentences.of("journey", entry.id)
    return Journey(
        id=entry.id,
        place=entry.place,
        title=node.line("title") or in_words(entry.id),
        summary=node.line("summary") or "",
        owner=node.line("owner") or "",
        reviewed=read_day(node.text("reviewed"), own.log),
        first=interview.first,
        details=interview.details,
        steps=_steps(entry, entries, own.log),
        choices=tuple(id for id, each in entries.choices.items() if each.file is entry.file),
        see_also=tuple(_see_also(node.any_of("see_also"), own)),
        quiet=own.condition(node.text("quiet")),
        also_called=node.lines("also_called"),
        changes=tuple(
            (day, str(text))
            for key, text in node.mapping("changes").entries()
            if isinstance(text, Text) and (day := read_day(key, own.log))
        ),
    )


def read_choice(entry: Entry, sentences: Sentences) -> Choice:
    """Return the choice with its options."""
    node, own = entry.node, sentences.of("choice", entry.id)
    return Choice(
        id=entry.id,
        place=entry.place,
        title=read_wording(node, "title", own) or wording_of(in_words(entry.id)),
        when=own.condition(node.text("when")),
        intro=read_wording(node, "intro", own),
        options=tuple(
            _choice_option(str(id), option, own)
            for id, option in node.mapping("options").entries()
            if isinstance(option, Mapped)
        ),
        instead_of=node.lines("instead_of"),
    )


def routes_of(entry: Entry) -> Iterator[Text]:
    """Yield the ids of the steps this one can bring: its `late`, `refused` and `approved`."""
    yield from _in_its_place(entry)
    yield from entry.node.listed("approved")


def _in_its_place(entry: Entry) -> Iterator[Text]:
    for case in cases_of(entry.node.any_of("late"), Log()):
        if isinstance(case.then, Text) and case.then != CLOSED:
            yield case.then
    yield from entry.node.listed("refused")


def _choice_option(id: str, node: Mapped, own: Sentences) -> ChoiceOption:
    return ChoiceOption(
        id=id,
        label=read_wording(node, "label", own) or wording_of(in_words(id)),
        gain=read_wording(node, "gain", own),
        loss=read_wording(node, "loss", own),
        undo=read_wording(node, "undo", own),
        until=read_wording(node, "until", own),
        when=own.condition(node.text("when")),
    )


def _see_also(node: Node | None, own: Sentences) -> Iterator[SeeAlso]:
    for each in node if isinstance(node, Listed) else ():
        if isinstance(each, Mapped):
            journey, when = each.line("journey"), own.condition(each.text("when"))
            because = read_wording(each, "because", own) or wording_of("")
            if journey is not None and when is not None:
                yield SeeAlso(journey, when, because)


def _steps(journey: Entry, entries: Entries, log: Log) -> tuple[str, ...]:
    listed: list[str] = []
    for id, node in journey.node.mapping("steps").entries():
        if id in entries.steps and (node != SHARED or entries.steps[id].journey is None):
            listed.append(str(id))
        elif node == SHARED:
            shared = [name for name, each in entries.steps.items() if each.journey is None]
            hint = did_you_mean(id, shared) or "Write it in common/steps.yaml."
            log.say(id, f"No shared step is called `{id}`.", hint, "unknown-step")
    return tuple(_with_routes(listed, entries))


def _with_routes(listed: list[str], entries: Entries) -> Iterator[str]:
    """Add, behind the step that brings it, each shared step that comes in the place of another."""
    seen = set(listed)
    waiting = listed[::-1]
    while waiting:
        id = waiting.pop()
        yield id
        for route in _in_its_place(entries.steps[id]):
            shared = entries.steps.get(route)
            if shared is not None and shared.journey is None and route not in seen:
                seen.add(str(route))
                waiting.append(str(route))
