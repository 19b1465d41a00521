"""Pages that are the same for everyone: home, the start of a journey, a step, an agency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import url_for
from markupsafe import Markup

from navigator.content.library import Agency, Journey, Step
from navigator.engine import Situation, Words, progress
from navigator.web.general_words import GeneralWords
from navigator.web.language import current_language
from navigator.web.language import gettext as _
from navigator.web.page import Link, Page
from navigator.web.prose import prose, source_parts
from navigator.web.question_page import WHO
from navigator.web.site import Site
from navigator.web.step_card import Reach, StepCard, every_paper, reach, step_card


@dataclass(frozen=True, slots=True)
class JourneyLine:
    """A journey as the home page offers it."""

    link: Link
    summary: Markup


@dataclass(frozen=True, kw_only=True)
class HomePage(Page):
    """All journeys, in plain words."""

    journeys: tuple[JourneyLine, ...]


@dataclass(frozen=True, kw_only=True)
class JourneyPage(Page):
    """The start of a journey: what a person gets, how long it takes."""

    summary: Markup
    start: str
    questions: int
    owner: str
    reviewed: str
    changes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class StepPage(Page):
    """A step as everyone may read it, and the journeys it belongs to."""

    card: StepCard
    journeys: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class AgencyPage(Page):
    """An agency, who may act for another person there, and its steps."""

    reach: Reach
    permissions: tuple[tuple[str, str, str, str], ...]
    steps: tuple[Link, ...]
    sources: tuple[Link, ...]
    reviewed: str
    check: frozenset[str]


def home_page(site: Site) -> HomePage:
    """Return the home page."""
    return HomePage(
        heading=_("What is happening in your life?"),
        journeys=tuple(
            JourneyLine(_journey_link(journey), prose(journey.summary))
            for journey in site.library.journeys.values()
        ),
    )


def journey_page(journey: Journey, site: Site) -> JourneyPage:
    """Return the start of ``journey``."""
    today = site.clock()[0]
    words = _words(site, today)
    return JourneyPage(
        heading=journey.title,
        summary=prose(journey.summary),
        start=url_for("citizen.question", journey=journey.id, question=WHO),
        questions=progress(site.library, Situation(today), (journey.id,)).at_most_left,
        owner=journey.owner,
        reviewed=words.day(journey.reviewed) if journey.reviewed else "",
        changes=tuple((words.day(day), text) for day, text in journey.changes),
    )


def step_page(step: Step, site: Site) -> StepPage:
    """Return ``step`` as everyone may read it: where texts differ, what is true in general."""
    words = _words(site, site.clock()[0])
    journeys = (j for j in site.library.journeys.values() if step.id in j.steps)
    return StepPage(
        heading=words.text(step.do),
        card=step_card(step, words, every_paper(step.bring)),
        journeys=tuple(_journey_link(journey) for journey in journeys),
    )


def agency_page(agency: Agency, site: Site) -> AgencyPage:
    """Return ``agency`` with all of its steps."""
    words = _words(site, site.clock()[0])
    permissions = (site.library.permissions[name] for name in agency.permissions)
    steps = (step for step in site.library.steps.values() if step.agency == agency.id)
    return AgencyPage(
        heading=agency.contact.name,
        reach=reach(None, agency, words),
        permissions=tuple((p.name, p.who, p.form, p.have_at_hand) for p in permissions),
        steps=tuple(
            Link(words.text(step.do), url_for("citizen.step", step=step.id)) for step in steps
        ),
        sources=tuple(Link(*source_parts(source)) for source in agency.source),
        reviewed=words.day(agency.reviewed) if agency.reviewed else "",
        check=frozenset(agency.confirm),
    )


def _words(site: Site, today: date) -> Words:
    language, reading = current_language(), site.library.rulebook.read({}, today)
    spoken = language.interface
    return GeneralWords(
        site.library, reading, False, language.locale, spoken.gettext, spoken.ngettext
    )


def _journey_link(journey: Journey) -> Link:
    return Link(journey.title, url_for("citizen.journey", journey=journey.id))
