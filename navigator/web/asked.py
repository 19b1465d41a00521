"""A question as one person is asked it: its control, what it offers, what an answer may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from navigator.content.library import Question
from navigator.engine import Situation, Words
from navigator.engine.limits import Amount, broken_limit
from navigator.rules import (
    PLACES,
    AnyOf,
    Day,
    Kind,
    Money,
    MonthKind,
    OneOf,
    State,
    YesNo,
)
from navigator.web import messages
from navigator.web.forms import NOT_SURE, SKIPS
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
    def skips(self) -> Mapping[str, object]:
        """What a form may send to give no answer -> what that is kept as (JSON)."""
        return SKIPS if self.question.sensitive else {NOT_SURE: SKIPS[NOT_SURE]}

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
        told = self.situation.answering(self.question.id, answer)
        rulebook = self.words.library.rulebook
        broken = broken_limit(self.question, rulebook.read(told.answers, told.today, told.helping))
        if broken is not None:
            refused = messages.too_small if broken.is_least else messages.too_large
            raise TypedError(refused(broken.amount, self._said(broken.amount)))

    def _said(self, limit: Amount) -> str:
        kind = self.question.kind
        return self.words.say(limit, Money(kind.per) if isinstance(kind, Money) else kind)


def asked(question: Question, words: Words, situation: Situation) -> Asked:
    """Return ``question`` as it is asked in ``situation``."""
    return Asked(question, control_of(question.kind), words, situation)


def control_of(kind: Kind) -> str:
    """Return the name of the control for a question of ``kind``."""
    return next((name for found, name in _CONTROLS if isinstance(kind, found)), "number")
