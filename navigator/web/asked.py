"""A question as one person is asked it: its control, what it offers, what an answer may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import cast

from navigator.content.library import Question
from navigator.engine import Situation, Words
from navigator.rules import (
    PLACES,
    AnyOf,
    Day,
    Kind,
    Length,
    LengthKind,
    Money,
    Month,
    MonthKind,
    OneOf,
    State,
    Value,
    YesNo,
)
from navigator.web import messages
from navigator.web.language import gettext as _
from navigator.web.typed import TypedError

_CONTROLS: tuple[tuple[type[Kind], str], ...] = (
    (YesNo, "yes_no"),
    (OneOf, "one_of"),
    (AnyOf, "any_of"),
    (State, "state"),
    (Money, "money"),
    (Day, "date"),
    (MonthKind, "month"),
)
_SELECTED = ("yes_no", "one_of", "any_of", "state")
_ORDERED = date | Month | int | Fraction


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to select: its value in the form, its label and an optional hint."""

    value: str
    label: str
    hint: str = ""


@dataclass(frozen=True)
class Asked:
    """A question asked of one person. ``control`` names the macro that shows it."""

    question: Question
    control: str
    words: Words
    situation: Situation

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be selected, without *I'm not sure* and its like; () where one types."""
        if self.control not in _SELECTED:
            return ()
        if self.control == "yes_no":
            return Choice("yes", _("Yes")), Choice("no", _("No"))
        if self.control == "state":
            return tuple(Choice(code, name) for code, name in PLACES.items())
        text = self.words.text
        offered = self.offered
        return tuple(
            Choice(option.id, text(option.label), text(option.hint))
            for option in self.question.options
            if option.id in offered
        )

    @property
    def offered(self) -> frozenset[str]:
        """The ids of the options that this person may select."""
        offered = frozenset(self.words.reading.offered(self.question.id))
        if self.question.options_from is None:
            return offered
        ticked = self.situation.answers.get(self.question.options_from)
        return offered & frozenset(ticked) if isinstance(ticked, list) else offered

    @property
    def accepted(self) -> Mapping[str, object]:
        """What a form may send -> the answer it means (JSON)."""
        if self.control == "yes_no":
            return {"yes": True, "no": False}
        if self.control == "state":
            return {code: code for code in PLACES}
        offered = self.offered
        return {option.id: option.id for option in self.question.options if option.id in offered}

    @property
    def period(self) -> str | None:
        """How often the money of the question comes, as its content counts it."""
        kind = self.question.kind
        return kind.per if isinstance(kind, Money) else None

    def empty(self) -> str:
        """Return what to say when nothing was answered."""
        return self.words.text(self.question.if_empty) or messages.empty(self.control)

    def check_limits(self, answer: object) -> None:
        """Raise TypedError for an ``answer`` (JSON) outside the question's ``min`` and ``max``."""
        if self.question.minimum is None and self.question.maximum is None:
            return
        situation = self.situation.answering(self.question.id, answer)
        reading = self.words.library.rulebook.read(
            situation.answers, situation.today, situation.helping
        )
        found = _comparable(reading[self.question.id], self.question.kind)
        least, most = self._limit(self.question.minimum), self._limit(self.question.maximum)
        if found is None:
            return
        if least is not None and _is_below(found, least):
            raise TypedError(messages.too_small(least, self._said(least)))
        if most is not None and _is_below(most, found):
            raise TypedError(messages.too_large(most, self._said(most)))

    def _limit(self, value: Value | None) -> _ORDERED | None:
        if value is None:
            return None
        return _comparable(value.evaluate(self.words.reading), self.question.kind)

    def _said(self, limit: _ORDERED) -> str:
        kind = self.question.kind
        return self.words.say(limit, Money(kind.per) if isinstance(kind, Money) else kind)


def asked(question: Question, words: Words, situation: Situation) -> Asked:
    """Return ``question`` as it is asked in ``situation``."""
    return Asked(question, control_of(question.kind), words, situation)


def control_of(kind: Kind) -> str:
    """Return the name of the control for a question of ``kind``."""
    return next((name for found, name in _CONTROLS if isinstance(kind, found)), "number")


def _comparable(found: object, kind: Kind) -> _ORDERED | None:
    """Return a value that has an order; a length as its count in the question's unit."""
    if isinstance(found, Length):
        unit = kind.unit if isinstance(kind, LengthKind) else None
        return found.counted_in(unit or "days")
    return found if isinstance(found, _ORDERED) else None


def _is_below(one: _ORDERED, other: _ORDERED) -> bool:
    """Compare like with like; a day with a month by its month."""
    if isinstance(one, Month) and isinstance(other, date):
        other = Month.of(other)
    elif isinstance(one, date) and isinstance(other, Month):
        one = Month.of(one)
    if isinstance(one, int | Fraction) != isinstance(other, int | Fraction):
        return False
    return cast(int, one) < cast(int, other)
