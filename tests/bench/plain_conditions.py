"""Conditions of the language as ordinary Python source, two-valued."""

from __future__ import annotations

from functools import singledispatchmethod

from navigator.rules import Count, Day, Kind, Length, LengthKind, Money, MonthKind, tree
from tests.bench.plain_source import Source
from tests.bench.plain_values import Values

_SIGNS = {
    "at least": ">=",
    "at most": "<=",
    "more than": ">",
    "less than": "<",
    "exactly": "==",
    ("before", False): "<",
    ("before", True): "<=",
    ("after", False): ">",
    ("after", True): ">=",
}
_CLOCKS = {
    "days": ("days", 1),
    "weeks": ("days", 7),
    "months": ("months", 1),
    "years": ("months", 12),
    "business days": ("business_days", 1),
}
_A_YEAR = {"week": 52, "month": 12, "year": 1}


class Conditions:
    """Translates conditions, their values by ``values``."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self._scratch = values.scratch

    @singledispatchmethod
    def source(self, node: tree.Condition) -> str:
        """Return ``node`` as Python source."""
        raise TypeError(f"{node!r} is no condition")

    @source.register
    def _(self, node: tree.Always) -> str:
        return "True"

    @source.register
    def _(self, node: tree.Claim) -> str:
        return self._values.names[node.name].code

    @source.register
    def _(self, node: tree.Negation) -> str:
        return f"(not {self.source(node.part)})"

    @source.register
    def _(self, node: tree.Every) -> str:
        return f"({' and '.join(map(self.source, node.parts))})"

    @source.register
    def _(self, node: tree.Some) -> str:
        return f"({' or '.join(map(self.source, node.parts))})"

    @source.register
    def _(self, node: tree.Is) -> str:
        subject = self._values.source(node.subject).code
        if len(node.options) == 1:
            return f"({subject} {'!=' if node.negated else '=='} {node.options[0]!r})"
        return f"({subject} {'not in' if node.negated else 'in'} {set(node.options)!r})"

    @source.register
    def _(self, node: tree.Includes) -> str:
        subject = self._values.source(node.subject)
        test, code = self._scratch.tested(subject)
        if len(node.options) == 1:
            found = f"{node.options[0]!r} in {code}"
        elif node.quantity == "all":
            found = f"{code} >= {self._scratch.constant(frozenset(node.options))}"
        else:
            found = f"not {self._scratch.constant(frozenset(node.options))}.isdisjoint({code})"
        found = f"({test} is not None and {found})" if subject.nullable else f"({found})"
        return f"(not {found})" if node.quantity == "none" else found

    @source.register
    def _(self, node: tree.Known) -> str:
        subject = self._values.source(node.subject)
        if not subject.nullable:
            return str(not node.negated)
        return f"({subject.code} {'is' if node.negated else 'is not'} None)"

    @source.register
    def _(self, node: tree.Compare) -> str:
        left, right = self._values.kind(node.left), self._values.kind(node.right)
        limit = self._measured(node.right, right, left)
        if isinstance(left, Money) and isinstance(right, Money):
            limit = self._in_whole_dollars(limit, left, right)
        return self._compared(self._measured(node.left, left, right), _SIGNS[node.bound], limit)

    @source.register
    def _(self, node: tree.Order) -> str:
        left, right = self._values.kind(node.left), self._values.kind(node.right)
        sign = _SIGNS[node.relation, node.or_same]
        limit = self._measured(node.right, right, left)
        return self._compared(self._measured(node.left, left, right), sign, limit)

    def _in_whole_dollars(self, limit: Source, left: Money, right: Money) -> Source:
        """Return a limit as the rate it is compared with, rounded up if it has to be."""
        if left.per == right.per or left.per is None or right.per is None:
            if not right.rounds:
                return limit
        else:
            limit = self._scratch.scaled(limit, _A_YEAR[right.per], _A_YEAR[left.per])
        return self._scratch.lifted(f"-(-{{}} // {limit.over * 100}) * 100", limit)

    def _compared(self, left: Source, sign: str, right: Source) -> str:
        one, other = self._scratch.alike(left, right)
        codes, tests = [], []
        for part in (one, other):
            test, code = self._scratch.tested(part)
            tests += [f"{test} is not None and "] if part.nullable else []
            codes.append(code)
        return f"({''.join(tests)}{codes[0]} {sign} {codes[1]})"

    def _measured(self, node: tree.Value, kind: Kind, other: Kind) -> Source:
        """Return what ``node`` is compared by: a number, a day or a month."""
        if isinstance(node, tree.Span) and isinstance(kind, LengthKind):
            return Source(str(getattr(Length.sum_of(node.parts), _clock(kind, other))))
        source = self._values.source(node)
        match kind, other:
            case Day(), MonthKind():
                return self._scratch.lifted("month_of({})", source)
            case LengthKind(), LengthKind() | Count():
                return self._scratch.lifted(f"{{}}.{_clock(kind, other)}", source)
            case Count(unit=unit), LengthKind() | Count():
                return self._scratch.scaled(source, _CLOCKS[unit][1])
        return source


def _clock(kind: LengthKind, other: Kind) -> str:
    unit = kind.unit or getattr(other, "unit", None) or "days"
    return _CLOCKS[unit][0]
