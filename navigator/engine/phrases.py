"""The engine's own phrases in English: each is looked up whole by a translation, never glued."""

from __future__ import annotations


def said(phrase: str) -> str:
    """Mark ``phrase`` for the translators; it is looked up when it is said."""
    return phrase


def counted(one: str, many: str) -> tuple[str, str]:
    """Mark what is said of one and of many for the translators, who may need more forms."""
    return one, many


RATE = {
    "week": said("{amount} a week"),
    "two weeks": said("{amount} every two weeks"),
    "month": said("{amount} a month"),
    "year": said("{amount} a year"),
}
COUNTED = {
    "year": counted("{n} year", "{n} years"),
    "month": counted("{n} month", "{n} months"),
    "week": counted("{n} week", "{n} weeks"),
    "day": counted("{n} day", "{n} days"),
    "business day": counted("{n} business day", "{n} business days"),
}
BOTH = said("{a} and {b}")
SHIFT = {
    "after": said("{length} after {day}"),
    "before": said("{length} before {day}"),
}
PICK = {
    "later": said("the later of {a} and {b}"),
    "earlier": said("the earlier of {a} and {b}"),
    "larger": said("the larger of {a} and {b}"),
    "smaller": said("the smaller of {a} and {b}"),
}
EDGE = {
    ("start", "month"): said("the start of the month of {day}"),
    ("end", "month"): said("the end of the month of {day}"),
    ("start", "year"): said("the start of the year of {day}"),
    ("end", "year"): said("the end of the year of {day}"),
}
SHARE = said("{percent}% of {part}")
TODAY = said("today")
NOT_KNOWN = said("not known yet")

YES, NO = said("Yes"), said("No")
NOT_SURE = said("I’m not sure")
DECLINED = said("Prefer not to say")
NONE_OF_THESE = said("None of these")
TOLD = said("You answered “{answer}” to “{ask}”")
TOLD_BY_HELPER = said("“{ask}” was answered “{answer}”")
NOT_SO = said("It would come up if {reason}")
FOR_HELPERS = said("This is for somebody who helps another person")
FOR_YOURSELF = said("You help another person")
FOR_EVERYONE = said("This is for everyone in this situation")

DUE = said("By {day}, {left} left")
DUE_TODAY = said("Today, {day}")
DUE_STILL = said("Was due {day}; somewhere it is still that day: call now")
DUE_PAST = said("Was due {day}, {ago} ago")
DUE_UNDECIDED = said("Due {words}")
DUE_EARLY = said("Due {words}; perhaps as early as {day}")
BEST_BY = said("Best by {day}")
BEST_NOW = said("The best time was by {day}: do it now")
BEST_TODAY = said("Best done today")
BEST_WITHIN = said("Best within {soon}")
OPENS = said("Opens {day}")
OPENS_UNDECIDED = said("Opens {words}")
NOW = said("Now")
ENDED = said("Ended on {day}")
CLOSED = said("Closed on {day}")
CLOSED_UNDATED = said("No longer open")
STARTS = said("Starts on {day}")
REPLACED = said("Another step takes its place: {steps}")
WAITS = said("First: {steps}")
FIRST_IF = said("First, if it applies to you: {steps}")
CHANGE_ONE = said("A different answer to “{ask}” could bring this step")
CHANGE_MANY = said("Different answers to {asks} could bring this step")
CAME_LATE = said("The day for this is over: {step}")
CAME_REFUSED = said("This was refused: {step}")
