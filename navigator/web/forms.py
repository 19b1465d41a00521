"""The forms of question pages: WTForms reads and checks them, the macros write their markup."""

from __future__ import annotations

from abc import ABCMeta, abstractmethod
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from flask import request
from flask_wtf import FlaskForm
from wtforms import Field, StringField
from wtforms.form import FormMeta

from navigator.web import messages, typed
from navigator.web.language import gettext as _
from navigator.web.typed import TypedError

NOT_SURE = "-not-sure"  # no option's id starts with a dash
PREFER_NOT = "-prefer-not"
NONE = "-none"
PERIODS = ("week", "two weeks", "month", "year")
_DECLINED = "declined"
SKIPS: Mapping[str, object] = MappingProxyType({NOT_SURE: None, PREFER_NOT: _DECLINED})


class Askable(Protocol):
    """What a form must know of its question.

    ``accepted``: what can be selected -> its JSON; ``skips``: the same for giving no answer.
    """

    @property
    def accepted(self) -> Mapping[str, object]: ...

    @property
    def skips(self) -> Mapping[str, object]: ...

    @property
    def period(self) -> str | None: ...

    def empty(self) -> str: ...

    def check_limits(self, answer: object) -> None: ...


class TickedField(Field):
    """All values ticked under one name."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Keep every value once, in the order sent."""
        self.data = list(dict.fromkeys(valuelist))


class _AbstractForm(FormMeta, ABCMeta):
    """Lets a form leave to others how it is read."""


class AnswerForm(FlaskForm, metaclass=_AbstractForm):
    """What every question page sends: an answer, or with ``reply`` that there is none to give."""

    first = "answer"  # the field to go to when the mistake is in no single one
    reply = StringField()

    def __init__(self, question: Askable) -> None:
        FlaskForm.__init__(self, formdata=request.form)
        self.question = question
        self.value: object = None
        self.wrong: TypedError | None = None

    @property
    def is_stale(self) -> bool:
        """Whether the form does not belong to the session: its token failed."""
        return bool(self.errors.get("csrf_token"))

    @property
    def wrong_field(self) -> str:
        """The field to go to."""
        return self.wrong.part if self.wrong and self.wrong.part else self.first

    def validate(self, extra_validators: Mapping[str, Sequence[object]] | None = None) -> bool:
        """Read the answer into ``value`` (JSON), or say in ``wrong`` what to enter."""
        if not super().validate(extra_validators):
            return False
        try:
            self.value = self._value()
        except TypedError as wrong:
            self.wrong = wrong
        return self.wrong is None

    @abstractmethod
    def read(self) -> object:
        """Return the answer as JSON; raise TypedError with what to enter."""

    def typed(self) -> dict[str, str]:
        """Return what was typed, by field, to be shown again."""
        fields = (field for field in self if isinstance(field, StringField))
        return {field.name: typed.as_typed(field.data) for field in fields}

    def ticked(self) -> frozenset[str]:
        """Return the values that were selected."""
        return frozenset()

    def all_blank(self, *fields: StringField) -> bool:
        """Whether nothing was typed into any of ``fields``."""
        return not any(typed.plain(field.data) for field in fields)

    def _value(self) -> object:
        reply = self.reply.data or ""
        if reply in self.question.skips:
            return self.question.skips[reply]
        answer = self.read()
        self.question.check_limits(answer)
        return answer

    def _empty(self) -> TypedError:
        return TypedError(self.question.empty())


class NumberForm(AnswerForm):
    """A whole number."""

    answer = StringField()

    def read(self) -> int:
        """Return the number."""
        if self.all_blank(self.answer):
            raise self._empty()
        return typed.whole_number(self.answer.data)


class SelectForm(AnswerForm):
    """One of several: yes or no, an option, a state."""

    answer = StringField()

    def ticked(self) -> frozenset[str]:
        """Return the one value selected."""
        return frozenset([self.answer.data or ""])

    def read(self) -> object:
        """Return the JSON of what was selected."""
        if not self.answer.data:
            raise self._empty()
        offered = {**self.question.accepted, **self.question.skips}
        if self.answer.data not in offered:
            raise TypedError(messages.not_offered())
        return offered[self.answer.data]


class WhoForm(SelectForm):
    """Whom the plan is for, and beside it whether others use this device."""

    shared = StringField()


class TickForm(AnswerForm):
    """Some of several, or none of these."""

    answer = TickedField()

    def ticked(self) -> frozenset[str]:
        """Return all values ticked."""
        return frozenset(self.answer.data or ())

    def read(self) -> list[object]:
        """Return the ids ticked, in the order of the question; an empty list for none of these."""
        ticked, accepted = self.ticked(), self.question.accepted
        if not ticked:
            raise self._empty()
        if NONE in ticked and len(ticked) > 1:
            raise TypedError(messages.either_or())
        if not ticked <= {NONE, *accepted}:
            raise TypedError(messages.not_offered())
        return [answer for value, answer in accepted.items() if value in ticked]


class MoneyForm(AnswerForm):
    """Dollars, and for what comes regularly how often."""

    answer = StringField()
    per = StringField()

    def read(self) -> object:
        """Return "1200.50", or {"amount": "500", "per": "week"} for what comes regularly."""
        if self.all_blank(self.answer):
            raise self._empty()
        amount = typed.amount(self.answer.data)
        if self.question.period is None:
            return amount
        if self.per.data not in PERIODS:
            raise TypedError(messages.no_period(), "per")
        return {"amount": amount, "per": self.per.data}


class DateForm(AnswerForm):
    """A day, in three fields."""

    first = "month"
    month = StringField()
    day = StringField()
    year = StringField()

    def read(self) -> str:
        """Return the day, such as "2026-11-21"."""
        if self.all_blank(self.month, self.day, self.year):
            raise self._empty()
        found = typed.day(self.year.data, self.month.data, self.day.data)
        return found.isoformat()


class MonthForm(AnswerForm):
    """A month of a year, in two fields."""

    first = "month"
    month = StringField()
    year = StringField()

    def read(self) -> str:
        """Return the month, such as "2026-11"."""
        if self.all_blank(self.month, self.year):
            raise self._empty()
        return str(typed.month_of_year(self.year.data, self.month.data))


class PlainForm(FlaskForm):
    """A form of buttons only: it proves that the page belongs to the session."""

    def __init__(self) -> None:
        FlaskForm.__init__(self, formdata=request.form)


FORMS: Mapping[str, type[AnswerForm]] = MappingProxyType(
    {
        "yes_no": SelectForm,
        "one_of": SelectForm,
        "any_of": TickForm,
        "state": SelectForm,
        "number": NumberForm,
        "money": MoneyForm,
        "date": DateForm,
        "month": MonthForm,
    }
)


def typed_before(control: str, answer: object) -> dict[str, str]:
    """Return an ``answer`` given earlier (JSON) as it would be typed, by field."""
    match control, answer:
        case "money", {"amount": amount, "per": per}:
            return {"answer": str(amount), "per": str(per)}
        case "date", str(day) if day.count("-") == 2:
            return dict(zip(("year", "month", "day"), day.split("-"), strict=True))
        case "month", str(month) if month.count("-") == 1:
            return dict(zip(("year", "month"), month.split("-"), strict=True))
        case (("number" | "money"), (int() | str())) if answer != _DECLINED:
            return {"answer": str(answer)}
    return {}


def ticked_before(control: str, answer: object) -> frozenset[str]:
    """Return the values that an ``answer`` given earlier (JSON) had selected."""
    match control, answer:
        case "yes_no", bool():
            return frozenset(["yes" if answer else "no"])
        case "any_of", list():
            return frozenset(str(value) for value in answer) or frozenset([NONE])
        case "any_of", _:
            return frozenset()
        case _, "declined":
            return frozenset([PREFER_NOT])
        case _, str():
            return frozenset([answer])
    return frozenset()


def periods() -> dict[str, str]:
    """Return how often money can come, in words."""
    return {
        "week": _("each week"),
        "two weeks": _("every two weeks"),
        "month": _("each month"),
        "year": _("each year"),
    }
