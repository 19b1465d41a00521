"""The checklist's days as an iCalendar file (RFC 5545): one all-day event for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

from navigator.engine.checklist import Checklist
from navigator.engine.life import Entry, State
from navigator.engine.phrases import said
from navigator.engine.summary import contact
from navigator.engine.words import Words
from navigator.rules import Truth

_PRODUCT = "-//Journey navigator//Checklist//EN"
_ONE_DAY = timedelta(days=1)

DUE = said("Due: {step}")
BEST_BY = said("Best by today: {step}")
OPENS = said("Opens: {step}")
IF_IT_APPLIES = said("{event} (if it applies to you)")


@dataclass(frozen=True)
class _Date:
    """A day of a step: ``kind`` is "due", "best_by" or "opens"."""

    kind: str
    day: date
    pattern: str


def calendar(found: Checklist, words: Words, whose: str = "") -> bytes:
    """Return the calendar of ``found``: due days, best days, and opening days still to come.

    What is for today at all times, being urgent, has no day to put down. An event keeps its UID
    from run to run, so a second import moves it instead of doubling it; ``whose`` keeps the events
    of several people apart in one calendar.
    """
    made = Calendar()
    made.add("prodid", _PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    plan = sha256("\0".join((whose, *found.plan.journeys)).encode()).hexdigest()[:16]
    for placed in found.steps:
        if placed.entry.state is not State.DONE:
            for day in _dates(placed.entry, found.situation.today):
                made.add_component(_event(placed.entry, day, found, words, plan))
    return bytes(made.to_ical())


def _dates(entry: Entry, today: date) -> Iterator[_Date]:
    clock = entry.clock
    if clock.due is not None and not clock.danger:
        yield _Date("due", clock.due, DUE)
    if clock.best_by is not None:
        yield _Date("best_by", clock.best_by, BEST_BY)
    if clock.opens is not None and clock.opens > today:
        yield _Date("opens", clock.opens, OPENS)


def _event(entry: Entry, day: _Date, found: Checklist, words: Words, plan: str) -> Event:
    event = Event()
    event.add("uid", f"{entry.step.id}-{day.kind}-{plan}@journey-navigator")
    event.add("dtstamp", datetime.combine(found.situation.today, time(), UTC))
    event.add("dtstart", day.day)
    event.add("dtend", day.day + _ONE_DAY)
    event.add("summary", _summary(entry, day, words))
    event.add("description", "\n".join(_description(entry, found, words)))
    if link := _link(entry, found):
        event.add("url", link)
    event.add("transp", "TRANSPARENT")
    return event


def _summary(entry: Entry, day: _Date, words: Words) -> str:
    event = words.phrase(day.pattern, step=words.text(entry.step.do))
    return event if entry.status is Truth.YES else words.phrase(IF_IT_APPLIES, event=event)


def _description(entry: Entry, found: Checklist, words: Words) -> Iterator[str]:
    reach = contact(found.library.agencies[entry.step.agency], found.reading)
    lines = (
        words.text(entry.step.how),
        reach.name,
        entry.step.phone or reach.phone,
        _link(entry, found),
    )
    return (line for line in lines if line)


def _link(entry: Entry, found: Checklist) -> str | None:
    agency = found.library.agencies[entry.step.agency]
    return entry.step.link or contact(agency, found.reading).link
