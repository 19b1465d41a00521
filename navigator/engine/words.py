"""Values, days and answers in words, for one language and one reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil

from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency, format_decimal

from navigator.content.library import Library, Template, Wording
from navigator.engine import phrases
from navigator.rules import (
    PLACES,
    Cases,
    Day,
    Kind,
    Length,
    Money,
    Month,
    Percent,
    Reading,
    Value,
    tree,
)

# A figure's title says what it is in a list; in a sentence it would be nonsense.
_FIGURE_NOT_KNOWN = {
    Money: phrases.AMOUNT_NOT_KNOWN,
    Percent: phrases.SHARE_NOT_KNOWN,
    Day: phrases.DAY_NOT_KNOWN,
}

Translate = Callable[[str], str]
TranslateMany = Callable[[str, str, int], str]


def as_written(text: str) -> str:
    """Return ``text`` as it is: English put into English."""
    return text


def as_counted(one: str, many: str, number: int) -> str:
    """Return what English says of ``number`` things."""
    return one if number == 1 else many


@dataclass(frozen=True)
class Words:
    """How to say things: to whom, in which language, with which translation of our own phrases.

    ``locale`` is a Babel locale code such as "en_US"; ``translate_many`` picks the form of a
    phrase that fits a number, as other languages have more forms than one and many.
    """

    library: Library
    reading: Reading
    helping: bool = False
    locale: str = "en_US"
    translate: Translate = as_written
    translate_many: TranslateMany = as_counted

    def phrase(self, pattern: str, **holes: str) -> str:
        """Return one of our own phrases, translated, its holes filled."""
        return self.translate(pattern).format(**holes)

    def text(self, wording: Wording | None) -> str:
        """Return ``wording`` with its values filled in; "" for none."""
        if wording is None:
            return ""
        cases = wording.for_reader(self.helping)
        chosen = cases.choose(self.reading)
        return self.template(chosen if isinstance(chosen, Template) else _last(cases))

    def template(self, template: Template) -> str:
        """Return ``template`` with its values filled in; an unknown value is said in words."""
        return "".join(
            part if isinstance(part, str) else self.value(part) for part in template.parts
        )

    def value(self, value: Value) -> str:
        """Return a value in words: "$4,212", "January 9, 2027", or "60 days after your letter"."""
        found = value.evaluate(self.reading)
        if isinstance(found, date | Month | Length | int | Fraction | str):
            return self.say(found, value.kind)
        return self.unknown(value)

    def unknown(self, value: Value) -> str:
        """Return what a value would be counted from, in words, as long as it is not known."""
        if isinstance(value.tree, tuple):  # written in cases: which one is not known
            return self.phrase(phrases.NOT_KNOWN)
        return self._sentence(value.tree)

    def is_vague(self, said: str) -> bool:
        """Whether a value in words says no more than that it is not known."""
        vague = (phrases.NOT_KNOWN, *_FIGURE_NOT_KNOWN.values())
        return any(self.phrase(pattern) in said for pattern in vague)

    def say(self, found: date | Month | Length | int | Fraction | str, kind: Kind) -> str:
        """Return a known value of ``kind`` in words."""
        match found:
            case date():
                return self.day(found)
            case Month():
                return str(format_skeleton("yMMMM", found.first_day, locale=self.locale))
            case Length():
                return self.length(found)
            case str():
                return PLACES.get(found, found)
        if isinstance(kind, Money):
            return self.money(found, kind)
        number = format_decimal(_decimal(Fraction(found)), locale=self.locale)
        return f"{number}%" if isinstance(kind, Percent) else number

    def day(self, day: date) -> str:
        """Return a day in words, such as "January 9, 2027"."""
        return format_date(day, "long", locale=self.locale)

    def weekday(self, day: date) -> str:
        """Return a day with its weekday, such as "Saturday, January 9, 2027"."""
        return format_date(day, "full", locale=self.locale)

    def money(self, cents: int | Fraction, kind: Money) -> str:
        """Return an amount or rate, such as "$4,212 a month"; cents only where there are any."""
        exact = Fraction(cents)
        if kind.rounds:
            exact = Fraction(ceil(exact / 100) * 100)
        shown = "¤#,##0" if exact % 100 == 0 else "¤#,##0.00"
        amount = format_currency(
            _decimal(exact / 100), "USD", shown, locale=self.locale, currency_digits=False
        )
        return amount if kind.per is None else self.phrase(phrases.RATE[kind.per], amount=amount)

    def length(self, length: Length) -> str:
        """Return a length, such as "12 months", "66 years and 2 months" or "2 business days"."""
        years, months = divmod(length.months, 12)
        if years == 1 and not months:
            years, months = 0, 12
        counted = {
            "year": years,
            "month": months,
            "day": length.days,
            "business day": length.business_days,
        }
        said = [self.count(number, unit) for unit, number in counted.items() if number]
        return self._both(said or [self.count(0, "day")])

    def count(self, number: int, unit: str) -> str:
        """Return "1 day", "49 days"; ``unit`` in the singular."""
        pattern = self.translate_many(*phrases.COUNTED[unit], number)
        return pattern.format(n=format_decimal(number, locale=self.locale))

    def _both(self, said: Sequence[str]) -> str:
        return said[0] if len(said) == 1 else self.phrase(phrases.BOTH, a=said[0], b=said[1])

    def name(self, name: str) -> str:
        """Return what a name is called in a sentence: its ``words``, or else its id spelled out."""
        if (question := self.library.questions.get(name)) is not None:
            return self.text(question.words) or _spelled(name)
        if (fact := self.library.facts.get(name)) is not None:
            return self.text(fact.words) or _spelled(name)
        figure = self.library.figures.get(name)
        return figure.what if figure is not None else _spelled(name)

    def answer(self, question_id: str, answer: object) -> str:
        """Return an answer (JSON value) as a person would say it."""
        labels = {o.id: self.text(o.label) for o in self.library.questions[question_id].options}
        match answer:
            case None:
                return self.phrase(phrases.NOT_SURE)
            case "declined":
                return self.phrase(phrases.DECLINED)
            case bool():
                return self.phrase(phrases.YES if answer else phrases.NO)
            case list():
                shown = [labels.get(str(option), str(option)) for option in answer]
                return ", ".join(shown) or self.phrase(phrases.NONE_OF_THESE)
            case {"amount": amount, "per": str(per)} if per in phrases.RATE:
                cents = Fraction(str(amount)) * 100
                return self.phrase(phrases.RATE[per], amount=self.money(cents, Money(None)))
            case str() if answer in labels:
                return labels[answer]
        return self._plain_answer(question_id, answer)

    def _plain_answer(self, question_id: str, answer: object) -> str:
        """Return a number, date or amount as read; as given where it could not be read."""
        kinds = self.library.rulebook.kinds
        alone = self.library.rulebook.value(tree.Name(question_id))
        found = alone.evaluate(self.reading)
        if isinstance(found, date | Month | Length | int | Fraction | str):
            return self.say(found, kinds[question_id])
        return str(answer)

    def _sentence(self, node: tree.Value) -> str:
        match node:
            case tree.Name(id=name) if name in self.library.figures:
                kind = type(self.library.rulebook.kinds[name])
                return self.phrase(_FIGURE_NOT_KNOWN.get(kind, phrases.NOT_KNOWN))
            case tree.Name(id=name):
                return self.name(name)
            case tree.Span(parts=parts):
                return self._both([self.count(n, unit.removesuffix("s")) for n, unit in parts])
            case tree.OnePeriod(part=part) | tree.FigureOn(name=part):
                return self._sentence(part)
            case tree.Percent(percent=percent, part=part):
                shown = str(_decimal(percent))
                return self.phrase(phrases.SHARE, percent=shown, part=self._sentence(part))
        return self._day_sentence(node)

    def _day_sentence(self, node: tree.Value) -> str:
        match node:
            case tree.Today():
                return self.phrase(phrases.TODAY)
            case tree.Day(day=day):
                return self.day(day)
            case tree.Shift(length=length, direction=way, day=day):
                said = self._sentence(length)
                return self.phrase(phrases.SHIFT[way], length=said, day=self._sentence(day))
            case tree.PickOf(which=which, first=first, second=second):
                pattern = phrases.PICK[which]
                return self.phrase(pattern, a=self._sentence(first), b=self._sentence(second))
            case tree.Edge(edge=edge, of=of, day=day):
                return self.phrase(phrases.EDGE[edge, of], day=self._sentence(day))
        return self.phrase(phrases.NOT_KNOWN)


def _last(cases: Cases[Template]) -> Template:
    return cases.every()[-1]


def _decimal(number: Fraction) -> Decimal:
    return (Decimal(number.numerator) / Decimal(number.denominator)).quantize(
        Decimal(1) if number.denominator == 1 else Decimal("0.01")
    )


def _spelled(name: str) -> str:
    return name.replace("_", " ")
