"""The lines where a person answers, shown on every page: emergencies first."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.content.library import Library
from navigator.web.language import gettext as _
from navigator.web.prose import dialed

_HOTLINES = ("safety_hotline", "maternal_line")  # agencies shown where a library has them


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A number, what a telephone dials for it, and who answers."""

    number: str
    dial: str
    what: str


def help_lines(library: Library) -> tuple[HelpLine, ...]:
    """Return the numbers for emergencies, crises, and for finding help nearby."""
    hotlines = (library.agencies[name].contact for name in _HOTLINES if name in library.agencies)
    return (
        HelpLine("911", "911", _("if someone is in danger now")),
        HelpLine("988", "988", _("call or text, day and night, if it is all too much")),
        *(HelpLine(c.phone, dialed(c.phone), c.name) for c in hotlines if c.phone),
        HelpLine("211", "211", _("for food, a place to stay and bills, near you")),
        HelpLine(
            "844-872-4681",
            "8448724681",
            _("USAGov, for any question about government: Monday to Friday, 8 a.m. to 8 p.m. ET"),
        ),
    )
