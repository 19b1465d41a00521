"""Small changes of the rules: a test forced one way, a day moved by one; each as it would run."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from navigator.authoring.scenes import facts_behind
from navigator.authoring.written import (
    Path,
    WrittenCondition,
    WrittenDay,
    conditions_in,
    days_in,
)
from navigator.content import Draft, Library, Place, Step
from navigator.content.sentences import Owner
from navigator.rules import Cases, Condition, Day, FactRule, MonthKind, Value, tree

_DAYS = ("opens", "due", "best_by", "until", "every")
_CONDITIONS_OF = {"step": ("when", "done_if", "late", *_DAYS), "fact": ("when", "value")}
_A_DAY = tree.Span(((1, "days"),))
_A_MONTH = tree.Span(((1, "months"),))

Sentence = Condition | Value
WrittenCases = tuple[tuple[tree.Condition | None, tree.Value], ...]


@dataclass(frozen=True)
class Change:
    """A sentence before and after; either the step or the meaning of the fact that it makes."""

    was: Sentence
    now: Sentence
    step: Step | None = None
    rule: FactRule | None = None


@dataclass(frozen=True, eq=False)
class Mutant:
    """One small change of the rules; ``what`` says it in the words an excuse repeats."""

    owner: Owner
    place: Place
    what: str
    change: Change
    side: tree.Condition
    """What must hold for the change to make a difference: the test is not as it is taken."""


def mutants_of(draft: Draft, owners: Collection[Owner]) -> tuple[Mutant, ...]:
    """Return the mutants of the steps among ``owners`` and of the facts their rules rest on.

    A test is taken as yes, and as no, wherever it is known; a day is moved by a day, a month by
    a month.
    """
    steps = {owner for owner in owners if owner.kind == "step"}
    names = (names_behind(draft.library.steps[owner.id]) for owner in steps)
    ruling = steps | facts_behind(draft, frozenset[str]().union(*names))
    found: list[Mutant] = []
    for condition in conditions_in(draft):
        if condition.owner in ruling:
            found += _forced(draft.library, condition)
    for day in days_in(draft):
        if day.owner in ruling:
            found += _moved(draft.library, day)
    return tuple(sorted(found, key=lambda mutant: (mutant.place, mutant.what)))


def names_behind(step: Step) -> frozenset[str]:
    """Return the names in the rules of ``step``: whether, when and how it stands; not its texts."""
    rules: list[Sentence | None] = [step.when, step.done_if, step.every]
    rules += [step.opens, step.due, step.best_by, step.until]
    rules += [when for when, _ in step.late.cases] if step.late else []
    return frozenset[str]().union(*(rule.names for rule in rules if rule is not None))


def _forced(library: Library, written: WrittenCondition) -> Iterator[Mutant]:
    if written.path[0] not in _CONDITIONS_OF[written.owner.kind]:
        return
    for test in written.tests():
        for answer, said in ((True, "yes"), (False, "no")):
            what = f'take "{test.node}" as {said}'
            change = _changed(library, written.owner, written.path, test.held(answer))
            side = tree.Negation(test.node) if answer else test.node
            yield Mutant(written.owner, test.place, what, change, side)


def _moved(library: Library, day: WrittenDay) -> Iterator[Mutant]:
    kind = _kind(library, day)
    if not isinstance(kind, Day | MonthKind):
        return
    length, unit = (_A_MONTH, "month") if isinstance(kind, MonthKind) else (_A_DAY, "day")
    moved = tree.Shift(length, "after", day.parsed)
    what = f'move {day.key} "{day.parsed}" by a {unit}'
    path: Path = (day.key,) if day.case is None else (day.key, day.case)
    change = _changed(library, day.owner, path, moved)
    yield Mutant(day.owner, day.place, what, change, tree.Known(day.parsed))


def _kind(library: Library, day: WrittenDay) -> object:
    if day.owner.kind == "fact":
        return library.rulebook.kinds.get(day.owner.id)
    value = _value_of(library.steps[day.owner.id], day.key)
    return None if value is None else value.kind


def _changed(library: Library, owner: Owner, path: Path, node: tree.Node) -> Change:
    if owner.kind == "fact":
        return _changed_fact(library, owner.id, path, node)
    return _changed_step(library, library.steps[owner.id], path, node)


def _changed_step(library: Library, step: Step, path: Path, node: tree.Node) -> Change:
    key, rulebook = str(path[0]), library.rulebook
    was: Sentence | None
    now: Sentence
    if key == "late":
        return _changed_route(library, step, int(path[1]), node)
    if key in _DAYS:
        was = _value_of(step, key)
        cases = _with_case(_cases_of(was), path, node)
        now = rulebook.value(cases, want=None if key == "every" else "day")
    else:
        was = step.when if key == "when" else step.done_if
        now = rulebook.condition(_as_condition(node))
    if was is None:
        raise ValueError(f"the step {step.id} has no {key}")
    return Change(was, now, step=_with_sentence(step, key, now))


def _changed_route(library: Library, step: Step, case: int, node: tree.Node) -> Change:
    cases = list(step.late.cases) if step.late else []
    was, target = cases[case]
    now = library.rulebook.condition(_as_condition(node))
    cases[case] = now, target
    if was is None:
        raise ValueError(f"case {case} of the late of {step.id} has no condition")
    return Change(was, now, step=replace(step, late=Cases(tuple(cases))))


def _changed_fact(library: Library, fact: str, path: Path, node: tree.Node) -> Change:
    rulebook = library.rulebook
    rule = rulebook.definitions[fact]
    if not isinstance(rule, FactRule):
        raise ValueError(f"{fact} is no fact")
    if rule.value is None:
        when = _as_condition(node)
        was = rulebook.condition(rule.when or tree.Always())
        return Change(was, rulebook.condition(when), rule=replace(rule, when=when))
    cases = rule.value if isinstance(rule.value, tuple) else ((None, rule.value),)
    now = _with_case(cases, path, node)
    changed = replace(rule, value=now)
    return Change(rulebook.value(cases), rulebook.value(now), rule=changed)


def _value_of(step: Step, key: str) -> Value | None:
    values = {
        "opens": step.opens,
        "due": step.due,
        "best_by": step.best_by,
        "until": step.until,
        "every": step.every,
    }
    return values[key]


def _with_sentence(step: Step, key: str, now: Sentence) -> Step:
    if isinstance(now, Condition):
        return replace(step, when=now) if key == "when" else replace(step, done_if=now)
    match key:
        case "opens":
            return replace(step, opens=now)
        case "due":
            return replace(step, due=now)
        case "best_by":
            return replace(step, best_by=now)
        case "until":
            return replace(step, until=now)
    return replace(step, every=now)


def _cases_of(value: Value | None) -> WrittenCases:
    if value is None:
        return ()
    return value.tree if isinstance(value.tree, tuple) else ((None, value.tree),)


def _with_case(cases: WrittenCases, path: Path, node: tree.Node) -> WrittenCases:
    """Return ``cases`` with the condition or the value at ``path`` replaced by ``node``."""
    case = int(path[1]) if len(path) > 1 else 0
    when, then = cases[case]
    pair = (_as_condition(node), then) if path[-1] == "when" else (when, _as_value(node))
    return (*cases[:case], pair, *cases[case + 1 :])


def _as_condition(node: tree.Node) -> tree.Condition:
    if isinstance(node, tree.Condition):
        return node
    raise TypeError(f"{node} is no condition")


def _as_value(node: tree.Node) -> tree.Value:
    if isinstance(node, tree.Value):
        return node
    raise TypeError(f"{node} is no value")
