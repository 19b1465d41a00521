"""What a sentence says, as plain nodes: conditions (yes, no, unknown) and values (amount, day).

Every node knows where it stands in its sentence (``start``, ``end``: offsets) and prints itself
back as a sentence that parses to an equal node.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Literal, TypeAlias

from navigator.rules.node import Node, walk
from navigator.rules.tree_values import (
    Count,
    Day,
    Edge,
    FigureOf,
    FigureOn,
    LengthUnit,
    MoneyAmount,
    MonthOf,
    Name,
    Number,
    OnePeriod,
    Percent,
    Period,
    Pick,
    PickOf,
    Recurring,
    Shift,
    Span,
    Sum,
    Times,
    Today,
    Units,
    Value,
    YearOf,
)

__all__ = [
    "Always",
    "Bound",
    "Claim",
    "Compare",
    "Condition",
    "Count",
    "Day",
    "Edge",
    "Every",
    "FigureOf",
    "FigureOn",
    "Includes",
    "Is",
    "Known",
    "LengthUnit",
    "MoneyAmount",
    "MonthOf",
    "Name",
    "Negation",
    "Node",
    "Number",
    "OnePeriod",
    "Order",
    "Percent",
    "Period",
    "Pick",
    "PickOf",
    "Quantity",
    "Recurring",
    "Shift",
    "Some",
    "Span",
    "Sum",
    "Times",
    "Today",
    "Units",
    "Value",
    "YearOf",
    "names_in",
    "walk",
]

Bound: TypeAlias = Literal["at least", "at most", "more than", "less than", "exactly"]
Quantity: TypeAlias = Literal["any", "all", "none"]


@dataclass(frozen=True)
class Always(Node):
    """``always``"""

    form: ClassVar[str] = "always"


@dataclass(frozen=True)
class Claim(Node):
    """``pregnant``: a yes/no name."""

    form: ClassVar[str] = "{name}"
    name: str


@dataclass(frozen=True)
class Negation(Node):
    """``not pregnant``, ``not (...)``."""

    part: Condition

    def __str__(self) -> str:
        return f"not {self.part}" if isinstance(self.part, Claim) else f"not ({self.part})"


@dataclass(frozen=True)
class Every(Node):
    """``... and ...``: two parts or more."""

    parts: tuple[Condition, ...]

    def __str__(self) -> str:
        return " and ".join(map(_within, self.parts))


@dataclass(frozen=True)
class Some(Node):
    """``... or ...``: two parts or more."""

    parts: tuple[Condition, ...]

    def __str__(self) -> str:
        return " or ".join(map(_within, self.parts))


@dataclass(frozen=True)
class Compare(Node):
    """``income is at most 185% of poverty_line``: amounts, numbers and lengths."""

    form: ClassVar[str] = "{left} is {bound} {right}"
    left: Value
    bound: Bound
    right: Value


@dataclass(frozen=True)
class Order(Node):
    """``left is before right``; with ``or_same``: ``is on or before``. Days and months."""

    left: Value
    relation: Literal["before", "after"]
    right: Value
    or_same: bool = False

    def __str__(self) -> str:
        or_same = "on or " if self.or_same else ""
        return f"{self.left} is {or_same}{self.relation} {self.right}"


@dataclass(frozen=True)
class Is(Node):
    """``stage is born``, ``is not born``, ``is one of born, lost``, ``is not one of born``.

    ``option_starts`` are the offsets of the options.
    """

    subject: Value
    options: tuple[str, ...]
    negated: bool = False
    listed: bool = False  # written with `one of`
    option_starts: tuple[int, ...] = field(default=(), compare=False, repr=False)

    def __str__(self) -> str:
        relation = ("is not" if self.negated else "is") + (" one of" if self.listed else "")
        return f"{self.subject} {relation} {', '.join(self.options)}"


@dataclass(frozen=True)
class Known(Node):
    """``letter_date is known``, ``is not known``."""

    subject: Value
    negated: bool = False

    def __str__(self) -> str:
        return f"{self.subject} {'is not' if self.negated else 'is'} known"


@dataclass(frozen=True)
class Includes(Node):
    """``has includes snap`` (quantity None) or ``has includes any of snap, tanf``.

    ``option_starts`` are the offsets of the options.
    """

    subject: Value
    options: tuple[str, ...]
    quantity: Quantity | None = None
    option_starts: tuple[int, ...] = field(default=(), compare=False, repr=False)

    def __str__(self) -> str:
        quantity = f"{self.quantity} of " if self.quantity else ""
        return f"{self.subject} includes {quantity}{', '.join(self.options)}"


Condition: TypeAlias = (
    Always | Claim | Negation | Every | Some | Compare | Order | Is | Known | Includes
)


def names_in(node: Node) -> frozenset[str]:
    """Return the names of questions, facts and figures that ``node`` speaks of."""
    return frozenset(
        part.id if isinstance(part, Name) else part.name
        for part in walk(node)
        if isinstance(part, Name | Claim)
    )


def _within(part: Condition) -> str:
    return f"({part})" if isinstance(part, Every | Some) else str(part)
