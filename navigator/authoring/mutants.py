"""Small changes of the rules: a test forced one way, a day moved by one; each as it would run."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from navigator.authoring.changes import (
    Definition,
    Rule,
    definition_of,
    exchanged,
    with_definition,
)
from navigator.authoring.written import (
    Path,
    WrittenCondition,
    WrittenDay,
    conditions_in,
    days_in,
)
from navigator.content import Draft, Library, Place, Step
from navigator.content.sentences import Owner
from navigator.rules import (
    Condition,
    Day,
    FactRule,
    MonthKind,
    QuestionRule,
    Value,
    tree,
)

_DAYS = ("opens", "due", "best_by", "until", "every")
_RULES_OF_A_STEP = ("when", "done_if", "late", *_DAYS)
_A_DAY = tree.Span(((1, "days"),))
_A_MONTH = tree.Span(((1, "months"),))

Sentence = Condition | Value
WrittenCases = tuple[tuple[tree.Condition | None, tree.Value], ...]


@dataclass(frozen=True)
class Change:
    """A sentence before and after, and the definition or rule with it."""

    was: Sentence
    now: Sentence
    made: Definition | Rule
    path: Path

    @property
    def is_ruling(self) -> bool:
        """Whether it can alter which steps are on the list and how they stand, not only words."""
        if isinstance(self.made, Step):
            return self.path[0] in _RULES_OF_A_STEP
        return isinstance(self.made, FactRule | QuestionRule)


@dataclass(frozen=True, eq=False)
class Mutant:
    """One small change of the rules; ``what`` says it in the words an excuse repeats."""

    owner: Owner
    place: Place
    what: str
    change: Change
    side: tree.Condition
    """What must hold for the change to make a difference: the test is not as it is taken."""

    def library(self, library: Library) -> Library:
        """Return ``library`` with the change in it."""
        return with_definition(library, self.owner.id, self.change.made)


def mutants_of(draft: Draft, owners: Collection[Owner]) -> tuple[Mutant, ...]:
    """Return the mutants of ``owners``: of each test and each day in their sentences.

    A test is taken as yes, and as no, wherever it is known; a day is moved by a day, a month by
    a month.
    """
    found: list[Mutant] = []
    for condition in conditions_in(draft):
        if condition.owner in owners:
            found += _forced(draft.library, condition)
    for day in days_in(draft):
        if day.owner in owners:
            found += _moved(draft.library, day)
    return tuple(sorted(found, key=lambda mutant: (mutant.place, mutant.what)))


def names_behind(step: Step) -> frozenset[str]:
    """Return the names in the rules of ``step``: whether, when and how it stands; not its texts."""
    rules: list[Sentence | None] = [step.when, step.done_if, step.every]
    rules += [step.opens, step.due, step.best_by, step.until]
    rules += [when for when, _ in step.late.cases] if step.late else []
    return frozenset[str]().union(*(rule.names for rule in rules if rule is not None))


def _forced(library: Library, written: WrittenCondition) -> Iterator[Mutant]:
    for test in written.tests():
        for answer, said in ((True, "yes"), (False, "no")):
            what = f'take "{test.node}" as {said}'
            change = _changed(library, written, test.held(answer))
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
    changed = _changed_fact if day.owner.kind == "fact" else _changed_days
    change = changed(library, day.owner.id, path, moved)
    yield Mutant(day.owner, day.place, what, change, tree.Known(day.parsed))


def _kind(library: Library, day: WrittenDay) -> object:
    if day.owner.kind == "fact":
        return library.rulebook.kinds.get(day.owner.id)
    value = _value_of(library.steps[day.owner.id], day.key)
    return None if value is None else value.kind


def _changed(library: Library, written: WrittenCondition, node: tree.Condition) -> Change:
    owner, path = written.owner, written.path
    if owner.kind == "step" and path[0] in _DAYS:
        return _changed_days(library, owner.id, path, node)
    if owner.kind == "fact" and path[0] in ("when", "value"):
        return _changed_fact(library, owner.id, path, node)
    was, now = (library.rulebook.condition(each) for each in (written.parsed, node))
    if owner.kind == "question" and (rule := _changed_question(library, owner.id, path, node)):
        return Change(was, now, rule, path)
    return Change(was, now, exchanged(definition_of(library, owner), path, now), path)


def _changed_question(
    library: Library, question: str, path: Path, node: tree.Condition
) -> QuestionRule | None:
    """Return the rule of a question changed; None where only its words are picked by the test."""
    rule = library.rulebook.definitions[question]
    match path:
        case ("when",) if isinstance(rule, QuestionRule):
            return replace(rule, when=node)
        case ("options", str(option), "when") if isinstance(rule, QuestionRule):
            return replace(rule, option_when={**rule.option_when, option: node})
    return None


def _changed_days(library: Library, step_id: str, path: Path, node: tree.Node) -> Change:
    step, key = library.steps[step_id], str(path[0])
    was = _value_of(step, key)
    if was is None:
        raise ValueError(f"the step {step_id} has no {key}")
    cases = _with_case(_cases_of(was), path, node)
    now = library.rulebook.value(cases, want=None if key == "every" else "day")
    return Change(was, now, _with_days(step, key, now), path)


def _changed_fact(library: Library, fact: str, path: Path, node: tree.Node) -> Change:
    rulebook = library.rulebook
    rule = rulebook.definitions[fact]
    if not isinstance(rule, FactRule):
        raise ValueError(f"{fact} is no fact")
    if rule.value is None:
        when = _as_condition(node)
        was = rulebook.condition(rule.when or tree.Always())
        return Change(was, rulebook.condition(when), replace(rule, when=when), path)
    cases = rule.value if isinstance(rule.value, tuple) else ((None, rule.value),)
    now = _with_case(cases, path, node)
    changed = replace(rule, value=now)
    return Change(rulebook.value(cases), rulebook.value(now), changed, path)


def _value_of(step: Step, key: str) -> Value | None:
    values = {
        "opens": step.opens,
        "due": step.due,
        "best_by": step.best_by,
        "until": step.until,
        "every": step.every,
    }
    return values[key]


def _with_days(step: Step, key: str, now: Value) -> Step:
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
