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
AMOUNT_NOT_KNOWN = said("an amount that is not known yet")
SHARE_NOT_KNOWN = said("a share that is not known yet")
DAY_NOT_KNOWN = said("a day that is not known yet")
FIGURE_NOT_KNOWN = said("Not known here for this day yet: {figure}. Ask the office.")

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

ANSWERED = said("{ask} {answers}")
NOT_ANSWERED = said("{ask} Not {answers}")
ANSWER_KNOWN = said("{ask} The answer is known")
ANSWER_NOT_KNOWN = said("{ask} The answer is not known")
BOUND = {
    "at least": said("{left} is at least {right}"),
    "at most": said("{left} is at most {right}"),
    "more than": said("{left} is more than {right}"),
    "less than": said("{left} is less than {right}"),
    "exactly": said("{left} is exactly {right}"),
}
SPAN = {
    ("since", "at least"): said("It is at least {length} since {day}"),
    ("since", "at most"): said("It is at most {length} since {day}"),
    ("since", "more than"): said("It is more than {length} since {day}"),
    ("since", "less than"): said("It is less than {length} since {day}"),
    ("since", "exactly"): said("It is exactly {length} since {day}"),
    ("until", "at least"): said("It is at least {length} until {day}"),
    ("until", "at most"): said("It is at most {length} until {day}"),
    ("until", "more than"): said("It is more than {length} until {day}"),
    ("until", "less than"): said("It is less than {length} until {day}"),
    ("until", "exactly"): said("It is exactly {length} until {day}"),
}
ORDER = {
    ("before", False): said("{left} is before {right}"),
    ("before", True): said("{left} is on or before {right}"),
    ("after", False): said("{left} is after {right}"),
    ("after", True): said("{left} is on or after {right}"),
}
NOT_IF = said("Not if {reason}")
OR, AND = said(" or "), said(" and ")
SOMEBODY_HELPS = said("Somebody helps another person")
FOR_THEMSELVES = said("Somebody answers for themselves")
DEPENDS = said("It depends on what you answer to {asks}")
DEPENDS_ON_DAY = said("It depends on the rules of the day")

DUE = said("By {day}, {left} left")
DUE_TODAY = said("Today, {day}")
DUE_STILL = said("Was due {day}; somewhere it is still that day: call now")
DUE_PAST = said("Was due {day}, {ago} ago")
DUE_UNDECIDED = said("Due {words}")
DUE_EARLY = said("Due {words}; perhaps as early as {day}")
DUE_NOT_KNOWN = said("The last day is not known yet")
DUE_MAYBE = said("The last day is not known yet; perhaps as early as {day}")
BEST_BY = said("Best by {day}")
BEST_NOW = said("The best time was by {day}: do it now")
BEST_TODAY = said("Best done today")
BEST_WITHIN = said("Best within {soon}")
BEST_AND_LAST = said("{best}. {last}")
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
CAME_APPROVED = said("This is done: {step}")
CAME_REFUSED = said("This was refused: {step}")
