"""The engine's own phrases in English: each is looked up whole by a translation, never glued."""

from __future__ import annotations

RATE = {
    "week": "{amount} a week",
    "two weeks": "{amount} every two weeks",
    "month": "{amount} a month",
    "year": "{amount} a year",
}
COUNTED = {
    "year": ("{n} year", "{n} years"),
    "month": ("{n} month", "{n} months"),
    "week": ("{n} week", "{n} weeks"),
    "day": ("{n} day", "{n} days"),
    "business day": ("{n} business day", "{n} business days"),
}
BOTH = "{a} and {b}"
SHIFT = {"after": "{length} after {day}", "before": "{length} before {day}"}
PICK = {
    "later": "the later of {a} and {b}",
    "earlier": "the earlier of {a} and {b}",
    "larger": "the larger of {a} and {b}",
    "smaller": "the smaller of {a} and {b}",
}
EDGE = {
    ("start", "month"): "the start of the month of {day}",
    ("end", "month"): "the end of the month of {day}",
    ("start", "year"): "the start of the year of {day}",
    ("end", "year"): "the end of the year of {day}",
}
SHARE = "{percent}% of {part}"
TODAY = "today"
NOT_KNOWN = "not known yet"

YES, NO = "Yes", "No"
NOT_SURE = "I’m not sure"
DECLINED = "Prefer not to say"
NONE_OF_THESE = "None of these"
TOLD = "You answered “{answer}” to “{ask}”"
TOLD_BY_HELPER = "“{ask}” was answered “{answer}”"
NOT_SO = "This did not come up because this is not so: {reason}"
FOR_HELPERS = "This is for somebody who helps another person"
FOR_YOURSELF = "You help another person"
FOR_EVERYONE = "This is for everyone in this situation"

DUE = "By {day}, {left} left"
DUE_TODAY = "Today, {day}"
DUE_STILL = "Was due {day}; somewhere it is still that day: call now"
DUE_PAST = "Was due {day}, {ago} ago"
DUE_UNDECIDED = "Due {words}"
DUE_EARLY = "Due {words}; perhaps as early as {day}"
BEST_BY = "Best by {day}"
BEST_NOW = "The best time was by {day}: do it now"
BEST_TODAY = "Best done today"
BEST_WITHIN = "Best within {soon}"
OPENS = "Opens {day}"
OPENS_UNDECIDED = "Opens {words}"
NOW = "Now"
ENDED = "Ended on {day}"
CLOSED = "Closed on {day}"
CLOSED_UNDATED = "No longer open"
STARTS = "Starts on {day}"
REPLACED = "Another step takes its place: {steps}"
WAITS = "First: {steps}"
FIRST_IF = "First, if it applies to you: {steps}"
CHANGE_ONE = "A different answer to “{ask}” could bring this step"
CHANGE_MANY = "Different answers to {asks} could bring this step"
CAME_LATE = "The day for this is over: {step}"
CAME_REFUSED = "This was refused: {step}"
