"""Short ways to write a rulebook and to read answers with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from navigator.rules import (
    FactRule,
    FigureRule,
    Kind,
    QuestionRule,
    Rulebook,
    Truth,
    Valid,
    parse_condition,
    parse_value,
    read_figure,
)
from navigator.rules.definitions import Definition

TODAY = date(2026, 11, 21)


def question(
    kind: Kind, when: str | None = None, valid: Valid | None = None, **option_when: str
) -> QuestionRule:
    """Return a question; ``option_when`` are conditions by option id."""
    options = {option: parse_condition(text) for option, text in option_when.items()}
    return QuestionRule(kind, parse_condition(when) if when else None, options, valid)


def fact(when: str, valid: Valid | None = None) -> FactRule:
    """Return a fact that is a condition."""
    return FactRule(when=parse_condition(when), valid=valid)


def value(text: str, valid: Valid | None = None) -> FactRule:
    """Return a fact that is a value."""
    return FactRule(value=parse_value(text), valid=valid)


def cases(*written: tuple[str | None, str]) -> FactRule:
    """Return a fact whose value stands in cases."""
    return FactRule(
        value=tuple(
            (parse_condition(when) if when else None, parse_value(v)) for when, v in written
        )
    )


def figure(
    unit: str, by: str, entries: Mapping[str, object], check_by: str | None = None
) -> FigureRule:
    """Return a figure without faults; ``by`` are names parted by spaces."""
    rule, faults = read_figure(unit, by.split(), entries, check_by)
    assert rule is not None, faults
    return rule


def book(**definitions: Definition) -> Rulebook:
    """Return a rulebook without faults."""
    made = Rulebook(definitions)
    assert made.faults == ()
    return made


def decide(made: Rulebook, sentence: str, /, **answers: object) -> Truth:
    """Return what a condition comes to on TODAY."""
    return made.condition(sentence).decide(made.read(answers, TODAY))


def evaluate(made: Rulebook, sentence: str, /, **answers: object) -> Any:
    """Return what a value comes to on TODAY."""
    return made.value(sentence).evaluate(made.read(answers, TODAY))
