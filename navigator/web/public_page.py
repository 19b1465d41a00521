"""Pages that are the same for everyone: the start of a journey, a step, an agency."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask import request, url_for
from markupsafe import Markup

from navigator.content.library import Agency, Journey, Step
from navigator.engine import Situation, Words, progress
from navigator.engine.audience import Audience, audience
from navigator.rules import PLACES
from navigator.web.general_words import general_words
from navigator.web.page import Link, Page
from navigator.web.prose import prose, source_parts
from navigator.web.question_page import WHO
from navigator.web.site import Site
from navigator.web.step_card import Reach, StepCard, every_paper, reach
from navigator.web.wanted import state_picked, wanted


@dataclass(frozen=True, kw_only=True)
class JourneyPage(Page):
    """The start of a journey: what a person gets, how long it takes."""

    summary: Markup
    start: str
    questions: int
    owner: str
    reviewed: str
    changes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class StatePicker:
    """Where a state has an office of its own: the states, and the one picked (code, or "")."""

    action: str
    picked: str
    states: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class StepPage(Page):
    """A step as everyone may read it: whom it is for, and the journeys it belongs to.

    ``comes_after`` are the steps whose lateness or refusal brings it.
    """

    card: StepCard
    who_for: Audience
    comes_after: tuple[Link, ...]
    picker: StatePicker | None
    journeys: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class AgencyPage(Page):
    """An agency, who may act for another person there, and its steps."""

    reach: Reach
    who_for: str
    permissions: tuple[tuple[str, str, str, str], ...]
    steps: tuple[Link, ...]
    picker: StatePicker | None
    journeys: tuple[Link, ...]
    sources: tuple[Link, ...]
    reviewed: str
    check: frozenset[str]


def journey_page(journey: Journey, site: Site) -> JourneyPage:
    """Return the start of ``journey``."""
    words = general_words(site)
    return JourneyPage(
        heading=journey.title,
        summary=prose(journey.summary),
        start=wanted([journey.id], site).url("citizen.question", question=WHO),
        questions=progress(
            site.library, Situation(words.reading.today), (journey.id,)
        ).at_most_left,
        owner=journey.owner,
        reviewed=words.day(journey.reviewed) if journey.reviewed else "",
        changes=tuple((words.day(day), text) for day, text in reversed(journey.changes)),
    )


def step_page(step: Step, site: Site) -> StepPage:
    """Return ``step`` as everyone may read it: where texts differ, what is true in general."""
    agency = site.library.agencies[step.agency]
    words = _words_where_picked(agency, site)
    return StepPage(
        heading=words.text(step.do),
        card=StepCard(step, words, every_paper(step.bring)),
        who_for=audience(step.when, words),
        comes_after=tuple(_step_links(_bringing(step, site), words)),
        picker=_picker(agency),
        journeys=_leading_to([step.id], site),
    )


def agency_page(agency: Agency, site: Site) -> AgencyPage:
    """Return ``agency`` with all of its steps."""
    words = _words_where_picked(agency, site)
    permissions = (site.library.permissions[name] for name in agency.permissions)
    steps = tuple(step for step in site.library.steps.values() if step.agency == agency.id)
    found = reach(None, agency, words)
    return AgencyPage(
        heading=found.name,
        reach=found,
        who_for=agency.who_for or "",
        permissions=tuple((p.name, p.who, p.form, p.have_at_hand) for p in permissions),
        steps=tuple(_step_links(steps, words)),
        picker=_picker(agency),
        journeys=_leading_to([step.id for step in steps], site),
        sources=tuple(Link(*source_parts(source)) for source in agency.source),
        reviewed=words.day(agency.reviewed) if agency.reviewed else "",
        check=frozenset(agency.confirm),
    )


def journey_link(journey: Journey) -> Link:
    """Return the way to the start of ``journey``."""
    return Link(journey.title, url_for("public.journey", journey=journey.id))


def _words_where_picked(agency: Agency, site: Site) -> Words:
    state = state_picked()
    return general_words(site, {agency.by: state} if agency.by and state else None)


def _picker(agency: Agency) -> StatePicker | None:
    if agency.by is None:
        return None
    here = f"{request.root_path}{request.path}"
    return StatePicker(here, state_picked(), tuple(PLACES.items()))


def _leading_to(step_ids: Iterable[str], site: Site) -> tuple[Link, ...]:
    """Return the journeys with one of these steps; the links carry the state that was picked."""
    found = set(step_ids)
    return tuple(
        Link(journey.title, wanted([journey.id], site).url("public.journey"))
        for journey in site.library.journeys.values()
        if not found.isdisjoint(journey.steps)
    )


def _bringing(step: Step, site: Site) -> Iterable[Step]:
    for other in site.library.steps.values():
        late = other.late.every() if other.late else ()
        if step.id in (*late, other.refused):
            yield other


def _step_links(steps: Iterable[Step], words: Words) -> Iterable[Link]:
    for step in steps:
        url = url_for("public.step", step=step.id, state=state_picked() or None)
        yield Link(words.text(step.do), url)
