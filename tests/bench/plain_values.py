"""Values of the language as ordinary Python source: two-valued, None for what does not apply."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from functools import singledispatchmethod

from navigator.rules import (
    FigureRule,
    Kind,
    Length,
    Money,
    MonthKind,
    check_value,
    tree,
)
from tests.bench import plain_calendar
from tests.bench.plain_source import Scratch, Source

_A_YEAR = {"week": 52, "month": 12, "year": 1}
FUNCTIONS: Mapping[str, object] = {
    name: function
    for name, function in vars(plain_calendar).items()
    if callable(function) and getattr(function, "__module__", "") == plain_calendar.__name__
}

OnDay = Callable[[str, Source], Source]
"""The source of a figure (by its name) on a day."""


class Values:
    """Translates values; ``names`` holds the source of every name they may speak of."""

    def __init__(
        self, kinds: Mapping[str, Kind], figures: Mapping[str, FigureRule], on_day: OnDay
    ) -> None:
        self.names: dict[str, Source] = {"today": Source("today"), "helping": Source("helping")}
        self.scratch = Scratch(dict(FUNCTIONS))
        self._kinds = kinds
        self._figures = figures
        self._on_day = on_day

    def kind(self, node: tree.Value) -> Kind:
        """Return the kind of a value without faults."""
        found, faults = check_value(node, self._kinds, self._figures)
        if found is None:
            raise TypeError(f"{node}: {faults}")
        return found

    def rated(self, node: tree.Value, per: tree.Period | None) -> Source:
        """Return ``node`` turned into a rate per ``per``, if it is one per something else."""
        kind, source = self.kind(node), self.source(node)
        if not isinstance(kind, Money) or kind.per is None or per is None:
            return source
        factor = Fraction(_A_YEAR[kind.per], _A_YEAR[per])
        return self.scratch.scaled(source, factor.numerator, factor.denominator)

    def day(self, node: tree.Value) -> Source:
        """Return a day, the first one of a month."""
        source = self.source(node)
        is_month = isinstance(self.kind(node), MonthKind)
        return self.scratch.lifted("first_of({})", source) if is_month else source

    @singledispatchmethod
    def source(self, node: tree.Value) -> Source:
        """Return ``node`` as Python source."""
        raise TypeError(f"{node!r} is no value")

    @source.register
    def _(self, node: tree.Name) -> Source:
        return self.names[node.id]

    @source.register
    def _(self, node: tree.Today) -> Source:
        return Source("today")

    @source.register
    def _(self, node: tree.Number) -> Source:
        return Source(str(node.amount.numerator), over=node.amount.denominator)

    @source.register
    def _(self, node: tree.MoneyAmount) -> Source:
        return Source(str(node.cents))

    @source.register
    def _(self, node: tree.Span) -> Source:
        return Source(self.scratch.constant(Length.sum_of(node.parts)))

    @source.register
    def _(self, node: tree.Day) -> Source:
        return Source(self.scratch.constant(node.day))

    @source.register
    def _(self, node: tree.MonthOf) -> Source:
        return Source(repr(tuple(node.month)))

    @source.register
    def _(self, node: tree.Percent) -> Source:
        share = node.percent / 100
        return self.scratch.scaled(self.source(node.part), share.numerator, share.denominator)

    @source.register
    def _(self, node: tree.Times) -> Source:
        part = self.source(node.part)
        return self.scratch.scaled(part, node.factor.numerator, node.factor.denominator)

    @source.register
    def _(self, node: tree.FigureOf) -> Source:
        share, part = self.source(node.name), self.source(node.part)
        return self.scratch.lifted("{} * {}", share, part, over=share.over * part.over * 100)

    @source.register
    def _(self, node: tree.OnePeriod) -> Source:
        return self.rated(node.part, node.period)

    @source.register
    def _(self, node: tree.FigureOn) -> Source:
        return self._on_day(node.name.id, self.day(node.day))

    @source.register
    def _(self, node: tree.YearOf) -> Source:
        is_month = isinstance(self.kind(node.day), MonthKind)
        return self.scratch.lifted("{}[0]" if is_month else "{}.year", self.source(node.day))

    @source.register
    def _(self, node: tree.Count) -> Source:
        since = self.day(node.since) if node.since else Source("today")
        until = self.day(node.until) if node.until else Source("today")
        pattern = f"{node.unit}_between({{}}, {{}})"
        return self.scratch.lifted(pattern, since, until, may_fail=True)

    @source.register
    def _(self, node: tree.Sum) -> Source:
        kind = self.kind(node)
        per = kind.per if isinstance(kind, Money) else None
        signed = ((1, node.first), *node.rest)
        parts = self.scratch.alike(*(self.rated(part, per) for _, part in signed))
        signs = [sign for sign, _ in signed]
        over = parts[0].over
        if any(sign > 0 and not part.nullable for sign, part in zip(signs, parts, strict=True)):
            terms = [f"({part.code} or 0)" if part.nullable else part.code for part in parts]
            written = ["+" if sign > 0 else "-" for sign in signs]
            joined = " ".join(f"{w} {t}" for w, t in zip(written, terms, strict=True))
            return Source(f"({joined})", over=over)
        pairs = ", ".join(f"({s}, {p.code})" for s, p in zip(signs, parts, strict=True))
        return Source(f"{self.scratch.constant(total)}({pairs})", True, over)

    @source.register
    def _(self, node: tree.PickOf) -> Source:
        kind = self.kind(node)
        per = kind.per if isinstance(kind, Money) else None
        both = self.scratch.alike(self.rated(node.first, per), self.rated(node.second, per))
        choose = "max" if node.which in ("larger", "later") else "min"
        if not (both[0].nullable or both[1].nullable):
            return Source(f"{choose}({both[0].code}, {both[1].code})", over=both[0].over)
        picker = self.scratch.constant(most if choose == "max" else least)
        never = both[0].nullable and both[1].nullable
        return Source(f"{picker}({both[0].code}, {both[1].code})", never, both[0].over)

    @source.register
    def _(self, node: tree.Shift) -> Source:
        day, sign = self.source(node.day), 1 if node.direction == "after" else -1
        is_month = isinstance(self.kind(node.day), MonthKind)
        if not isinstance(node.length, tree.Span):
            pattern = f"month_plus({{}}, {sign} * {{}}.months)" if is_month else ""
            pattern = pattern or f"shifted({{}}, {{}}, {sign})"
            return self.scratch.lifted(pattern, day, self.source(node.length))
        length = Length.sum_of(node.length.parts)
        if is_month:
            return self.scratch.lifted(f"month_plus({{}}, {sign * length.months})", day)
        return self.scratch.lifted(self._moved(length, sign), day)

    def _moved(self, length: Length, sign: int) -> str:
        pattern = "{}"
        if length.months:
            pattern = f"plus_months({pattern}, {sign * length.months})"
        if length.days:
            span = self.scratch.constant(timedelta(days=sign * length.days))
            pattern = f"{pattern} + {span}"
        if length.business_days:
            pattern = f"plus_business_days({pattern}, {sign * length.business_days})"
        return pattern

    @source.register
    def _(self, node: tree.Edge) -> Source:
        return self.scratch.lifted(f"{node.edge}_of_{node.of}({{}})", self.day(node.day))

    @source.register
    def _(self, node: tree.Recurring) -> Source:
        way = "after" if node.which == "first" else "before"
        if node.yearly is not None:
            number, month = node.yearly
            pattern = f"yearly_{way}({{}}, {number}, {month}, {node.or_same})"
        else:
            pattern = f"weekday_{way}({{}}, {node.weekday}, {node.or_same})"
        return self.scratch.lifted(pattern, self.day(node.day))


def total(*parts: tuple[int, int | Fraction | None]) -> int | Fraction | None:
    """Return the sum of (sign, amount) pairs; None if nothing is added."""
    if not any(sign > 0 and amount is not None for sign, amount in parts):
        return None
    return sum(sign * amount for sign, amount in parts if amount is not None)


def most(one: date | None, other: date | None) -> date | None:
    """Return the larger or later, the other where one is None."""
    if one is None or other is None:
        return other if one is None else one
    return max(one, other)


def least(one: date | None, other: date | None) -> date | None:
    """Return the smaller or earlier, the other where one is None."""
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)
