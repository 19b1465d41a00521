"""Examines the definitions of names: their kinds, in what order they stand, all that is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from navigator.rules import tree
from navigator.rules.case_kinds import joined_kind, unlike_fault
from navigator.rules.checker import check_condition, check_value
from navigator.rules.facts import FactRule
from navigator.rules.faults import Fault
from navigator.rules.figure_keys import figure_faults
from navigator.rules.figures import FigureRule
from navigator.rules.kinds import BUILT_IN, Kind, YesNo
from navigator.rules.loops import Graph, without_loops
from navigator.rules.questions import QuestionRule
from navigator.rules.value import ValueCases

Definition: TypeAlias = QuestionRule | FactRule | FigureRule
Sentence: TypeAlias = tree.Condition | tree.Value
Kinds: TypeAlias = Mapping[str, Kind | None]
Found: TypeAlias = Iterator[tuple[str, Fault]]


class Examined(NamedTuple):
    """What was found out about definitions.

    ``kinds`` holds None for a name whose kind could not be found; ``order`` are the names outside
    loops, each behind those it rests on; ``faults`` are (name, part of its definition, fault).
    """

    kinds: Kinds
    graph: Graph
    order: tuple[str, ...]
    faults: tuple[tuple[str, str, Fault], ...]


def examine(definitions: Mapping[str, Definition]) -> Examined:
    """Return the kinds of all names and all that is wrong with their definitions."""
    graph = {name: _uses(rule) - BUILT_IN.keys() for name, rule in definitions.items()}
    order, loops = without_loops(graph)
    figures = frozenset(name for name, rule in definitions.items() if isinstance(rule, FigureRule))
    kinds: dict[str, Kind | None] = {**BUILT_IN, **dict.fromkeys(definitions)}
    kinds |= {name: kind for name, rule in definitions.items() if (kind := declared_kind(rule))}
    faults = [_loop_fault(loop, definitions[loop[0]]) for loop in loops]
    for name in order:
        rule = definitions[name]
        if isinstance(rule, FactRule) and rule.value is not None:
            kinds[name] = kind_of_cases(in_cases(rule.value), kinds, figures)
        faults += [(name, part, fault) for part, fault in _faults(rule, kinds, figures)]
    return Examined(kinds, graph, order, tuple(faults))


def declared_kind(rule: Definition) -> Kind | None:
    """Return the kind that a definition states by itself; None where its value tells."""
    if isinstance(rule, FactRule):
        return None if rule.value is not None else YesNo()
    return rule.kind


def in_cases(value: tree.Value | ValueCases) -> ValueCases:
    """Return the cases of a value; of one written without, the single case that always holds."""
    return value if isinstance(value, tuple) else ((None, value),)


def kind_of_cases(cases: ValueCases, kinds: Kinds, figures: frozenset[str]) -> Kind | None:
    """Return the kind of a value in cases; None if it has faults that hide it."""
    found = [check_value(then, kinds, figures)[0] for _, then in cases]
    known = [kind for kind in found if kind is not None]
    return joined_kind(known) if len(known) == len(found) else None


def case_faults(cases: ValueCases, kinds: Kinds, figures: frozenset[str]) -> Found:
    """Return all that is wrong with a value in cases, as (part, fault): ``value.0.then``."""
    alone = len(cases) == 1 and cases[0][0] is None
    first: Kind | None = None
    for place, (when, then) in enumerate(cases):
        part = "value" if alone else f"value.{place}.{'then' if when else 'otherwise'}"
        if when is not None:
            yield from _at(f"value.{place}.when", check_condition(when, kinds, figures))
        kind, faults = check_value(then, kinds, figures)
        yield from _at(part, faults)
        if first and kind and joined_kind([first, kind]) is None:
            yield part, unlike_fault(first, kind, then.start, then.end)
        first = first or kind


def _faults(rule: Definition, kinds: Kinds, figures: frozenset[str]) -> Found:
    if isinstance(rule, FigureRule):
        yield from figure_faults(rule, kinds)
        return
    if rule.when is not None:
        yield from _at("when", check_condition(rule.when, kinds, figures))
    if isinstance(rule, QuestionRule):
        for option, when in rule.option_when.items():
            yield from _at(f"options.{option}.when", check_condition(when, kinds, figures))
    elif rule.value is not None:
        yield from case_faults(in_cases(rule.value), kinds, figures)


def _at(part: str, faults: Iterable[Fault]) -> Found:
    return ((part, fault) for fault in faults)


def _uses(rule: Definition) -> frozenset[str]:
    if isinstance(rule, FigureRule):
        return frozenset(rule.by)
    return frozenset[str]().union(*(tree.names_in(sentence) for _, sentence in _sentences(rule)))


def _sentences(rule: QuestionRule | FactRule) -> Iterator[tuple[str, Sentence]]:
    if rule.when is not None:
        yield "when", rule.when
    if isinstance(rule, QuestionRule):
        for option, when in rule.option_when.items():
            yield f"options.{option}.when", when
    elif isinstance(rule.value, tuple):
        for place, (condition, then) in enumerate(rule.value):
            if condition is not None:
                yield f"value.{place}.when", condition
            yield f"value.{place}.{'then' if condition else 'otherwise'}", then
    elif rule.value is not None:
        yield "value", rule.value


def _loop_fault(loop: tuple[str, ...], rule: Definition) -> tuple[str, str, Fault]:
    name, following = loop[:2]
    message = f"`{name}` rests on itself: {', '.join(f'`{step}`' for step in loop)}."
    hint = "Let one of them not speak of the next."
    if isinstance(rule, FigureRule):
        return name, "by", Fault(message, hint, "loop", 0, len(following))
    for part, sentence in _sentences(rule):
        for node in tree.walk(sentence):
            named = isinstance(node, tree.Name) and node.id == following
            if named or (isinstance(node, tree.Claim) and node.name == following):
                return name, part, Fault(message, hint, "loop", node.start, node.end)
    raise ValueError(f"{name} does not speak of {following}")
