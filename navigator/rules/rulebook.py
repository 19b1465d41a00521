"""All names of the journeys, examined and compiled: answers in, a Reading out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any, Final, Literal, TypeAlias

from navigator.rules import tree
from navigator.rules.case_kinds import joined_kind, unlike_fault
from navigator.rules.checker import check_condition, check_value
from navigator.rules.condition import Condition
from navigator.rules.definitions import Definition, Examined, examine
from navigator.rules.facts import BrokenReader, FactReader, FactRule
from navigator.rules.faults import ConditionError, Fault
from navigator.rules.figures import FigureReader, FigureRule, unit_of
from navigator.rules.kinds import (
    Count,
    Day,
    Kind,
    Money,
    MonthKind,
    Number,
    Percent,
    YesNo,
)
from navigator.rules.loops import deep_names
from navigator.rules.parser import parse_condition, parse_value
from navigator.rules.prospects import POSSIBLE
from navigator.rules.questions import QuestionReader, QuestionRule
from navigator.rules.reading import Reading, Rule, Rules
from navigator.rules.scope import Scope
from navigator.rules.value import Value, ValueCases

Want: TypeAlias = Literal["day", "amount"]
WrittenCases: TypeAlias = Sequence[tuple[tree.Condition | str | None, tree.Value | str]]
_WANTED: Mapping[Want, tuple[tuple[type[Kind], ...], str]] = MappingProxyType(
    {
        "day": ((Day, MonthKind), "a day or a month"),
        "amount": ((Money, Number, Percent, Count), "an amount"),
    }
)


_FURNITURE: Final = ("_questions", "_rules", "_prepared")


class Rulebook:
    """Questions, facts and figures by their names, against which sentences are compiled.

    Faults of the definitions never raise. They are in ``faults``, as (name, part of its definition,
    fault); parts are ``when``, ``options.born.when``, ``value``, ``value.0.when``,
    ``value.0.then``, ``value.1.otherwise``, ``by``, ``from.2026-01-15.AK``. A name at fault is
    never known; one whose kind could not be found is not in ``kinds``, and sentences with it give
    no further faults.
    """

    def __init__(self, definitions: Mapping[str, Definition]) -> None:
        found = examine(definitions)
        self.definitions: Mapping[str, Definition] = MappingProxyType(dict(definitions))
        self.faults: tuple[tuple[str, str, Fault], ...] = found.faults
        self.kinds: Mapping[str, Kind] = MappingProxyType(
            {name: kind for name, kind in found.kinds.items() if kind is not None}
        )
        self._uses = {name: uses & definitions.keys() for name, uses in found.graph.items()}
        self._hidden, self._at_fault = _unusable(definitions, found)
        self._deep = deep_names(found.order, found.graph)
        everybody = _for_everybody(definitions, self._at_fault)
        self._scope = Scope(found.kinds, dict(self._figures()), everybody)
        self._furnish()

    def _figures(self) -> Iterator[tuple[str, FigureReader]]:
        for name, rule in self.definitions.items():
            if isinstance(rule, FigureRule):
                units = [unit_of(self.kinds[by]) if by in self.kinds else None for by in rule.by]
                yield name, FigureReader(rule, units, self._uses[name], name in self._deep)

    def _furnish(self) -> None:
        """Make the rules of all names ready to be read."""
        self._questions: dict[str, QuestionReader] = {}
        self._rules = {name: self._reader(name, rule) for name, rule in self.definitions.items()}
        self._prepared = Rules.of(self._rules, self._questions)

    def __getstate__(self) -> Mapping[str, object]:
        """Say how it is kept: all that was found out about the definitions, without readers."""
        kept = {name: part for name, part in vars(self).items() if name not in _FURNITURE}
        return {**kept, "definitions": dict(self.definitions), "kinds": dict(self.kinds)}

    def __setstate__(self, kept: dict[str, Any]) -> None:
        """Take up what was kept."""
        vars(self).update(kept)
        self.definitions = MappingProxyType(kept["definitions"])
        self.kinds = MappingProxyType(kept["kinds"])
        self._furnish()

    def condition(self, sentence: tree.Condition | str) -> Condition:
        """Return ``sentence`` compiled. Raises ConditionError with all its faults."""
        node = parse_condition(sentence) if isinstance(sentence, str) else sentence
        faults = check_condition(node, self._scope.kinds, self._scope.figures)
        if faults:
            raise ConditionError(str(sentence), faults)
        if tree.names_in(node) & self._hidden:
            return Condition(node, None)
        return Condition(node, self._scope)

    def value(self, sentence: tree.Value | str | WrittenCases, want: Want | None = None) -> Value:
        """Return a sentence, or (``when``, ``then``) cases of sentences, compiled.

        ``want`` is what must come out: a "day" (or month), an "amount" (of money, a number). Raises
        ConditionError with all faults of the first sentence that has any.
        """
        written = _written_in_cases(sentence)
        for when, _ in written:
            if when is not None:
                self.condition(when)
        cases = tuple((_condition(when), _value(then)) for when, then in written)
        kind = self._kind_of(written, cases, want)
        node = cases[0][1] if isinstance(sentence, str | tree.Value) else cases
        if kind is None:
            return Value(Day() if want == "day" else Number(), node, None)
        return Value(kind, node, self._scope)

    def read(self, answers: Mapping[str, object], today: date, helping: bool = False) -> Reading:
        """Return the values of all names for somebody's ``answers`` (question id -> JSON value).

        ``helping``: someone answers for another person. Nothing in ``answers`` raises: what is no
        answer counts as not given, and is listed in ``Reading.ignored``.
        """
        return Reading(self._prepared, answers, today, helping)

    def with_rule(self, name: str, rule: FactRule | QuestionRule) -> Rulebook:
        """Return the same rulebook with the fact or question ``name`` meaning ``rule``.

        ``rule`` must be of the same kind, without faults, with a condition wherever the old one has
        one, and rest on no name that the old one does not rest on. Sentences compiled against
        either rulebook can be read against both.
        """
        other = object.__new__(Rulebook)
        vars(other).update(vars(self))
        other.definitions = MappingProxyType({**self.definitions, name: rule})
        other._questions = dict(self._questions)
        other._rules = {**self._rules, name: other._reader(name, rule)}
        other._prepared = Rules.of(other._rules, other._questions)
        return other

    def uses_of(self, name: str) -> frozenset[str]:
        """Return the names that ``name`` directly rests on. Raises KeyError for an unknown name."""
        return self._uses[name]

    def questions_behind(self, name: str) -> frozenset[str]:
        """Return the ids of all questions that ``name`` rests on, itself if it is one.

        Those that decide whether a question is asked count too. Raises KeyError for an unknown
        name.
        """
        return self._behind(name) & self._questions.keys()

    def figures_behind(self, name: str) -> frozenset[str]:
        """Return the ids of all figures that ``name`` rests on, itself if it is one.

        Raises KeyError for an unknown name.
        """
        return self._behind(name) & self._scope.figures.keys()

    def _behind(self, name: str) -> frozenset[str]:
        found = {name}
        waiting = [name] if name in self._uses or name not in self.kinds else []
        while waiting:
            new = self._uses[waiting.pop()] - found
            found |= new
            waiting.extend(new)
        return frozenset(found)

    def _kind_of(self, written: WrittenCases, cases: ValueCases, want: Want | None) -> Kind | None:
        first: Kind | None = None
        for (_, text), (when, then) in zip(written, cases, strict=True):
            kind, faults = check_value(then, self._scope.kinds, self._scope.figures)
            if faults:
                raise ConditionError(str(text), faults)
            names = tree.names_in(then) | (tree.names_in(when) if when else frozenset())
            if kind is None or names & self._hidden:
                return None
            if want and not isinstance(kind, _WANTED[want][0]):
                raise ConditionError(str(text), (_unwanted(then, kind, want),))
            joined = joined_kind([first, kind]) if first else kind
            if first and joined is None:
                raise ConditionError(str(text), (unlike_fault(first, kind, then.start, then.end),))
            first = joined
        return first

    def _reader(self, name: str, rule: Definition) -> Rule:
        uses, deep = self._uses[name], name in self._deep
        at_fault = name in self._at_fault
        if isinstance(rule, QuestionRule):
            if at_fault:
                rule = replace(rule, when=None, option_when={})
            known = self._questions.get(name)
            bit = known.bit if known else POSSIBLE << (len(self._questions) + 1)
            question = QuestionReader(name, rule, self._scope, bit, uses, deep)
            self._questions[name] = question
            return question
        if isinstance(rule, FigureRule):
            return BrokenReader() if at_fault else self._scope.figures[name]
        return BrokenReader() if at_fault else self._fact(name, rule, uses, deep)

    def _fact(self, name: str, rule: FactRule, uses: frozenset[str], deep: bool) -> FactReader:
        if rule.value is not None:
            meaning: Value | Condition = Value(self.kinds[name], rule.value, self._scope)
        else:
            meaning = Condition(rule.when or tree.Always(), self._scope)
        return FactReader(meaning, rule.valid, uses, deep)


def _is_figure(rule: Definition) -> bool:
    return isinstance(rule, FigureRule)


def _unusable(
    definitions: Mapping[str, Definition], found: Examined
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names no sentence can be compiled with, and all names at fault."""
    faulty = {name for name, _, _ in found.faults} | (definitions.keys() - set(found.order))
    hidden = {name for name in definitions if found.kinds[name] is None}
    hidden |= {name for name in faulty if _is_figure(definitions[name])}
    stained = {name for name, uses in found.graph.items() if uses & hidden}
    return frozenset(hidden), frozenset(faulty | hidden | stained)


def _for_everybody(
    definitions: Mapping[str, Definition], at_fault: frozenset[str]
) -> frozenset[str]:
    """Return the yes/no names that apply to every person."""
    questions = {
        name
        for name, rule in definitions.items()
        if isinstance(rule, QuestionRule)
        and isinstance(rule.kind, YesNo)
        and not (rule.when or rule.valid)
    }
    facts = {
        name
        for name, rule in definitions.items()
        if isinstance(rule, FactRule) and rule.value is None and not rule.valid
    }
    return frozenset(questions | facts | {"helping"}) - at_fault


def _written_in_cases(sentence: tree.Value | str | WrittenCases) -> WrittenCases:
    return ((None, sentence),) if isinstance(sentence, str | tree.Value) else sentence


def _condition(sentence: tree.Condition | str | None) -> tree.Condition | None:
    return parse_condition(sentence) if isinstance(sentence, str) else sentence


def _value(sentence: tree.Value | str) -> tree.Value:
    return parse_value(sentence) if isinstance(sentence, str) else sentence


def _unwanted(node: tree.Value, kind: Kind, want: Want) -> Fault:
    hint = f"Here stands {_WANTED[want][1]}."
    return Fault(f"`{node}` is {kind}.", hint, "kind", node.start, node.end)
