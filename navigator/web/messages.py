"""What a form says when an answer cannot be taken, where the content does not say it."""

from __future__ import annotations

from datetime import date

from navigator.rules import Month
from navigator.web.language import gettext as _


def empty(control: str) -> str:
    """Return what to say when nothing was answered; ``control`` as in QuestionPage."""
    return {
        "yes_no": _("Select yes or no, or “I’m not sure”"),
        "one_of": _("Select an answer, or “I’m not sure”"),
        "any_of": _("Select all that fit, or “None of these”"),
        "state": _("Select a state or territory"),
        "number": _("Enter a number, such as 3"),
        "money": _("Enter an amount, such as 1,200"),
        "date": _("Enter a month, a day and a year"),
        "month": _("Enter a month and a year"),
        "who": _("Select who this plan is for"),
        "journeys": _("Select at least one thing that is happening"),
    }[control]


def either_or() -> str:
    """Return what to say when options were ticked and *None of these* as well."""
    return _("Select either what fits, or “None of these”")


def not_offered() -> str:
    """Return what to say of an option that the question does not offer."""
    return _("Select one of the answers in the list")


def no_period() -> str:
    """Return what to say when an amount came without how often."""
    return _("Select how often this money comes")


def too_small(limit: object, said: str) -> str:
    """Return what to say of a value below ``limit``, which is ``said`` in words."""
    if isinstance(limit, date | Month):
        return _("Enter a date that is not before %(limit)s", limit=said)
    return _("Enter a number that is at least %(limit)s", limit=said)


def too_large(limit: object, said: str) -> str:
    """Return what to say of a value above ``limit``, which is ``said`` in words."""
    if isinstance(limit, date | Month):
        return _("Enter a date that is not after %(limit)s", limit=said)
    return _("Enter a number that is at most %(limit)s", limit=said)


def too_long() -> str:
    """Return what to say when a browser could not remember one more answer."""
    return _(
        "Your answers have grown too long for this browser to remember. "
        "Print your plan, then start over."
    )


def nothing_changed() -> str:
    """Return what to say when a button does not belong to the session any more."""
    return _("That page was open for a long time. Nothing was changed. Go back, then try again.")


def old_page(has_cookie: bool) -> str:
    """Return what to say when a form does not belong to the session any more."""
    if has_cookie:
        return _("This page was open for a long time. Your answer is still here: send it again")
    return _(
        "Your answer is still here: send it again. "
        "If this message comes back, allow cookies for this site: "
        "without them your browser cannot remember your answers"
    )
