"""The calendar file, read by two parsers that share no code: both find the same events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from random import Random

import pytest
import vobject
from icalendar import Calendar

from navigator.engine import Checklist, Situation, Words, checklist
from navigator.engine.ical import calendar
from navigator.engine.relevance import plan_of
from tests.engine.random_people import random_person
from tests.engine.test_pairs import shipped
from tests.engine.worlds import TODAY, StepSpec, library, wording

PEOPLE = 12  # for each journey, and for all of them in one plan
LONG = "Bring the letter, and say: “I ask for a hearing”. " * 9


@dataclass(frozen=True)
class Event:
    """What a calendar program shows of an event, and when it was made."""

    uid: str
    first: date
    end: date
    summary: str
    description: str
    url: str | None
    made: datetime


def by_icalendar(file: bytes) -> list[Event]:
    def url(event: Mapping[str, object]) -> str | None:
        return str(event["url"]) if "url" in event else None

    return [
        Event(
            str(event["uid"]),
            event.decoded("dtstart"),
            event.decoded("dtend"),
            str(event["summary"]),
            str(event["description"]),
            url(event),
            event.decoded("dtstamp"),
        )
        for event in Calendar.from_ical(file).walk("VEVENT")
    ]


def by_vobject(file: bytes) -> list[Event]:
    found = vobject.readOne(file.decode())
    return [
        Event(
            event.uid.value,
            event.dtstart.value,
            event.dtend.value,
            event.summary.value,
            event.description.value,
            event.url.value if "url" in event.contents else None,
            event.dtstamp.value,
        )
        for event in found.contents.get("vevent", [])
    ]


def written(found: Checklist) -> bytes:
    return calendar(found, Words(found.library, found.reading, found.situation.helping))


def one_step(text: str) -> bytes:
    steps: dict[str, StepSpec] = {"a": {"due": "2026-12-31", "if_late": "x", "opens": "2026-12-01"}}
    made = library(steps)
    step = replace(made.steps["a"], do=wording(text), how=wording(text))
    made = replace(made, steps={"a": step})
    return written(checklist(made, Situation(TODAY, {}), ["life"]))


@pytest.mark.parametrize(
    "text",
    [
        "Ask for the letter, the form; then the card",
        "First line\nSecond line\n\nAfter a gap, a third; and so on",
        "Niño, año, “quotes”, 3 – 5 días, § 7, \N{SNOWMAN} and \N{PERSON WITH FOLDED HANDS}",
        LONG,
        "á" * 300,
        "\N{SNOWMAN}" * 90,
        r"C:\new\folder; and a \n that is no new line, \, nor \;",
        'A:B;C="D",E',
        "BEGIN:VEVENT\nEND:VCALENDAR",
        " spaces before and after ",
    ],
)
def test_any_text_comes_out_of_both_parsers_as_it_was_put_in(text: str) -> None:
    file = one_step(text)
    for read in (by_icalendar, by_vobject):
        due, opens = read(file)
        assert (due.summary, opens.summary) == (f"Due: {text}", f"Opens: {text}")
        assert due.description == f"{text}\nThe office\n555-0100"


def test_a_day_is_that_day_in_every_zone_and_one_day_long() -> None:
    file = one_step("Write to them")
    assert b"TZID" not in file
    assert b"VTIMEZONE" not in file
    for read in (by_icalendar, by_vobject):
        due, opens = read(file)
        assert [type(day) for day in (due.first, due.end, opens.first)] == [date] * 3
        assert (due.first, due.end) == (date(2026, 12, 31), date(2027, 1, 1))
        assert opens.first == date(2026, 12, 1)
        assert due.made.utcoffset() == timedelta(0)
        assert due.made.astimezone(UTC).date() == TODAY


def test_lines_are_short_and_each_is_whole_text() -> None:
    for line in one_step("\N{SNOWMAN}á" * 200).split(b"\r\n"):
        assert len(line) <= 75
        assert line.decode().isprintable()


def plans() -> Iterator[Checklist]:
    """Plans of random people for each of the journeys, and for all of them together."""
    names = tuple(shipped().journeys)
    for journeys in (*((name,) for name in names), names):
        chance = Random("+".join(journeys))
        plan = plan_of(shipped(), journeys)
        for _ in range(PEOPLE):
            yield checklist(shipped(), random_person(plan, shipped(), chance), journeys)


def test_both_parsers_find_the_same_events_in_every_plan() -> None:
    files = [written(found) for found in plans()]
    assert [by_vobject(file) for file in files] == [by_icalendar(file) for file in files]
    events = list(chain.from_iterable(by_icalendar(file) for file in files))
    assert len(events) > 1000
    for file in files:
        names = [event.uid for event in by_vobject(file)]
        assert len(names) == len(set(names))
