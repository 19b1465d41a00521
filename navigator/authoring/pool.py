"""A draft -> answers worth trying to each question: every option, and both sides of every limit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random

from navigator.authoring.written import conditions_in, days_in
from navigator.content import Draft, Question
from navigator.engine import Words
from navigator.engine.limits import limit_fault
from navigator.rules import (
    PLACES,
    FigureRule,
    Length,
    Month,
    kinds,
    plus_months,
    shifted,
    tree,
)

Answers = tuple[object, ...]

_BESIDE = timedelta(days=1)
_USUAL_STATES = ("CA", "OH", "TX", "AK", "PR")
_AMOUNTS = (0, 100, 400, 900, 1500, 2200, 3000, 4000, 6000, 9000, 15000)
_A_FEW = (0, 1, 2, 3, 4, 6)
_MONTHS_OF_AGE = tuple(12 * years for years in (17, 25, 40, 55, 60, 62, 64, 65, 66, 67, 70, 75))
_SHARE_OF_UNSURE = 0.03
_SHARE_TICKED = 0.25


@dataclass(frozen=True, eq=False)
class Pool:
    """Answers (JSON) to try; days and months are told from ``today``."""

    draft: Draft
    today: date

    def of(self, question: str) -> Answers:
        """Return the answers worth trying to ``question``, *not sure* last."""
        known = self._known.get(question)
        if known is None:
            asked = self.draft.library.questions[question]
            found = dict.fromkeys(map(_frozen, self._tried(asked)))
            allowed = [answer for answer in map(_thawed, found) if self._may_be(asked, answer)]
            known = self._known[question] = (*allowed, None)
        return known

    def any_of(self, question: str, chance: Random) -> object:
        """Return one of them at random, seldom *not sure*."""
        if chance.random() < _SHARE_OF_UNSURE:
            return None
        asked = self.draft.library.questions[question]
        if isinstance(asked.kind, kinds.AnyOf):
            return [o.id for o in asked.options if chance.random() < _SHARE_TICKED]
        found = self.of(question)[:-1]
        if isinstance(asked.kind, kinds.Day):  # near days more often
            return found[int(len(found) * chance.random() ** 3)]
        return chance.choice(found)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days on which something begins or ends: of figures, and as written in sentences."""
        found = {self.today}
        for rule in self.draft.library.rulebook.definitions.values():
            if isinstance(rule, FigureRule):
                found |= {start for start, _ in rule.entries if start.year >= self.today.year - 1}
        for node in self._nodes:
            if isinstance(node, tree.Day):
                found |= {node.day - _BESIDE, node.day, node.day + _BESIDE}
        return tuple(sorted(found))

    @cached_property
    def _known(self) -> dict[str, Answers]:
        return {}

    @cached_property
    def _nodes(self) -> tuple[tree.Node, ...]:
        """Every piece of every condition and day."""
        whole = [written.parsed for written in conditions_in(self.draft)]
        days = [written.parsed for written in days_in(self.draft)]
        return tuple(node for sentence in (*whole, *days) for node in tree.walk(sentence))

    @cached_property
    def _lengths(self) -> tuple[Length, ...]:
        """The lengths of time in sentences and figures, none and a long one."""
        found = {Length(), Length(months=6), Length(months=30)}
        for node in self._nodes:
            if isinstance(node, tree.Span):
                found.add(Length.sum_of(node.parts))
            elif isinstance(node, tree.Compare) and isinstance(node.left, tree.Count):
                found |= _counted(node.left, node.right)
        return tuple(found)

    @cached_property
    def _numbers(self) -> Mapping[str, frozenset[int]]:
        """The numbers that each name is compared with."""
        found: dict[str, set[int]] = {}
        for node in self._nodes:
            if isinstance(node, tree.Compare) and isinstance(node.left, tree.Name):
                limit = _number(node.right)
                if limit is not None:
                    found.setdefault(node.left.id, set()).update((limit - 1, limit, limit + 1))
        return {name: frozenset(limits) for name, limits in found.items()}

    def _may_be(self, question: Question, answer: object) -> bool:
        library = self.draft.library
        reading = library.rulebook.read({question.id: answer}, self.today)
        return limit_fault(question, Words(library, reading, False)) is None

    def _tried(self, question: Question) -> Iterator[object]:
        match question.kind:
            case kinds.YesNo():
                yield from (True, False)
            case kinds.OneOf(options):
                yield from options
            case kinds.AnyOf(options):
                yield from ([], *([option] for option in options), list(options))
            case kinds.State():
                yield from (*_USUAL_STATES, *(place for place in PLACES))
            case kinds.Day():
                near = sorted(self._days_around(), key=lambda day: abs(day - self.today))
                yield from (day.isoformat() for day in near)
            case kinds.MonthKind():
                yield from (str(month) for month in self._months_around())
            case kinds.Money():
                yield from (*_AMOUNTS, *(n for n in self._numbers.get(question.id, ()) if n >= 0))
            case _:
                yield from self._whole_numbers(question)

    def _whole_numbers(self, question: Question) -> Iterator[int]:
        low, high = _limit(question.minimum, 0), _limit(question.maximum, 10**6)
        numbers = {*_A_FEW, *self._numbers.get(question.id, ()), low, min(high, low + 20)}
        yield from sorted(number for number in numbers if low <= number <= high)

    def _days_around(self) -> Iterator[date]:
        for length in self._lengths:
            for sign in (-1, 1):
                day = shifted(self.today, length, sign)
                yield from (day - _BESIDE, day, day + _BESIDE)

    def _months_around(self) -> Iterator[Month]:
        this = Month.of(self.today)
        ages = (plus_months(this, -months) for months in _MONTHS_OF_AGE)
        near = (plus_months(this, sign * each.months) for each in self._lengths for sign in (-1, 1))
        for month in (*ages, *near):
            yield from (plus_months(month, apart) for apart in (-4, -1, 0, 1, 4))


def _counted(count: tree.Count, limit: tree.Value) -> set[Length]:
    number = _number(limit)
    return set() if number is None else {Length.of(number, count.unit)}


def _number(value: tree.Value) -> int | None:
    match value:
        case tree.Number(amount):
            return int(amount)
        case tree.MoneyAmount(cents):
            return cents // 100
        case tree.Span(((number, _),)):
            return number
    return None


def _limit(value: object, fallback: int) -> int:
    node = getattr(value, "tree", None)
    number = _number(node) if isinstance(node, tree.Value) else None
    return fallback if number is None else number


def _frozen(answer: object) -> object:
    return tuple(answer) if isinstance(answer, list) else answer


def _thawed(answer: object) -> object:
    return list(answer) if isinstance(answer, tuple) else answer
