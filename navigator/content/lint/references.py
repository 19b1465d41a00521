"""Rules on what definitions name: steps, agencies, documents, permissions, questions, states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from navigator.content.builder import Draft
from navigator.content.entries import Entry
from navigator.content.journeys import routes_of
from navigator.content.lint.finding import Finding, thens, unknown
from navigator.content.nodes import Listed, Mapped, Text, scalars
from navigator.rules import BUILT_IN, PLACES, OneOf
from navigator.rules.grammar import RESERVED_WORDS

_STEP_KEYS = ("after", "helped_by", "instead_of")
TAKEN_ADDRESSES = frozenset(
    {"agencies", "answers", "api", "carry", "caseworker", "checklist", "choices", "clear"}
    | {"documents", "feedback", "find", "handover", "health", "journeys", "leave", "load", "ready"}
    | {"results", "return", "save", "schema", "since", "start", "static", "stay", "steps", "studio"}
)


def unknown_step(draft: Draft) -> Iterator[Finding]:
    """Steps are named by ids of steps, in `after`, `late` and so on, and in permissions."""
    steps = draft.entries.steps
    for entry in steps.values():
        for key in _STEP_KEYS:
            yield from unknown("step", entry.node.listed(key), steps)
        yield from unknown("step", routes_of(entry), steps)
    for entry in draft.entries.permissions.values():
        yield from unknown("step", entry.node.listed("step"), steps)


def unknown_choice(draft: Draft) -> Iterator[Finding]:
    """The `instead_of` of a choice names choices."""
    for entry in draft.entries.choices.values():
        yield from unknown("choice", entry.node.listed("instead_of"), draft.entries.choices)


def foreign_step(draft: Draft) -> Iterator[Finding]:
    """A step's `late`, `refused` and `approved` name steps of its own journey, or shared ones."""
    for entry in draft.entries.steps.values():
        for id in routes_of(entry):
            other = draft.entries.steps.get(id)
            if other is not None and other.journey not in (None, entry.journey):
                message = f"`{id}` belongs to the journey `{other.journey}`."
                yield Finding(id.place, message, "Move it to common/steps.yaml.")


def unknown_agency(draft: Draft) -> Iterator[Finding]:
    """Every step is done at an agency that is defined."""
    for entry in draft.entries.steps.values():
        if entry.node.text("at") is None:
            message = f"The step `{entry.id}` has no agency."
            yield Finding(entry.place, message, "Add `at:` with the id of an agency.")
        yield from unknown("agency", entry.node.listed("at"), draft.entries.agencies)


def unknown_document(draft: Draft) -> Iterator[Finding]:
    """Every id in `bring` is a document's."""
    for entry in draft.entries.steps.values():
        for then in thens(entry.node.get("bring")):
            yield from unknown("document", scalars(then), draft.entries.documents)


def unknown_permission(draft: Draft) -> Iterator[Finding]:
    """Every id in a step's `helper: needs` is a permission of some agency."""
    for entry in draft.entries.steps.values():
        needs = entry.node.mapping("helper").listed("needs")
        yield from unknown("permission", needs, draft.entries.permissions)


def unknown_question(draft: Draft) -> Iterator[Finding]:
    """A step's `for` and an agency's `by` name questions."""
    for entry in draft.entries.steps.values():
        yield from unknown("question", entry.node.listed("for"), draft.entries.questions)
    for entry in draft.entries.agencies.values():
        yield from unknown("question", entry.node.listed("by"), draft.entries.questions)


def unknown_journey(draft: Draft) -> Iterator[Finding]:
    """`see_also` names journeys of this folder."""
    for entry in draft.entries.journeys.values():
        seen = entry.node.get("see_also")
        for each in seen if isinstance(seen, Listed) else ():
            if isinstance(each, Mapped):
                yield from unknown("journey", each.listed("journey"), draft.entries.journeys)


def unknown_state(draft: Draft) -> Iterator[Finding]:
    """An agency's rows are states and territories, or options of the question in its `by`."""
    for entry in draft.entries.agencies.values():
        question = draft.library.questions.get(entry.node.line("by") or "")
        is_listed = question is not None and isinstance(question.kind, OneOf)
        known = [option.id for option in question.options] if question and is_listed else PLACES
        for key, _ in entry.node.mapping("rows").entries():
            if key not in known:
                hint = f"Write one of: {', '.join(known)}." if is_listed else "Write it as OH."
                what = "option" if is_listed else "state or territory"
                yield Finding(key.place, f"No {what} is written `{key[:30]}`.", hint)


def taken_address(draft: Draft) -> Iterator[Finding]:
    """A journey's id is part of its address, so it is no page's of the site, and no language's."""
    for entry in draft.entries.journeys.values():
        if entry.id in TAKEN_ADDRESSES or len(entry.id) == 2:
            hint = "Give the journey, and its file, another id."
            yield Finding(entry.place, f"`{entry.id}` is an address of the site itself.", hint)


def reserved_word(draft: Draft) -> Iterator[Finding]:
    """No question, fact, figure or option is called by a word of the language, such as `first`."""
    entries = draft.entries
    names = [*entries.questions.values(), *entries.facts.values(), *entries.figures.values()]
    ids = [(entry.id, entry.place) for entry in names]
    for entry in entries.questions.values():
        ids += [(str(key), key.place) for key, _ in entry.node.mapping("options").entries()]
    for id, place in ids:
        if id in RESERVED_WORDS or id in BUILT_IN:
            message = f"`{id}` is a word of the language and cannot be an id."
            yield Finding(place, message, f"Add a word to it, as in `{id}_day`.")


def step_loop(draft: Draft) -> Iterator[Finding]:
    """No chain of routes (`late` and the like), `after` or `instead_of` comes back to its start."""
    steps = draft.entries.steps
    for key in ("late", "refused", "approved", "after", "instead_of"):
        named = {id: {str(t): t for t in _named(entry, key)} for id, entry in steps.items()}
        for cycle in _cycles(named):
            chain = " -> ".join(f"`{id}`" for id in cycle)
            place = named[cycle[0]][cycle[1]].place
            yield Finding(place, f"`{key}` leads in a circle: {chain}.", "Take one of them out.")


def late_and_instead_of(draft: Draft) -> Iterator[Finding]:
    """No step names another in `late` and in `instead_of`: once late, neither would be shown."""
    for entry in draft.entries.steps.values():
        routes = {str(route) for route in _named(entry, "late")}
        for id in entry.node.listed("instead_of"):
            if id in routes:
                message = f"Once `{entry.id}` is late, neither it nor `{id}` would be on the list."
                hint = f"Take `{id}` out of `instead_of`: `late` brings it in time."
                yield Finding(id.place, message, hint)


def _named(entry: Entry, key: str) -> Iterator[Text]:
    if key == "late":
        yield from (then for then in thens(entry.node.get(key)) if isinstance(then, Text))
    else:
        yield from entry.node.listed(key)


def _cycles(named: Mapping[str, Mapping[str, Text]]) -> Iterator[tuple[str, ...]]:
    """Yield one cycle after the other, each time leaving out the edge that closed the last."""
    edges = {id: set(others) & named.keys() for id, others in named.items()}
    while True:
        try:
            TopologicalSorter(edges).prepare()
        except CycleError as error:
            cycle = tuple(error.args[1][::-1])
            edges[cycle[0]].discard(cycle[1])
            yield cycle
        else:
            return
