"""A definition with one sentence exchanged, and a library with that definition in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar

from navigator.authoring.written import Path
from navigator.content import Library, Step
from navigator.content.library import Choice, Document, Fact, Journey, Question, Wording
from navigator.content.sentences import Owner
from navigator.rules import Cases, Condition, FactRule, QuestionRule

Definition: TypeAlias = Step | Question | Choice | Document | Fact | Journey
Rule: TypeAlias = FactRule | QuestionRule
T = TypeVar("T", bound=Definition)


def definition_of(library: Library, owner: Owner) -> Definition:
    """Return what ``owner`` names. Raises KeyError for what the library does not hold."""
    homes: Mapping[str, Mapping[str, Definition]] = {
        "step": library.steps,
        "question": library.questions,
        "choice": library.choices,
        "document": library.documents,
        "fact": library.facts,
        "journey": library.journeys,
    }
    return homes[owner.kind][owner.id]


def with_definition(library: Library, id: str, made: Definition | Rule) -> Library:
    """Return ``library`` with ``made`` in place of what has that ``id``."""
    match made:
        case FactRule() | QuestionRule():
            return replace(library, rulebook=library.rulebook.with_rule(id, made))
        case Step():
            return replace(library, steps={**library.steps, id: made})
        case Question():
            return replace(library, questions={**library.questions, id: made})
        case Choice():
            return replace(library, choices={**library.choices, id: made})
        case Document():
            return replace(library, documents={**library.documents, id: made})
        case Fact():
            return replace(library, facts={**library.facts, id: made})
    return replace(library, journeys={**library.journeys, id: made})


def exchanged(definition: T, path: Path, now: Condition) -> T:
    """Return ``definition`` with ``now`` as its condition at ``path``, as its file is written."""
    changed: T = _changed(definition, path, lambda _: now)
    return changed


def cases_at(definition: Definition, path: Path, helping: bool) -> Cases[Any] | None:
    """Return what stands in cases at ``path``: a text for this reader, papers; None for nothing."""
    found: Any = definition
    for key in path:
        found = _part(found, key)
    if isinstance(found, Wording):
        found = found.for_reader(helping)
    return found if isinstance(found, Cases) else None


def _part(whole: Any, key: str | int) -> Any:
    if isinstance(whole, tuple):
        return next((each for each in whole if each.id == key), None)
    return getattr(whole, str(key), None)


def _changed(whole: Any, path: Sequence[str | int], change: Callable[[Any], Any]) -> Any:
    """Return ``whole`` with ``change`` made to what stands at ``path`` in it."""
    if not path:
        return change(whole)
    key, rest = path[0], path[1:]
    match whole:
        case Cases(cases):
            tried = ((change(w) if n == key else w, then) for n, (w, then) in enumerate(cases))
            return Cases(tuple(tried))
        case tuple():
            return tuple(
                _changed(each, rest, change) if key in (number, getattr(each, "id", None)) else each
                for number, each in enumerate(whole)
            )
    if isinstance(key, int):  # an option that is nothing but its label
        return replace(whole, label=_reworded(whole.label, path, change, is_helper=False))
    name = key if hasattr(whole, key) else key.removesuffix("_helper")
    part = getattr(whole, name)
    if isinstance(part, Wording):
        made = _reworded(part, rest, change, is_helper=name != key)
    else:
        made = _changed(part, rest, change)
    return replace(whole, **{name: made})


def _reworded(
    wording: Wording, path: Sequence[str | int], change: Callable[[Any], Any], *, is_helper: bool
) -> Wording:
    """Return a text changed; one that is written once is the same for a helper."""
    is_one = wording.plain is wording.helper
    changed = _changed(wording.helper if is_helper else wording.plain, path, change)
    plain = wording.plain if is_helper and not is_one else changed
    helper = changed if is_helper or is_one else wording.helper
    return Wording(plain, helper)
