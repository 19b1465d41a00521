"""Rules on what a journey can see: its own names, those of groups it places, and all figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set

from navigator.content.builder import Draft
from navigator.content.entries import Entry
from navigator.content.interviews import visible_names
from navigator.content.lint.finding import Finding
from navigator.content.problems import Place
from navigator.content.sentences import Owner, Use


def not_visible(draft: Draft) -> Iterator[Finding]:
    """A journey's sentences name only what it can see; a shared step's groups must be placed."""
    uses = _uses_by_owner(draft)
    for journey in draft.entries.journeys.values():
        interview = draft.interviews[journey.id]
        visible = visible_names(journey, interview, draft.entries)
        for owner, shown_at in _owners(draft, journey):
            for use in uses[owner]:
                for name in sorted(use.names):
                    if hidden := _hidden(draft, name, visible):
                        whose = f" (needed by the {owner.kind} `{owner.id}`)" if shown_at else ""
                        place = shown_at or use.place_of(name)
                        yield _missing(draft, place, _rests(hidden, name) + whose, hidden)


def asked_later(draft: Draft) -> Iterator[Finding]:
    """A question's `when` names only what is asked earlier, in every journey that asks it."""
    gates: dict[str, list[Use]] = defaultdict(list)
    for use in draft.uses:
        if use.is_gate:
            gates[use.owner.id].append(use)
    for journey in draft.entries.journeys.values():
        interview = draft.interviews[journey.id]
        earlier: set[str] = set()
        for question in interview.asked:
            for use in gates[question]:
                yield from _later(draft, journey, question, use, earlier)
            earlier.add(question)


def _uses_by_owner(draft: Draft) -> Mapping[Owner, list[Use]]:
    uses: dict[Owner, list[Use]] = defaultdict(list)
    for use in draft.uses:
        uses[use.owner].append(use)
    return uses


def _owners(draft: Draft, journey: Entry) -> Iterator[tuple[Owner, Place | None]]:
    """Yield whose sentences the journey rests on.

    For what is shared comes the place that brings it into the journey: there it has to be mended.
    """
    yield Owner("journey", journey.id), None
    for choice in draft.library.journeys[journey.id].choices:
        yield Owner("choice", choice), None
    for kind, home in (("question", draft.entries.questions), ("fact", draft.entries.facts)):
        for name, entry in home.items():
            if entry.file is journey.file:
                yield Owner(kind, name), None
    for question, place in draft.interviews[journey.id].placed.items():
        if draft.entries.questions[question].journey is None:
            yield Owner("question", question), place
    steps = journey.node.mapping("steps")
    for step in draft.library.journeys[journey.id].steps:
        is_own = draft.entries.steps[step].file is journey.file
        place = steps.place_of(step) if step in steps else journey.node.place_of("steps")
        yield Owner("step", step), None if is_own else place


def _hidden(draft: Draft, name: str, visible: frozenset[str]) -> str | None:
    """Return ``name``, or a question it rests on, if the journey cannot see it."""
    if draft.entries.name(name) is None:
        return None
    if name not in visible:
        return name
    behind = draft.library.rulebook.questions_behind(name)
    return min((each for each in behind if each not in visible), default=None)


def _rests(hidden: str, name: str) -> str:
    return f"`{hidden}`" if hidden == name else f"`{hidden}`, on which `{name}` rests,"


def _missing(draft: Draft, place: Place, what: str, hidden: str) -> Finding:
    home = draft.entries.name(hidden)
    if home is not None and home.parent is not None:
        message = f"{what} is of the group `{home.parent}`, which is not placed."
        return Finding(place, message, f"Put `{home.parent}` into this journey's interview.")
    message = f"{what} belongs to the journey `{home.journey if home else None}`."
    return Finding(place, message, "Move it to a group in common/, and place the group.")


def _later(
    draft: Draft, journey: Entry, question: str, use: Use, earlier: Set[str]
) -> Iterator[Finding]:
    questions = draft.entries.questions
    entry = questions[question]
    for name in sorted(name for name in use.names if draft.entries.name(name)):
        behind = draft.library.rulebook.questions_behind(name)
        late = sorted(each for each in behind if each not in earlier and each != question)
        if late:
            group = questions[late[0]].parent
            is_near = entry.file is journey.file or entry.parent == group
            place = use.place_of(name) if is_near else draft.interviews[journey.id].placed[question]
            message = f"{_rests(late[0], name)} is not asked before `{question}`."
            yield Finding(place, message, f"Ask `{late[0]}` earlier, or leave `{name}` out here.")
