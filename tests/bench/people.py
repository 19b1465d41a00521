"""Random people who have answered everything, as JSON answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import NamedTuple

from navigator.content import Library
from navigator.rules import (
    PLACES,
    AnyOf,
    Day,
    FigureRule,
    Kind,
    LengthKind,
    Money,
    Number,
    OneOf,
    Percent,
    QuestionRule,
    Rulebook,
    State,
    Truth,
    YesNo,
    tree,
)
from tests.bench.plain_answers import A_YEAR
from tests.bench.plain_figures import cells_of

_DAYS = 900  # answers lie at most so many days before or after today
_NUMBERS = (0, 12)


class Person(NamedTuple):
    """One person's ``answers`` as JSON; ``helping`` says that someone else gives them."""

    answers: Mapping[str, object]
    helping: bool


class Crowd:
    """Makes random people for a rulebook, with many amounts on and beside the limits of figures.

    ``ranges`` are the least and the largest whole number of questions that have any.
    """

    def __init__(
        self, rulebook: Rulebook, today: date, ranges: Mapping[str, tuple[int, int]] | None = None
    ) -> None:
        self._rulebook = rulebook
        self._today = today
        self._ranges = ranges or {}
        rules = rulebook.definitions
        self._questions = {n: r for n, r in rules.items() if isinstance(r, QuestionRule)}
        figures = [rule for rule in rules.values() if isinstance(rule, FigureRule)]
        self._lines = [
            (cell, rule.kind.per)
            for rule in figures
            for cell in cells_of(rule)
            if isinstance(rule.kind, Money) and isinstance(cell, int | Fraction)
        ]
        self._shares = [Fraction(100)] + [
            Fraction(cell)
            for rule in figures
            for cell in cells_of(rule)
            if isinstance(rule.kind, Percent) and isinstance(cell, int | Fraction)
        ]

    def person(self, chance: Random) -> Person:
        """Return somebody who has answered everything that applies, and perhaps more."""
        answers = {n: self._answer(n, rule.kind, chance) for n, rule in self._questions.items()}
        helping = chance.random() < 0.3
        reading = self._rulebook.read(answers, self._today, helping)
        for name, rule in self._questions.items():
            if rule.option_when and isinstance(rule.kind, OneOf):
                answers[name] = chance.choice(reading.offered(name) or rule.kind.options)
        if chance.random() < 0.5:  # the others keep answers that no longer apply to them
            reading = self._rulebook.read(answers, self._today, helping)
            answers = {n: a for n, a in answers.items() if reading.applies(n) is not Truth.NO}
        return Person(answers, helping)

    def _answer(self, name: str, kind: Kind, chance: Random) -> object:
        match kind:
            case YesNo():
                return chance.random() < 0.5
            case OneOf(options=options):
                return chance.choice(options)
            case State():
                return chance.choice(tuple(PLACES))
            case AnyOf(options=options):
                return [option for option in options if chance.random() < 0.3]
            case Number() | LengthKind():
                return chance.randint(*self._ranges.get(name, _NUMBERS))
            case Money():
                return self._money(kind, chance)
        day = self._today + timedelta(days=chance.randint(-_DAYS, _DAYS))
        return day.isoformat() if isinstance(kind, Day) else f"{day:%Y-%m}"

    def _money(self, kind: Money, chance: Random) -> object:
        cents = chance.randint(0, 9000) * 100
        if self._lines and chance.random() < 0.6:
            line, per = chance.choice(self._lines)
            turned = line * chance.choice(self._shares) / 100
            if per and kind.per:
                turned *= Fraction(A_YEAR[per], A_YEAR[kind.per])
            cents = max(0, -(-turned // 100) * 100 + chance.randint(-1, 1))
        elif kind.per and chance.random() < 0.3:
            return {"amount": _written(cents), "per": chance.choice(tuple(A_YEAR))}
        return _written(cents)


def ranges_of(library: Library) -> dict[str, tuple[int, int]]:
    """Return the least and the largest number that questions of ``library`` take."""
    return {
        question.id: (int(low.amount), int(high.amount))
        for question in library.questions.values()
        if question.minimum is not None and question.maximum is not None
        if isinstance(low := question.minimum.tree, tree.Number)
        if isinstance(high := question.maximum.tree, tree.Number)
    }


def _written(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02}" if cents % 100 else str(cents // 100)
