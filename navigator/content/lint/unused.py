"""Rules on what is defined and never comes up."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from navigator.content.builder import Draft
from navigator.content.entries import Entry
from navigator.content.journeys import routes_of
from navigator.content.lint.finding import Finding, thens
from navigator.content.nodes import Mapped, Text, scalars


def unused_question(draft: Draft) -> Iterator[Finding]:
    """Every question is named in a sentence, an agency's `by` or a step's `for`."""
    yield from _unused("question", draft.entries.questions, _names_used(draft))


def unused_fact(draft: Draft) -> Iterator[Finding]:
    """Every fact is named in some sentence."""
    yield from _unused("fact", draft.entries.facts, _names_used(draft))


def unused_figure(draft: Draft) -> Iterator[Finding]:
    """Every figure is named in some sentence."""
    yield from _unused("figure", draft.entries.figures, _names_used(draft))


def unused_document(draft: Draft) -> Iterator[Finding]:
    """Every document is brought to some step."""
    used = {
        str(id)
        for entry in draft.entries.steps.values()
        for then in thens(entry.node.get("bring"))
        for id in scalars(then)
    }
    yield from _unused("document", draft.entries.documents, used)


def unused_agency(draft: Draft) -> Iterator[Finding]:
    """Every agency has a step, or is the one another is part of."""
    used = {str(e.node.text("at")) for e in draft.entries.steps.values()}
    used |= {str(e.node.text("part_of")) for e in draft.entries.agencies.values()}
    yield from _unused("agency", draft.entries.agencies, used)


def unlisted_step(draft: Draft) -> Iterator[Finding]:
    """Every shared step is listed in a journey, or named in a route of another step."""
    listed = {id for journey in draft.library.journeys.values() for id in journey.steps}
    listed |= {str(route) for e in draft.entries.steps.values() for route in routes_of(e)}
    for entry in draft.entries.steps.values():
        if entry.id not in listed:
            message = f"No journey lists the shared step `{entry.id}`."
            yield Finding(entry.place, message, f"Write `{entry.id}: shared` among its steps.")


def unlisted_permission(draft: Draft) -> Iterator[Finding]:
    """A journey lists the steps that get the permissions which its steps need or wait for."""
    entries, getting = draft.entries, _permission_steps(draft)
    for id, journey in draft.library.journeys.items():
        own = {str(k): k.place for k, _ in entries.journeys[id].node.mapping("steps").entries()}
        for step in journey.steps:
            for named, target in _permits(entries.steps[step], getting):
                if target not in journey.steps:
                    message = f"`{step}` names `{named}`, but the journey has no step `{target}`."
                    hint = f"Write `{target}: shared` among its steps."
                    is_own = entries.steps[step].journey == id or step not in own
                    yield Finding(named.place if is_own else own[step], message, hint)


def _permission_steps(draft: Draft) -> Mapping[str, str]:
    """Return the step of each permission that is got by one."""
    steps = ((id, each.node.line("step")) for id, each in draft.entries.permissions.items())
    return {id: step for id, step in steps if step in draft.entries.steps}


def _permits(entry: Entry, getting: Mapping[str, str]) -> Iterator[tuple[Text, str]]:
    """Yield what ``entry`` names of permissions, and the step that gets each."""
    for need in entry.node.mapping("helper").listed("needs"):
        if need in getting:
            yield need, getting[need]
    for first in entry.node.listed("after"):
        if first in getting.values():
            yield first, str(first)


def unplaced_group(draft: Draft) -> Iterator[Finding]:
    """Every group is placed in some journey's interview."""
    placed = {group for interview in draft.interviews.values() for group in interview.groups}
    asked = {name for interview in draft.interviews.values() for name in interview.placed}
    for entry in draft.entries.groups.values():
        names = entry.node.mapping("questions")
        if entry.id not in placed and names and not asked & names.keys():
            message = f"No journey places the group `{entry.id}`."
            yield Finding(entry.place, message, "Put it into an interview, or take it out.")


def never_asked(draft: Draft) -> Iterator[Finding]:
    """Every question of a journey stands in its interview."""
    for entry in draft.entries.questions.values():
        interview = draft.interviews.get(entry.journey or "")
        if interview is not None and entry.id not in interview.placed:
            message = f"`{entry.id}` is never asked."
            yield Finding(entry.place, message, "Put it into the interview, `first` or `details`.")


def _names_used(draft: Draft) -> frozenset[str]:
    used = {name for use in draft.uses for name in use.names if use.owner.id != name or use.is_gate}
    used |= {str(by) for e in draft.entries.figures.values() for by in e.node.listed("by")}
    used |= {str(e.node.text("by")) for e in draft.entries.agencies.values()}
    used |= {str(e.node.text("for")) for e in draft.entries.steps.values()}
    return frozenset(used)


def _unused(what: str, home: Mapping[str, Entry], used: Collection[str]) -> Iterator[Finding]:
    for entry in home.values():
        if entry.id not in used and isinstance(entry.node, Mapped):
            message = f"The {what} `{entry.id}` is used nowhere."
            yield Finding(entry.place, message, "Take it out, or name it where it matters.")
