"""Whether an answer lies within the `min` and `max` of its question, and what to enter if not."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from navigator.content.library import Question
from navigator.engine.words import Words
from navigator.rules import Length, Month, Value, kinds

Amount = int | Fraction | date | Month


def limit_fault(question: Question, words: Words) -> str | None:
    """Return what to enter instead of the answer in ``words.reading``, None if it is in limits."""
    if question.minimum is None and question.maximum is None:
        return None
    given = _amount(words.reading[question.id], question)
    if (low := _limit(question.minimum, given, question, words)) and _is_less(given, low[0]):
        return f"Enter {_what(question)} {_at_least(question)} {low[1]}."
    if (high := _limit(question.maximum, given, question, words)) and _is_less(high[0], given):
        return f"Enter {_what(question)} {_at_most(question)} {high[1]}."
    return None


def _limit(
    bound: Value | None, given: Amount | None, question: Question, words: Words
) -> tuple[Amount, str] | None:
    """Return a limit of the same kind as what was given, and the limit in words."""
    found = None if bound is None else _amount(bound.evaluate(words.reading), question)
    if bound is None or found is None or given is None:
        return None
    if isinstance(found, date) and isinstance(given, Month):
        found = Month.of(found)
    return found, words.value(bound)


def _amount(value: object, question: Question) -> Amount | None:
    if isinstance(value, Length):
        unit = question.kind.unit if isinstance(question.kind, kinds.LengthKind) else None
        return value.counted_in(unit or "days")
    return value if isinstance(value, int | Fraction | date | Month) else None


def _is_less(one: Amount | None, other: Amount | None) -> bool:
    match one, other:
        case (Month(), Month()):
            return one < other
        case (date(), date()):
            return one < other
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
