"""The dated steps of a plan along one line of time: where to draw what, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date, format_skeleton

from navigator.engine import Checklist, Words
from navigator.engine.life import State
from navigator.engine.order import Placed
from navigator.web.language import gettext as _

WIDTH = 288  # of the picture, in its own units: a small phone shows it one to one
_EDGE = 6
_TOP = 26
_ROW = 38
_LEAST = 2  # rows: one date alone needs no picture
_FEW_TICKS = 5
_HORIZON = timedelta(days=366)  # later days get an arrow: they would press all others together
_BESIDE = 200  # up to here a day's name stands behind its dot, from here on before it
_LONGEST = 38  # letters of a name that fit the width; the table has all of them


@dataclass(frozen=True, slots=True)
class Row:
    """A step in the picture and the table. ``start`` and ``end`` are where its bar is drawn."""

    step: str
    words: str
    short: str
    opens: str
    day: str
    is_late: bool
    is_advice: bool
    is_beyond: bool
    top: int
    start: float
    end: float

    @property
    def day_stands_behind(self) -> bool:
        """Whether the name of the day stands behind the end of the bar, not before it."""
        return self.end <= _BESIDE


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a month on the line."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """A picture ``width`` by ``height``; ``today`` is where the present day stands.

    ``left`` is how many later days it leaves out.
    """

    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    today: float
    width: int
    height: int
    left: int


@dataclass(frozen=True, slots=True)
class _Dated:
    placed: Placed
    opens: date | None
    day: date
    is_advice: bool


class _Scale:
    """Days to places between the edges of the picture."""

    def __init__(self, first: date, last: date) -> None:
        self.first = first
        self.last = last
        self._days = max((last - first).days, 1)

    def at(self, day: date) -> float:
        share = (min(max(day, self.first), self.last) - self.first).days / self._days
        return round(_EDGE + share * (WIDTH - 2 * _EDGE), 1)


def timeline(found: Checklist, words: Words, most: int | None = None) -> Timeline | None:
    """Return the settled days of the steps to do, the earliest first, at most so many.

    None for fewer than two.
    """
    all_dated = sorted(_dated(found.to_do), key=lambda each: each.day)
    dated = all_dated[:most]
    if len(dated) < _LEAST:
        return None
    today = found.situation.today
    scale = _Scale(
        max(min(today, dated[0].day), today - _HORIZON),
        min(max(today, dated[-1].day), today + _HORIZON),
    )
    return Timeline(
        rows=tuple(_row(each, place, scale, today, words) for place, each in enumerate(dated)),
        ticks=_ticks(scale, words.locale),
        today=scale.at(today),
        width=WIDTH,
        height=_TOP + _ROW * len(dated),
        left=len(all_dated) - len(dated),
    )


def _dated(to_do: Iterable[Placed]) -> Iterable[_Dated]:
    for placed in to_do:
        days = placed.entry.clock
        day = days.due or days.best_by
        if day is not None and not days.danger:
            yield _Dated(placed, days.opens, day, days.due is None)


def _row(each: _Dated, place: int, scale: _Scale, today: date, words: Words) -> Row:
    step = each.placed.entry.step
    said = words.text(step.do)
    is_late = each.placed.entry.state is State.OVERDUE
    begin = each.day if is_late else max(each.opens or today, today)
    return Row(
        step=step.id,
        words=said,
        short=_shortened(said),
        opens=_opens(each.opens, today, words.locale),
        day=_short(each.day, words.locale),
        is_late=is_late,
        is_advice=each.is_advice,
        is_beyond=each.day > scale.last,
        top=_TOP + place * _ROW,
        start=scale.at(min(begin, each.day)),
        end=scale.at(each.day),
    )


def _shortened(said: str) -> str:
    """Return as many whole words as fit the width."""
    if len(said) <= _LONGEST:
        return said
    words, _space, _cut = said[:_LONGEST].rpartition(" ")
    return f"{(words or said[: _LONGEST - 1]).rstrip(' ,')}…"


def _opens(opens: date | None, today: date, locale: str) -> str:
    return _short(opens, locale) if opens is not None and opens > today else _("Now")


def _short(day: date, locale: str) -> str:
    return format_date(day, "medium", locale=locale)


def _ticks(scale: _Scale, locale: str) -> tuple[Tick, ...]:
    """Return the months on the line, at most a few of them, so that their names do not touch."""
    months = list(_months(scale.first, scale.last))
    every = -(-len(months) // _FEW_TICKS) or 1
    return tuple(Tick(scale.at(month), _month(month, locale)) for month in months[::every])


def _months(first: date, last: date) -> Iterable[date]:
    month = first.replace(day=1)
    while month <= last:
        if month >= first:
            yield month
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _month(day: date, locale: str) -> str:
    return format_skeleton("MMM", day, locale=locale)
