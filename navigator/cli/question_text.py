"""A question as the terminal asks it, and what may be typed for each of its options."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import click

from navigator.cli.plain import paragraph, plain
from navigator.content.library import Option, Question
from navigator.engine import Who, Words
from navigator.engine.telling import told_options
from navigator.rules import kinds

_HOW = {
    "YesNo": "Enter yes or no.",
    "OneOf": "Enter a number.",
    "AnyOf": "Enter the numbers of all that fit, such as 1, 3, or 0 for none of these.",
    "State": "Enter a state or territory, such as Ohio or OH.",
    "Number": "Enter a whole number, such as 3.",
    "Day": "Enter a date, such as November 21, 2026 or 11/21/2026.",
    "MonthKind": "Enter a month and a year, such as March 2026 or 3/2026.",
}


@dataclass(frozen=True)
class Asking:
    """A question put to one reader."""

    question: Question
    words: Words
    who: Who

    @property
    def options(self) -> tuple[Option, ...]:
        """The options to choose from: those offered to this person and not told already."""
        return tuple(option for option in self._offered if option not in self.told)

    @property
    def told(self) -> tuple[Option, ...]:
        """The options that other answers tick already."""
        if not isinstance(self.question.kind, kinds.AnyOf):
            return ()
        told = told_options(self.question, self.words.reading)
        return tuple(option for option in self._offered if option.id in told)

    @property
    def _offered(self) -> tuple[Option, ...]:
        offered = self.words.reading.offered(self.question.id)
        return tuple(option for option in self.question.options if option.id in offered)

    def choices(self) -> dict[str, str]:
        """Return what may be typed, in small letters, for each option: number, label or id."""
        found: dict[str, str] = {}
        for number, option in enumerate(self.options, start=1):
            label = plain(self.words.text(option.label)).replace("\u2019", "'").casefold()
            for said in (str(number), " ".join(label.split()), option.id):
                found.setdefault(said, option.id)
        return found

    def shown(self) -> Iterator[str]:
        """Yield the lines of the question: its text, a hint, the options, what to enter."""
        yield click.style(paragraph(self.words.text(self.question.ask)), bold=True)
        yield paragraph(self.words.text(self.question.hint))
        if self.who is Who.CLIENT:
            yield paragraph(self.words.text(self.question.how_to_ask), 0, "How to ask:")
        for number, option in enumerate(self.options, start=1):
            yield paragraph(self.words.text(option.label), 2, f"{number}.")
            yield paragraph(self.words.text(option.hint), 5)
        if told := ", ".join(self.words.text(option.label) for option in self.told):
            yield paragraph(told, 0, "Told already:")
        yield paragraph(self._how())
        yield click.style(self._keys(), dim=True)

    def why(self) -> str:
        """Return why this is asked."""
        said = self.words.text(self.question.why)
        return said or "The answer changes which steps are on the list, or their dates."

    def _how(self) -> str:
        match self.question.kind:
            case kinds.Money(per=None):
                return "Enter an amount, such as 2,000."
            case kinds.Money(per=per):
                return f"Enter an amount a {per}, such as 2,000, or say how often: 500 a week."
            case kinds.LengthKind(unit=unit):
                return f"Enter a number of {unit}, such as 10."
        return _HOW[type(self.question.kind).__name__]

    def _keys(self) -> str:
        declined = "d prefer not to say   " if self.question.sensitive else ""
        return f"? why   u not sure   {declined}b back   p plan so far   q quit"
