"""Random people for real journeys: any answer to any question, or none, and any mark."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from navigator.content.library import Library, Question
from navigator.engine import Mark, MarkKind, Situation, Who
from navigator.engine.relevance import Plan
from navigator.rules import (
    PLACES,
    AnyOf,
    Day,
    Money,
    MonthKind,
    OneOf,
    State,
    YesNo,
)

_FIRST_DAY = date(2026, 1, 1)
_DAYS = 600
_STATES = tuple(PLACES)


def random_person(plan: Plan, library: Library, chance: Random) -> Situation:
    """Return somebody on some day in 2026 or 2027; a tenth of the questions stay open or unsure."""
    today = _FIRST_DAY + timedelta(days=chance.randrange(_DAYS))
    answers: dict[str, object] = {}
    for name in (*plan.questions, *plan.details):
        luck = chance.random()
        if luck > 0.05:
            answers[name] = None if luck > 0.95 else _answer(library.questions[name], today, chance)
    marks = {
        step: Mark(chance.choice(tuple(MarkKind)))
        for step in plan.routes.steps
        if chance.random() < 0.05
    }
    who = Who.CLIENT if chance.random() < 0.2 else Who.ME
    return Situation(today, answers, marks, who)


def _answer(question: Question, today: date, chance: Random) -> object:
    match question.kind:
        case YesNo():
            return chance.random() < 0.5
        case OneOf(options):
            return chance.choice(options)
        case AnyOf(options):
            return [option for option in options if chance.random() < 0.25]
        case State():
            return chance.choice(_STATES)
        case Day():
            return str(_around(today, chance))
        case MonthKind():
            return f"{today.year - chance.randint(0, 90)}-{chance.randint(1, 12):02}"
    return _amount(question, chance)


def _amount(question: Question, chance: Random) -> object:
    number = int(10 ** chance.uniform(0, 4))
    if not isinstance(question.kind, Money):
        return number
    if question.kind.per is None:
        return str(number)
    return {"amount": str(number), "per": chance.choice(["week", "month", "year"])}


def _around(today: date, chance: Random) -> date:
    """Return a day near today, where most rules have their limits, or years away."""
    span = chance.choice([7, 40, 100, 400, 7000])
    return today + timedelta(days=chance.randint(-span, span // 2))
