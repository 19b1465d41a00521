"""A change that nobody notices -> what a scenario that meets it would have to say to notice it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from navigator.authoring.asking import NotAsked, NotOffered
from navigator.authoring.case_names import cases_of, name_of, named_cases, number_taken
from navigator.authoring.expectations import (
    DAYS,
    Expectation,
    Field,
    May,
    Must,
    MustNot,
    Seen,
    field_of,
)
from navigator.authoring.mutants import Mutant
from navigator.authoring.showing import (
    Comes,
    Faces,
    Offers,
    Quiet,
    Taken,
    Ways,
    faced,
    is_shown,
    value_of,
    ways,
)
from navigator.content.problems import Place
from navigator.content.sentences import Owner
from navigator.engine.life import State
from navigator.rules import Truth

_NOWHERE = Place("", 0, 0)


@dataclass(frozen=True)
class Hint:
    """What a scenario can say under ``key``: an item of a list, or ``key: value``."""

    key: str
    said: str
    expectation: Expectation

    def __str__(self) -> str:
        return f"{self.key}: {self.said}"


def hints(mutant: Mutant, before: Seen, after: Seen) -> Iterator[Hint]:
    """Yield what holds ``before`` and not ``after`` the change, what it is about first."""
    for hint in _candidates(mutant, before, after):
        if _holds(hint, before) and not _holds(hint, after):
            yield hint


def _holds(hint: Hint, seen: Seen) -> bool:
    return not any(True for _ in hint.expectation.misses(seen))


def _candidates(mutant: Mutant, before: Seen, after: Seen) -> Iterator[Hint]:
    owner = mutant.owner
    if mutant.change.is_ruling:
        yield from _of_steps(before, after)
    if mutant.change.is_ruling and owner.kind != "step":
        yield from _of_questions(before, owner)
    if owner.kind in ("fact", "choice"):
        yield from _of_choices(before)
    if owner.kind in ("fact", "journey"):
        yield from _beside(before)
    yield from _of_cases(before, owner)
    if owner.kind == "fact" and mutant.change.is_ruling:
        value = value_of(before, owner.id)
        yield Hint("facts", f"{{{owner.id}: {value}}}", Comes(owner.id, value, _NOWHERE))


def _of_steps(before: Seen, after: Seen) -> Iterator[Hint]:
    for step in {**before.places, **after.places}:
        placed = before.step(step)
        if placed is None:
            yield Hint("must_not", f"[{step}]", MustNot(step, _NOWHERE))
        elif placed.entry.status is not Truth.YES and placed.entry.state is not State.DONE:
            yield Hint("may", f"[{step}]", May(step, _NOWHERE))
        else:
            now, keys = after.step(step), (*DAYS, "state", "status")
            told = {key: field_of(placed, key) for key in keys}
            other = {} if now is None else {key: field_of(now, key) for key in keys}
            found = {key: said for key, said in told.items() if said != other.get(key, said)}
            if placed.entry.status is not Truth.YES:
                found["status"] = told["status"]
            fields = tuple(Field(key, said, _NOWHERE) for key, said in found.items())
            said = ", ".join(f"{key}: {value or 'none'}" for key, value in found.items())
            said = f"{{{said}}}" if said else ""
            yield Hint("must", f"{{{step}: {said}}}", Must(step, _NOWHERE, fields))


def _of_questions(before: Seen, owner: Owner) -> Iterator[Hint]:
    plan, questions = before.checklist.plan, before.checklist.library.questions
    names = plan.questions + plan.details
    for name in (owner.id,) if owner.kind == "question" else names:
        if not before.asks(name):
            yield Hint("not_asked", f"[{name}]", NotAsked(name, _NOWHERE))
            continue
        offered = before.checklist.reading.offered(name)
        for option in questions[name].options:
            if option.id not in offered:
                said = f"{{{name}: [{option.id}]}}"
                yield Hint("not_offered", said, NotOffered(name, option.id, _NOWHERE))


def _of_choices(before: Seen) -> Iterator[Hint]:
    found = faced(before)
    yield Hint("choices", f"[{', '.join(found)}]", Faces(found, _NOWHERE))
    for choice in found:
        shown = ways(before, choice)
        if any(option.when for option in before.checklist.library.choices[choice].options):
            said = f"{{{choice}: [{', '.join(shown)}]}}"
            yield Hint("choices", said, Ways(choice, shown, _NOWHERE))


def _beside(before: Seen) -> Iterator[Hint]:
    offered = [offer.journey for offer in before.checklist.see_also()]
    yield Hint("offers", f"[{', '.join(offered)}]", Offers(frozenset(offered), _NOWHERE))
    is_quiet = before.checklist.is_quiet
    yield Hint("quiet", "yes" if is_quiet else "no", Quiet(is_quiet, _NOWHERE))


def _of_cases(before: Seen, owner: Owner) -> Iterator[Hint]:
    library, reading = before.checklist.library, before.checklist.reading
    for said, (whose, path) in named_cases(library).items():
        if (whose == owner or owner.kind == "fact") and is_shown(before, whose):
            cases = cases_of(library, whose, path)[0]
            number = number_taken(cases, reading)
            name = name_of(cases, number)
            told = Taken(whose, path, number, name, _NOWHERE)
            yield Hint("cases", f"{{{said}: {name}}}", told)
