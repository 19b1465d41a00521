"""A step's days in words: by when, how long that leaves, and what they count from when unknown."""

from __future__ import annotations

import re
from datetime import date

from navigator.engine import phrases
from navigator.engine.life import Entry, State
from navigator.engine.situation import Situation
from navigator.engine.words import Words
from navigator.rules import Truth

_FROM_TODAY = re.compile(r"(\d+) days? after today")


def due_words(entry: Entry, situation: Situation, words: Words) -> str:
    """Return when a step is due, as "By Friday, January 9, 2026, 49 days left"; "" if never."""
    days = entry.clock
    if days.danger:
        return words.phrase(phrases.NOW)
    best = _advice(days.best_by, entry, situation, words)
    if days.due is not None:
        last = _settled(days.due, entry, situation, words)
        sooner = days.best_by is not None and situation.today <= days.due > days.best_by
        return words.phrase(phrases.BEST_AND_LAST, best=best, last=last) if sooner else last
    if best:
        return best
    if entry.step.due is None or entry.step.due.evaluate(words.reading) is not Truth.UNKNOWN:
        return ""
    said = words.unknown(entry.step.due)
    if words.is_vague(said):
        return _not_known(days.due_bound, words)
    if days.due_bound is None:
        return words.phrase(phrases.DUE_UNDECIDED, words=said)
    return words.phrase(phrases.DUE_EARLY, words=said, day=words.day(days.due_bound))


def _not_known(bound: date | None, words: Words) -> str:
    if bound is None:
        return words.phrase(phrases.DUE_NOT_KNOWN)
    return words.phrase(phrases.DUE_MAYBE, day=words.day(bound))


def _settled(due: date, entry: Entry, situation: Situation, words: Words) -> str:
    day = words.weekday(due)
    left = (due - situation.today).days
    if left == 0:
        return words.phrase(phrases.DUE_TODAY, day=day)
    if left > 0:
        return words.phrase(phrases.DUE, day=day, left=words.count(left, "day"))
    if due >= situation.last_living_day:
        return words.phrase(phrases.DUE_STILL, day=day)
    return words.phrase(phrases.DUE_PAST, day=day, ago=words.count(-left, "day"))


def _advice(day: date | None, entry: Entry, situation: Situation, words: Words) -> str:
    """Say a day that is only advice; one counted from today moves along, so no date is named."""
    if day is None:
        return ""
    left, best_by = (day - situation.today).days, str(entry.step.best_by)
    if str(left) in _FROM_TODAY.findall(best_by):
        return words.phrase(phrases.BEST_WITHIN, soon=words.count(left, "day"))
    if "today" in best_by and left <= 0:
        return words.phrase(phrases.BEST_TODAY)
    pattern = phrases.BEST_NOW if day < situation.today else phrases.BEST_BY
    return words.phrase(pattern, day=words.weekday(day))


def opens_words(entry: Entry, words: Words) -> str:
    """Return when a step opens, if that is still to come or not known; "" otherwise."""
    if entry.state is State.NOT_YET and entry.clock.opens is not None:
        return words.phrase(phrases.OPENS, day=words.weekday(entry.clock.opens))
    return ""
