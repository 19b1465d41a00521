"""Whether an answer lies within the `min` and `max` of its question, and what to enter if not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from navigator.content.library import Library, Question
from navigator.engine.situation import Situation
from navigator.engine.words import Words
from navigator.rules import Length, Month, Reading, Value, kinds

Amount = int | Fraction | date | Month


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit that an answer is beyond: ``amount`` in the question's unit, as ``bound`` gave it."""

    amount: Amount
    bound: Value
    is_least: bool


def broken_limit(question: Question, reading: Reading) -> Limit | None:
    """Return the limit that the answer to ``question`` is beyond; None if it is within them.

    A limit that is not known, and an answer that is not known, break nothing.
    """
    if question.minimum is None and question.maximum is None:
        return None
    given = _amount(reading[question.id], question)
    for bound, is_least in ((question.minimum, True), (question.maximum, False)):
        limit = None if bound is None else _amount(bound.evaluate(reading), question)
        if bound is None or limit is None or given is None:
            continue
        if _is_less(given, limit) if is_least else _is_less(limit, given):
            return Limit(limit, bound, is_least)
    return None


def beyond_limits(library: Library, situation: Situation) -> tuple[str, ...]:
    """Return the ids of the questions whose answers are beyond their limits."""
    reading = library.rulebook.read(situation.answers, situation.today, situation.helping)
    answered = (library.questions.get(name) for name in situation.answers)
    return tuple(each.id for each in answered if each and broken_limit(each, reading))


def limit_fault(question: Question, words: Words) -> str | None:
    """Return what to enter instead of the answer in ``words.reading``, None if it is in limits."""
    broken = broken_limit(question, words.reading)
    if broken is None:
        return None
    asked = _at_least(question) if broken.is_least else _at_most(question)
    return f"Enter {_what(question)} {asked} {words.value(broken.bound)}."


def _amount(value: object, question: Question) -> Amount | None:
    if isinstance(value, Length):
        unit = question.kind.unit if isinstance(question.kind, kinds.LengthKind) else None
        return value.counted_in(unit or "days")
    return value if isinstance(value, int | Fraction | date | Month) else None


def _is_less(one: Amount, other: Amount) -> bool:
    """Compare like with like; a day with a month by its month."""
    match one, other:
        case (Month(), Month()):
            return one < other
        case (date(), date()):
            return one < other
        case (Month(), date()):
            return one < Month.of(other)
        case (date(), Month()):
            return Month.of(one) < other
        case (int() | Fraction(), int() | Fraction()):
            return one < other
    return False


def _is_of_time(question: Question) -> bool:
    return isinstance(question.kind, kinds.Day | kinds.MonthKind)


def _what(question: Question) -> str:
    match question.kind:
        case kinds.Day():
            return "a date"
        case kinds.MonthKind():
            return "a month"
        case kinds.Money():
            return "an amount"
    return "a number"


def _at_least(question: Question) -> str:
    return "not before" if _is_of_time(question) else "of at least"


def _at_most(question: Question) -> str:
    return "not after" if _is_of_time(question) else "of at most"
