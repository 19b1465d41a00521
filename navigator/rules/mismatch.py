"""Which kinds can be compared or added, and the fault where two cannot."""

from __future__ import annotations

from navigator.rules import tree
from navigator.rules.faults import Fault
from navigator.rules.kinds import (
    Count,
    Day,
    Kind,
    LengthKind,
    Money,
    MonthKind,
    Number,
    Percent,
    clock,
)

_BY_DAY = {
    "at least": "is on or after",
    "at most": "is on or before",
    "more than": "is after",
    "less than": "is before",
    "exactly": "is on or after` and `is on or before",
}


def fault_at(part: tree.Node, message: str, hint: str, rule: str) -> Fault:
    """Return a fault that marks ``part``."""
    return Fault(message, hint, rule, part.start, part.end)


def compare_fault(test: tree.Compare, left: Kind, right: Kind) -> Fault | None:
    """Return why ``left`` cannot be `at least`, `at most` ... ``right``, or None if it can."""
    match left, right:
        case Money(), Money():
            return rate_fault(test, (test.left, left), (test.right, right))
        case ((Number() | Percent()), (Number() | Percent())):
            return None
        case (Count(), Number()) | (Number(), Count()):
            return None
        case ((Count() | LengthKind()), (Count() | LengthKind())):
            return _length_fault(test, left, right)
        case ((Day() | MonthKind()), (Day() | MonthKind())):
            hint = f"Days and months are compared by `{_BY_DAY[test.bound]}`."
            message = f"`is {test.bound}` compares amounts, numbers and lengths."
            return fault_at(test, message, hint, "comparison-word")
        case _:
            return _unlike_fault(test, left, right)


def rate_fault(
    whole: tree.Node, left: tuple[tree.Node, Money], right: tuple[tree.Node, Money]
) -> Fault | None:
    """Return the fault of a rate (`$150 a month`) beside an amount (`$150`), if that is so."""
    if (left[1].per is None) == (right[1].per is None):
        return None
    (rate, money), (amount, _) = (left, right) if left[1].per else (right, left)
    message = f"`{left[0]}` is {left[1]} and `{right[0]}` is {right[1]}."
    hint = f"Make the rate an amount: `a {money.per} of {rate}`."
    if isinstance(amount, tree.MoneyAmount):
        hint = f"Write `{amount} a {money.per}`."
    return fault_at(whole, message, hint, "rate-and-amount")


def _length_fault(
    test: tree.Compare, left: Count | LengthKind, right: Count | LengthKind
) -> Fault | None:
    counted_alike = not (isinstance(left, Count) and isinstance(right, Count)) or left == right
    measured = clock(left)
    if measured is not None and measured == clock(right) and counted_alike:
        return None
    message = f"`{test.left}` is {left} and `{test.right}` is {right}."
    return fault_at(test, message, "Ask and count in the unit of the rule.", "days-and-months")


def _unlike_fault(test: tree.Compare, left: Kind, right: Kind) -> Fault:
    message = f"`{test.left}` is {left} and `{test.right}` is {right}."
    if isinstance(left, LengthKind) and isinstance(test.right, tree.Number):
        hint = f"Write `{test.right} {left.unit or 'days'}`."
    else:
        hint = f"Compare it with {_counterpart(left)}."
    return fault_at(test, message, hint, "kind")


def _counterpart(kind: Kind) -> str:
    """Return what ``kind`` compares with."""
    match kind:
        case Money(per=None):
            return "an amount of money"
        case Money():
            return "money a week, a month or a year"
        case Count() | LengthKind():
            return f"a length of time such as `2 {kind.unit or 'days'}`"
        case Day() | MonthKind():
            return "a day or a month, by `is on or before` or `is on or after`"
        case _:
            return "a number"
