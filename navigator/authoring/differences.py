"""A change of the rules -> whom it would touch: what to look for, and whether a person shows it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from navigator.authoring.aims import way_to
from navigator.authoring.mutants import Mutant, names_behind
from navigator.authoring.mutation import differs, hint_for
from navigator.authoring.people import Target
from navigator.authoring.scenes import Scene, home_of
from navigator.content import Choice, Draft, Library, Question
from navigator.rules import Condition, FactRule, QuestionRule, tree

_MOST_STEPS = 6


def targets_of(draft: Draft, mutant: Mutant) -> tuple[Target, ...]:
    """Return ways to look for somebody whose list the change alters, the plainest last."""

    @cache
    def changed() -> Library:
        return mutant.library(draft.library)

    def shows(scene: Scene) -> bool:
        if not differs(mutant.change.was, mutant.change.now, scene.reading):
            return False
        return hint_for(mutant, scene, changed()) is not None

    journeys = home_of(draft, mutant.owner)
    return tuple(Target(journeys, shows, wanted) for wanted in _wanted(draft.library, mutant))


def _wanted(library: Library, mutant: Mutant) -> Iterator[tuple[tree.Condition, ...]]:
    change, (kind, id) = mutant.change, mutant.owner
    was, now = change.was, change.now
    if kind == "fact" and change.is_ruling:
        if isinstance(was, Condition) and isinstance(now, Condition):
            yield from _through_steps(library, id, now.tree)
            yield (differing(was.tree, now.tree),)
        else:
            for step_id in _steps_on(library, id)[:_MOST_STEPS]:
                yield (mutant.side, *way_to(library.steps[step_id], library)[0])
    elif kind == "step" and change.path != ("when",):
        yield (mutant.side, *way_to(library.steps[id], library)[0])
    elif isinstance(was, Condition) and isinstance(now, Condition):
        yield (differing(was.tree, now.tree), *_gate(mutant))
    yield (mutant.side,)


def _gate(mutant: Mutant) -> Iterator[tree.Condition]:
    """Yield what must hold for the words or the options of ``mutant`` to be shown at all."""
    definition = mutant.change.made
    if mutant.change.path == ("when",):
        return
    if isinstance(definition, QuestionRule) and definition.when is not None:
        yield definition.when
    if isinstance(definition, Question | Choice) and definition.when is not None:
        yield definition.when.tree


def differing(was: tree.Condition, now: tree.Condition) -> tree.Condition:
    """Return the condition that holds where one of two holds and the other does not."""
    return tree.Some((tree.Every((now, tree.Negation(was))), tree.Every((was, tree.Negation(now)))))


def _through_steps(
    library: Library, fact: str, now: tree.Condition
) -> Iterator[tuple[tree.Condition, ...]]:
    """Look for a step whose `when` comes out otherwise once the fact does."""
    for step_id in _steps_on(library, fact)[:_MOST_STEPS]:
        when = library.steps[step_id].when
        if when is not None:
            changed = _unfolded(when.tree, fact, now, library)
            if changed != when.tree:
                yield (differing(when.tree, changed),)


def _steps_on(library: Library, fact: str) -> list[str]:
    """Return the steps whose rules rest on ``fact``."""
    rulebook = library.rulebook
    found: list[str] = []
    for step in library.steps.values():
        waiting, seen = list(names_behind(step)), set[str]()
        while waiting:
            name = waiting.pop()
            if name not in seen and name in rulebook.definitions:
                seen.add(name)
                waiting.extend(rulebook.uses_of(name))
        if fact in seen:
            found.append(step.id)
    return found


def _unfolded(
    condition: tree.Condition, fact: str, now: tree.Condition, library: Library
) -> tree.Condition:
    """Return ``condition`` with ``now`` in place of the fact, wherever facts lead to it."""
    match condition:
        case tree.Claim(name):
            rule = library.rulebook.definitions.get(name)
            if name == fact:
                return now
            if isinstance(rule, FactRule) and rule.when is not None:
                inner = _unfolded(rule.when, fact, now, library)
                return condition if inner == rule.when else inner
        case tree.Negation(part):
            return tree.Negation(_unfolded(part, fact, now, library))
        case tree.Every(parts):
            return tree.Every(tuple(_unfolded(each, fact, now, library) for each in parts))
        case tree.Some(parts):
            return tree.Some(tuple(_unfolded(each, fact, now, library) for each in parts))
    return condition
