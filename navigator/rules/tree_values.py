"""The pieces of a value: amounts, numbers, lengths, days and months. Used by way of ``tree``."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import ClassVar, Literal, TypeAlias

from navigator.rules.months import Month
from navigator.rules.node import Node

Period: TypeAlias = Literal["week", "month", "year"]
Units: TypeAlias = Literal["days", "weeks", "months", "years"]
LengthUnit: TypeAlias = Literal["days", "weeks", "months", "years", "business days"]
Pick: TypeAlias = Literal["larger", "smaller", "later", "earlier"]

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Name(Node):
    """A question, fact, figure or built-in, by its id."""

    form: ClassVar[str] = "{id}"
    id: str


@dataclass(frozen=True)
class Number(Node):
    """``1,200`` or ``1.5``; ``written`` keeps the designer's spelling."""

    amount: Fraction
    written: str = field(default="", compare=False)

    def __str__(self) -> str:
        return self.written or decimal(self.amount)


@dataclass(frozen=True)
class MoneyAmount(Node):
    """``$2,000`` (an amount, period None) or ``$150 a month`` (a rate); ``cents`` is exact."""

    cents: int
    period: Period | None = None

    def __str__(self) -> str:
        dollars, cents = divmod(self.cents, 100)
        return (
            f"${dollars:,}"
            + (f".{cents:02}" if cents else "")
            + (f" a {self.period}" if self.period else "")
        )


@dataclass(frozen=True)
class Span(Node):
    """``180 days``, ``66 years 2 months``: one or two (number, unit) pairs, units in the plural."""

    parts: tuple[tuple[int, LengthUnit], ...]

    def __str__(self) -> str:
        return " ".join(
            f"{number} {unit.removesuffix('s') if number == 1 else unit}"
            for number, unit in self.parts
        )


@dataclass(frozen=True)
class Day(Node):
    """``2026-11-21``"""

    form: ClassVar[str] = "{day}"
    day: date


@dataclass(frozen=True)
class MonthOf(Node):
    """``2026-11``"""

    month: Month

    def __str__(self) -> str:
        return str(self.month)


@dataclass(frozen=True)
class Today(Node):
    """``today``"""

    form: ClassVar[str] = "today"


@dataclass(frozen=True)
class Percent(Node):
    """``185% of part``"""

    percent: Fraction
    part: Value

    def __str__(self) -> str:
        return f"{decimal(self.percent)}% of {self.part}"


@dataclass(frozen=True)
class FigureOf(Node):
    """``medicaid_share of poverty_line``: a percent figure of an amount."""

    form: ClassVar[str] = "{name} of {part}"
    name: Name
    part: Value


@dataclass(frozen=True)
class Times(Node):
    """``2 times part``"""

    factor: Fraction
    part: Value

    def __str__(self) -> str:
        return f"{decimal(self.factor)} times {self.part}"


@dataclass(frozen=True)
class OnePeriod(Node):
    """``a month of income``: a rate made an amount."""

    form: ClassVar[str] = "a {period} of {part}"
    period: Period
    part: Value


@dataclass(frozen=True)
class FigureOn(Node):
    """``poverty_line on declared``: the figure in force that day."""

    form: ClassVar[str] = "{name} on {day}"
    name: Name
    day: Value


@dataclass(frozen=True)
class YearOf(Node):
    """``year of birth_month``: a number."""

    form: ClassVar[str] = "year of {day}"
    day: Value


@dataclass(frozen=True)
class Count(Node):
    """``years since X`` (since X, until None), ``years until X``, ``years from X to Y``."""

    unit: Units
    since: Value | None
    until: Value | None

    def __str__(self) -> str:
        if self.until is None:
            return f"{self.unit} since {self.since}"
        if self.since is None:
            return f"{self.unit} until {self.until}"
        return f"{self.unit} from {self.since} to {self.until}"


@dataclass(frozen=True)
class Sum(Node):
    """``a plus b minus c``: first part, then (sign, part) with sign +1 or -1."""

    first: Value
    rest: tuple[tuple[int, Value], ...]

    def __str__(self) -> str:
        rest = (f" {'plus' if sign > 0 else 'minus'} {part}" for sign, part in self.rest)
        return f"{self.first}{''.join(rest)}"


@dataclass(frozen=True)
class PickOf(Node):
    """``later of A and B``, ``larger of A and B``: exactly two."""

    form: ClassVar[str] = "{which} of {first} and {second}"
    which: Pick
    first: Value
    second: Value


@dataclass(frozen=True)
class Shift(Node):
    """``60 days after X``, ``leave_length before X``: length is a Span or a Name."""

    form: ClassVar[str] = "{length} {direction} {day}"
    length: Value
    direction: Literal["before", "after"]
    day: Value


@dataclass(frozen=True)
class Edge(Node):
    """``start of month of X``, ``end of year of X``"""

    form: ClassVar[str] = "{edge} of {of} of {day}"
    edge: Literal["start", "end"]
    of: Literal["month", "year"]
    day: Value


@dataclass(frozen=True)
class Recurring(Node):
    """``first 15 April after X``, ``last Sunday on or before X``.

    ``yearly`` is (day, month) from 1; ``weekday`` is 0 for Monday; one of them is given.
    """

    which: Literal["first", "last"]
    day: Value
    or_same: bool = False
    yearly: tuple[int, int] | None = None
    weekday: int | None = None

    def __str__(self) -> str:
        direction = "after" if self.which == "first" else "before"
        or_same = "on or " if self.or_same else ""
        return f"{self.which} {self._turn()} {or_same}{direction} {self.day}"

    def _turn(self) -> str:
        if self.yearly is not None:
            day, month = self.yearly
            return f"{day} {MONTH_NAMES[month - 1]}"
        return WEEKDAYS[self.weekday or 0]


Value: TypeAlias = (
    Name
    | Number
    | MoneyAmount
    | Span
    | Day
    | MonthOf
    | Today
    | Percent
    | FigureOf
    | Times
    | OnePeriod
    | FigureOn
    | YearOf
    | Count
    | Sum
    | PickOf
    | Shift
    | Edge
    | Recurring
)


def decimal(number: Fraction) -> str:
    """Return ``number`` in digits, all of them: `1200`, `1.5`. It must have finitely many."""
    whole, rest = divmod(number, 1)
    places = next(
        (n for n in range(rest.denominator.bit_length()) if 10**n % rest.denominator == 0), None
    )
    if places is None:
        raise ValueError(f"{number} cannot be written in digits")
    return f"{whole}.{int(rest * 10**places):0{places}}" if places else str(whole)
