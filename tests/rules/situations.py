"""Random rulebooks of yes/no questions and facts, some asked only when others say so."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from hypothesis import strategies as st

from navigator.rules import FactRule, QuestionRule, Rulebook, YesNo, tree
from navigator.rules.definitions import Definition

STATES: tuple[object, ...] = (True, False, None)
"""What a yes/no question can be answered with; None is *not sure*."""


class Situation(NamedTuple):
    """A rulebook, a condition over its names, and some answers."""

    rules: Rulebook
    condition: tree.Condition
    questions: tuple[str, ...]
    answers: dict[str, object]


def conditions(names: list[str], depth: int = 3) -> st.SearchStrategy[tree.Condition]:
    """Return conditions over yes/no ``names``, which may stand in them more than once."""
    name = st.sampled_from(names)
    known = st.builds(tree.Known, st.builds(tree.Name, name), st.booleans())
    leaf: st.SearchStrategy[tree.Condition] = st.builds(tree.Claim, name) | known
    return st.recursive(leaf, _joined, max_leaves=2 * depth)


def _joined(part: st.SearchStrategy[tree.Condition]) -> st.SearchStrategy[tree.Condition]:
    parts = st.lists(part, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        st.builds(tree.Every, parts), st.builds(tree.Some, parts), st.builds(tree.Negation, part)
    )


@st.composite
def tangled_situations(draw: st.DrawFn) -> Situation:
    """Return situations whose names may stand anywhere, any number of times."""
    definitions: dict[str, Definition] = {}
    for number in range(draw(st.integers(1, 4))):
        earlier = list(definitions)
        when = draw(st.none() | conditions(earlier)) if earlier else None
        definitions[f"q{number}"] = QuestionRule(YesNo(), when)
        if draw(st.booleans()):
            definitions[f"f{number}"] = FactRule(when=draw(conditions(list(definitions))))
    return _situation(draw, definitions, draw(conditions(list(definitions))))


@st.composite
def simple_situations(draw: st.DrawFn) -> Situation:
    """Return situations in which every name stands once, and `is known` asks of questions."""
    definitions: dict[str, Definition] = {}
    loose: list[str] = []
    for number in range(draw(st.integers(1, 6))):
        when = _take(draw, loose) if draw(st.integers(0, 3)) == 0 else None
        definitions[f"q{number}"] = QuestionRule(YesNo(), when)
        loose.append(f"q{number}")
        if draw(st.integers(0, 2)) == 0:
            definitions[f"f{number}"] = FactRule(when=_take(draw, loose) or tree.Always())
            loose.append(f"f{number}")
    names, loose = draw(st.permutations(loose)), []
    return _situation(draw, definitions, _once(draw, list(names)))


def _take(draw: st.DrawFn, loose: list[str]) -> tree.Condition | None:
    """Use up some of the names that stand nowhere yet."""
    taken = draw(st.lists(st.sampled_from(loose), max_size=2, unique=True)) if loose else []
    for name in taken:
        loose.remove(name)
    return _once(draw, taken) if taken else None


def _once(draw: st.DrawFn, names: list[str]) -> tree.Condition:
    if len(names) == 1:
        claim, known = tree.Claim(names[0]), tree.Known(tree.Name(names[0]))
        is_claim = names[0].startswith("f") or draw(st.booleans())
        part: tree.Condition = claim if is_claim else known
        return tree.Negation(part) if draw(st.booleans()) else part
    cut = draw(st.integers(1, len(names) - 1))
    parts = (_once(draw, names[:cut]), _once(draw, names[cut:]))
    whole: tree.Condition = tree.Every(parts) if draw(st.booleans()) else tree.Some(parts)
    return tree.Negation(whole) if draw(st.integers(0, 3)) == 0 else whole


def _situation(
    draw: st.DrawFn, definitions: dict[str, Definition], condition: tree.Condition
) -> Situation:
    rules = Rulebook(definitions)
    assert rules.faults == ()
    questions = tuple(name for name in definitions if name.startswith("q"))
    given = draw(st.dictionaries(st.sampled_from(questions), st.sampled_from(STATES)))
    return Situation(rules, condition, questions, given)


def completions(open_questions: list[str]) -> list[dict[str, object]]:
    """Return every way to answer any of the questions."""
    unanswered = object()
    ways = product((*STATES, unanswered), repeat=len(open_questions))
    return [
        {name: raw for name, raw in zip(open_questions, way, strict=True) if raw is not unanswered}
        for way in ways
    ]
