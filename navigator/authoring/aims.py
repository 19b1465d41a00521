"""What scenarios should reach: every step, question, option, and both sides of every test."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from navigator.authoring.scenes import Scene
from navigator.authoring.written import WrittenCondition, conditions_in
from navigator.content import Draft, Library, Place, Step
from navigator.content.nodes import Mapped
from navigator.content.sentences import Owner
from navigator.engine import Mark, MarkKind
from navigator.rules import AnyOf, Condition, Kind, Truth, Value, tree

Reached = Callable[[Scene], bool]


@dataclass(frozen=True, eq=False)
class Aim:
    """One thing a scenario should reach. ``what`` says it in the words an excuse repeats.

    ``wanted`` are what must hold, where that can be said as conditions, for a search to go by.
    """

    owner: Owner
    place: Place
    what: str
    is_reached: Reached
    wanted: tuple[tree.Condition, ...] = ()
    marks: Mapping[str, Mark] = field(default_factory=dict)


def aims_of(draft: Draft, owners: Collection[Owner]) -> tuple[Aim, ...]:
    """Return what there is to reach of ``owners``, in the order of the files."""
    found = [*_steps(draft), *_questions(draft), *_sides(draft)]
    return tuple(
        sorted((aim for aim in found if aim.owner in owners), key=lambda a: (a.place, a.what))
    )


def _steps(draft: Draft) -> Iterator[Aim]:
    for id, step in draft.library.steps.items():
        wanted, marks = way_to(step, draft.library)
        yield Aim(Owner("step", id), step.place, "reach the step", _listed(id), wanted, marks)


def way_to(step: Step, library: Library) -> tuple[tuple[tree.Condition, ...], dict[str, Mark]]:
    """Return conditions and marks that bring ``step`` on the list, by its `when` or by a route."""
    if step.when is not None:
        return (step.when.tree,), {}
    for other in library.steps.values():
        if step.id in other.approved:
            return way_to(other, library)[0], {other.id: Mark(MarkKind.DONE)}
        if other.refused == step.id:
            return way_to(other, library)[0], {other.id: Mark(MarkKind.REFUSED)}
        if other.late is not None and step.id in other.late.every() and other.due is not None:
            return (*way_to(other, library)[0], _past(other.due)), {}
    return (), {}


def _past(due: Value) -> tree.Condition:
    cases = due.tree if isinstance(due.tree, tuple) else ((None, due.tree),)
    parts = tuple(
        tree.Every((when or tree.Always(), tree.Order(tree.Today(), "after", day)))
        for when, day in cases
    )
    return tree.Some(parts) if len(parts) > 1 else parts[0]


def _listed(step: str) -> Reached:
    return lambda scene: step in scene.listed


def _questions(draft: Draft) -> Iterator[Aim]:
    for id, question in draft.library.questions.items():
        owner, known = Owner("question", id), tree.Known(tree.Name(id))
        yield Aim(owner, question.place, "answer the question", _answered(id), (known,))
        node = draft.entries.questions[id].node
        if question.options_from is None:
            for option in question.options:
                place = _place_of_option(node, option.id, question.place)
                wanted = _chooses(question.kind, id, option.id)
                what = f"choose {option.id}"
                yield Aim(owner, place, what, _chosen(id, option.id), (wanted,))


def _place_of_option(node: Mapped, option: str, fallback: Place) -> Place:
    options = node.mapping("options")
    return options.place_of(option) if option in options else fallback


def _chooses(kind: Kind, question: str, option: str) -> tree.Condition:
    name = tree.Name(question)
    if isinstance(kind, AnyOf):
        return tree.Includes(name, (option,))
    return tree.Is(name, (option,))


def _answered(question: str) -> Reached:
    def is_reached(scene: Scene) -> bool:
        return question in scene.asked and scene.reading.is_known(question) is Truth.YES

    return is_reached


def _chosen(question: str, option: str) -> Reached:
    def is_reached(scene: Scene) -> bool:
        if question not in scene.asked:
            return False
        value = scene.reading[question]
        return value == option or (isinstance(value, frozenset) and option in value)

    return is_reached


def _sides(draft: Draft) -> Iterator[Aim]:
    """Yield two aims for each test: it comes out as YES, and as NO, where its condition counts."""
    rulebook = draft.library.rulebook
    compiled: dict[str, Condition] = {}
    for written in conditions_in(draft):
        context, gate = _context(draft, written)
        for test in written.tests():
            said = str(test.node)
            condition = compiled.get(said) or rulebook.condition(test.node)
            compiled[said] = condition
            for side, truth in (("yes", Truth.YES), ("no", Truth.NO)):
                what = f'have "{said}" as {side}'
                wanted = (*gate, test.node if truth is Truth.YES else tree.Negation(test.node))
                reached = _decided(condition, truth, context)
                yield Aim(test.owner, test.place, what, reached, wanted)


def _decided(condition: Condition, truth: Truth, context: Reached) -> Reached:
    return lambda scene: condition.decide(scene.reading) is truth and context(scene)


def _context(draft: Draft, written: WrittenCondition) -> tuple[Reached, tuple[tree.Condition, ...]]:
    """Return where a condition counts: a step's own texts only where the step came up."""
    kind, id = written.owner
    if written.path in (("when",), ("quiet",)):
        return _everywhere, ()
    if kind == "step":
        wanted, _ = way_to(draft.library.steps[id], draft.library)
        return (lambda scene: scene.came_up(id)), wanted
    if kind == "question":
        asked = draft.library.questions[id].when
        return _applies(id), (asked.tree,) if asked else ()
    if kind == "choice":
        faced = draft.library.choices[id].when
        return _faces(faced), (faced.tree,) if faced else ()
    return _everywhere, ()


def _applies(question: str) -> Reached:
    return lambda scene: scene.reading.applies(question) is not Truth.NO


def _everywhere(scene: Scene) -> bool:
    return True


def _faces(condition: Condition | None) -> Reached:
    if condition is None:
        return _everywhere
    return lambda scene: condition.decide(scene.reading) is not Truth.NO
