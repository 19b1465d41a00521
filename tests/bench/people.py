"""Random people who have answered everything, as JSON answers and as values already typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any

from navigator.content import Library
from navigator.rules import (
    PLACES,
    AnyOf,
    Day,
    FigureRule,
    Kind,
    Length,
    LengthKind,
    Money,
    Month,
    MonthKind,
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
from tests.bench.plain_figures import cells_of

Answer = tuple[object, Any]
"""An answer as JSON, and the value it means."""

_A_YEAR = {"week": 52, "two weeks": 26, "month": 12, "year": 1}
_DAYS = 900  # answers lie at most so many days before or after today
_NUMBERS = (0, 12)


@dataclass(frozen=True)
class Person:
    """One person's ``answers`` as JSON, and ``typed`` as the plain side takes them."""

    answers: Mapping[str, object]
    typed: Mapping[str, Any]
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
        found = {n: self._answer(n, rule.kind, chance) for n, rule in self._questions.items()}
        helping = chance.random() < 0.3
        answers = {name: answer for name, (answer, _) in found.items()}
        reading = self._rulebook.read(answers, self._today, helping)
        for name, rule in self._questions.items():
            if rule.option_when and isinstance(rule.kind, OneOf):
                option = chance.choice(reading.offered(name) or rule.kind.options)
                found[name] = option, option
        if chance.random() < 0.5:  # the others keep answers that no longer apply to them
            answers = {name: answer for name, (answer, _) in found.items()}
            reading = self._rulebook.read(answers, self._today, helping)
            found = {n: a for n, a in found.items() if reading.applies(n) is not Truth.NO}
        return Person(
            {name: answer for name, (answer, _) in found.items()},
            {name: typed for name, (_, typed) in found.items()},
            helping,
        )

    def _answer(self, name: str, kind: Kind, chance: Random) -> Answer:
        match kind:
            case YesNo():
                yes = chance.random() < 0.5
                return yes, yes
            case OneOf(options=options):
                return (option := chance.choice(options)), option
            case State():
                return (place := chance.choice(tuple(PLACES))), place
            case AnyOf(options=options):
                ticked = [option for option in options if chance.random() < 0.3]
                return ticked, frozenset(ticked)
            case Money():
                return self._money(kind, chance)
        return self._measure(name, kind, chance)

    def _measure(self, name: str, kind: Kind, chance: Random) -> Answer:
        number = chance.randint(*self._ranges.get(name, _NUMBERS))
        day = self._today + timedelta(days=chance.randint(-_DAYS, _DAYS))
        match kind:
            case Number():
                return number, number
            case LengthKind(unit=unit):
                return number, Length.of(number, unit or "days")
            case Day():
                return day.isoformat(), day
            case MonthKind():
                return f"{day:%Y-%m}", Month.of(day)
        raise TypeError(f"no question is answered with {kind}")

    def _money(self, kind: Money, chance: Random) -> Answer:
        cents = chance.randint(0, 9000) * 100
        if self._lines and chance.random() < 0.6:
            line, per = chance.choice(self._lines)
            turned = line * chance.choice(self._shares) / 100
            if per and kind.per:
                turned *= Fraction(_A_YEAR[per], _A_YEAR[kind.per])
            cents = max(0, -(-turned // 100) * 100 + chance.randint(-1, 1))
        elif kind.per and chance.random() < 0.3:
            paid = chance.choice(tuple(_A_YEAR))
            rate = Fraction(cents * _A_YEAR[paid], _A_YEAR[kind.per])
            return {"amount": _written(cents), "per": paid}, rate
        return _written(cents), cents


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
