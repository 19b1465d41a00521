"""The first page: what is happening in your life? Several answers make one plan."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flask import url_for

from navigator.content.library import Journey
from navigator.web import messages
from navigator.web.language import gettext as _
from navigator.web.page import Link, Mistake, Page
from navigator.web.prose import prose
from navigator.web.site import Site

_END = re.compile(r"(?<=[.!?])\s")


@dataclass(frozen=True, slots=True)
class JourneyLine:
    """A journey to tick, in one sentence, and where its own page is."""

    id: str
    about: Link
    summary: str


@dataclass(frozen=True, kw_only=True)
class HomePage(Page):
    """All journeys, in plain words."""

    journeys: tuple[JourneyLine, ...]
    mistakes: tuple[Mistake, ...]


def home_page(site: Site, *, nothing_ticked: bool = False) -> HomePage:
    """Return the home page; with ``nothing_ticked`` it says what to do."""
    lines = tuple(_line(journey) for journey in site.library.journeys.values())
    wrong = nothing_ticked and bool(lines)
    return HomePage(
        heading=_("What is happening in your life?"),
        wrong=wrong,
        journeys=lines,
        mistakes=(Mistake(messages.empty("journeys"), f"life-{lines[0].id}"),) if wrong else (),
    )


def _line(journey: Journey) -> JourneyLine:
    summary = " ".join(prose(journey.summary).striptags().split())
    url = url_for("public.journey", journey=journey.id)
    return JourneyLine(journey.id, Link(journey.title, url), _END.split(summary)[0])
