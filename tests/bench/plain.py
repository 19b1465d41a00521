"""Conditions and days of journeys as one ordinary Python function, compiled once.

Two-valued: for people who have answered everything that applies to them. Facts and the figures of
today are local variables, worked out once for each person; None is what does not apply.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from navigator.rules import (
    AnyOf,
    FactRule,
    FigureRule,
    Kind,
    QuestionRule,
    names_in,
    tree,
)
from navigator.rules.definitions import Definition
from tests.bench.plain_conditions import Conditions
from tests.bench.plain_figures import denominator, key_of, may_be_none, tables_by_day
from tests.bench.plain_source import Source
from tests.bench.plain_values import Values

Plain = Callable[[Mapping[str, Any], date, bool], tuple[Any, ...]]
"""(answers that were read, today, helping) -> what each sentence comes to; amounts are exact."""

Cases = tuple[tuple[tree.Condition | None, tree.Value], ...]


class Plainly:
    """Translates the sentences of a rulebook for one day, ``today``."""

    def __init__(
        self, definitions: Mapping[str, Definition], kinds: Mapping[str, Kind], today: date
    ) -> None:
        self._definitions = definitions
        self._kinds = kinds
        self._today = today
        figures = {n: rule for n, rule in definitions.items() if isinstance(rule, FigureRule)}
        self._figures = figures
        self._values = Values(kinds, figures, self._figure_on)
        self._conditions = Conditions(self._values)
        self._lines: list[str] = []

    def compiled(self, sentences: Sequence[tree.Condition | tree.Value]) -> Plain:
        """Return the function from a person to what ``sentences`` come to."""
        source = self.source(sentences)
        space: dict[str, Any] = {**self._values.scratch.constants, "Fraction": Fraction}
        exec(compile(source, "<plain>", "exec"), space)
        decide: Plain = space["decide"]
        return decide

    def source(self, sentences: Sequence[tree.Condition | tree.Value]) -> str:
        """Return the Python source of that function."""
        for sentence in sentences:
            self._define_all(names_in(sentence))
        results = [f"    {self._result(sentence)}," for sentence in sentences]
        lines = [f"    {line}" for line in self._lines]
        head = "def decide(a, today, helping):"
        return "\n".join([head, *lines, "    return (", *results, "    )", ""])

    def _result(self, sentence: tree.Condition | tree.Value) -> str:
        if isinstance(sentence, tree.Condition):
            return self._conditions.source(sentence)
        source = self._values.source(sentence)
        if source.over == 1:
            return source.code
        return self._values.scratch.lifted(f"Fraction({{}}, {source.over})", source).code

    def _define_all(self, names: frozenset[str]) -> None:
        """Give every name a local variable, each after those it rests on."""
        waiting = sorted(names, reverse=True)
        while waiting:
            name = waiting[-1]
            missing = sorted(_uses(self._definitions.get(name)) - self._values.names.keys())
            if name in self._values.names or not missing:
                waiting.pop()
                if name not in self._values.names:
                    self._values.names[name] = self._define(name)
            else:
                waiting += missing

    def _define(self, name: str) -> Source:
        rule, local = self._definitions[name], f"{name}_"
        if not isinstance(rule, FigureRule) and rule.valid and not rule.valid.holds_on(self._today):
            return self._local(local, Source("None", nullable=True))
        match rule:
            case FigureRule():
                return self._local(local, self._figure_on(name, Source("today")))
            case QuestionRule():
                return self._question(name, rule, local)
            case FactRule(value=None, when=when):
                return self._local(local, Source(self._conditions.source(when or tree.Always())))
            case FactRule(value=tuple() as cases):
                return self._in_cases(local, cases)
            case FactRule(value=value):
                assert not isinstance(value, tuple)
                assert value is not None
                return self._local(local, self._values.source(value))

    def _local(self, local: str, source: Source) -> Source:
        self._lines.append(f"{local} = {source.code}")
        return Source(local, source.nullable, source.over)

    def _question(self, name: str, rule: QuestionRule, local: str) -> Source:
        answer = f"a[{name!r}]"
        if rule.when is not None:
            answer = f"{answer} if {self._conditions.source(rule.when)} else None"
        found = self._local(local, Source(answer, rule.when is not None))
        if isinstance(rule.kind, AnyOf):
            for option, when in rule.option_when.items():
                gone = f"{local} is not None and not {self._conditions.source(when)}"
                self._lines.append(f"if {gone}: {local} = {local} - {{{option!r}}}")
        return found

    def _in_cases(self, local: str, cases: Cases) -> Source:
        thens = self._values.scratch.alike(*(self._values.source(then) for _, then in cases))
        self._lines.append(f"{local} = None")
        for (when, _), then in zip(cases, thens, strict=True):
            test = "True" if when is None else self._conditions.source(when)
            self._lines.append(f"if {local} is None and {test}: {local} = {then.code}")
        return Source(local, True, thens[0].over)

    def _figure_on(self, name: str, day: Source) -> Source:
        """Return the figure of ``day``: dictionaries of the day, looked up by the person's keys."""
        rule, scratch = self._figures[name], self._values.scratch
        by = tuple(self._kinds[key] for key in rule.by)
        over, tables = denominator(rule), tables_by_day(rule, by, denominator(rule))
        if day.code != "today":
            table = scratch.lifted(f"{scratch.constant(tables)}({{}})", day, may_fail=True)
        elif tables(self._today) is None:
            return Source("None", nullable=True)
        else:
            table = Source(scratch.constant(tables(self._today)))
        keys = [
            key_of(self._values.names[key], kind, scratch)
            for key, kind in zip(rule.by, by, strict=True)
        ]
        row = "{}" + "[{}]" * len(keys)
        return scratch.lifted(row, table, *keys, over=over, may_fail=may_be_none(rule))


def _uses(rule: Definition | None) -> frozenset[str]:
    """Return the names the definition of a name speaks of."""
    if isinstance(rule, FigureRule):
        return frozenset(rule.by)
    return frozenset[str]().union(*map(names_in, _sentences(rule)))


def _sentences(rule: QuestionRule | FactRule | None) -> Iterator[tree.Condition | tree.Value]:
    if rule is None:
        return
    if rule.when is not None:
        yield rule.when
    if isinstance(rule, QuestionRule):
        yield from rule.option_when.values()
    elif isinstance(rule.value, tuple):
        for when, then in rule.value:
            yield from (part for part in (when, then) if part is not None)
    elif rule.value is not None:
        yield rule.value
