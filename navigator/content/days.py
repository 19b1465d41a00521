"""Days as they stand in YAML, `2026-11-21`, and the days something is valid."""

from __future__ import annotations

from datetime import date

from navigator.content.nodes import Mapped, Text
from navigator.content.sentences import Log
from navigator.rules import Valid


def read_day(text: Text | None, log: Log) -> date | None:
    """Return the day; one the calendar does not have is reported (its form, by the schema)."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text) if len(text) == len("2026-11-21") else None
    except ValueError:
        if text.replace("-", "").isdecimal():
            log.say(text, f"The calendar has no day `{text}`.", "Look at month and day.", "day")
        return None


def read_valid(node: Mapped, log: Log) -> Valid | None:
    """Return the days under `valid`, both included, or None where it says nothing."""
    span = node.mapping("valid")
    start, end = read_day(span.text("from"), log), read_day(span.text("until"), log)
    last = span.text("until")
    if start and end and last is not None and end < start:
        log.say(last, "`until` lies before `from`.", "Exchange them.", "day")
    return Valid(start, end) if start or end else None
