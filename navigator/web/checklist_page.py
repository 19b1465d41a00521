"""The checklist as a page: what to do first, then all of it by when to act, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask_wtf.csrf import generate_csrf

from navigator.engine import checklist
from navigator.engine.order import Group, Placed
from navigator.engine.summary import Burden, burden, permits
from navigator.web.checklist_parts import (
    CallCard,
    ChoiceCard,
    GoneCard,
    Offer,
    PaperLine,
    calls,
    choices,
    gone,
    more_questions,
    other_journeys,
    papers,
    second_round,
)
from navigator.web.kept import keeping
from navigator.web.language import gettext as _
from navigator.web.language import ngettext
from navigator.web.page import Link, Page, whose_plan
from navigator.web.plan_step import PlanStep, plan_steps
from navigator.web.site import Site
from navigator.web.timeline import Timeline, timeline
from navigator.web.visit import Visit, words_for


@dataclass(frozen=True, slots=True)
class Section:
    """The steps of one group, under its heading."""

    id: str
    heading: str
    intro: str
    steps: tuple[PlanStep, ...]


@dataclass(frozen=True, kw_only=True)
class ChecklistPage(Page):
    """The whole plan. ``sections`` and ``may_apply`` hold each open step once, in order.

    ``permits`` are the steps that get a helper a permission. ``keeping`` is "not_kept", "changed"
    since it was saved, or "kept".
    """

    today: str
    whole: bool
    csrf: str
    burden: str
    permits: tuple[PlanStep, ...]
    first: tuple[PlanStep, ...]
    timeline: Timeline | None
    sections: tuple[Section, ...]
    may_apply: tuple[PlanStep, ...]
    done: tuple[PlanStep, ...]
    gone: tuple[GoneCard, ...]
    papers: tuple[PaperLine, ...]
    calls: tuple[CallCard, ...]
    choices: tuple[ChoiceCard, ...]
    see_also: tuple[Offer, ...]
    next_question: Link | None
    second_round: Link | None
    keeping: str


def checklist_page(visit: Visit, site: Site, *, whole: bool = False) -> ChecklistPage:
    """Return the checklist of ``visit``: a short card for each step, or the ``whole`` of it."""
    words = words_for(visit, site)
    found = checklist(site.library, visit.situation, visit.journeys)
    steps = plan_steps(found, words, visit, site)
    return ChecklistPage(
        heading=_("The checklist") if words.helping else _("Your checklist"),
        plan=whose_plan(visit, site),
        helping=words.helping,
        today=words.day(visit.situation.today),
        whole=whole,
        csrf=generate_csrf(),
        burden=_burden(burden(found)),
        permits=tuple(steps[step] for step in permits(found)) if words.helping else (),
        first=tuple(steps[step] for step in found.next),
        timeline=timeline(found, words),
        sections=tuple(_sections(found.to_do, steps)),
        may_apply=_shown(found.may_apply, steps),
        done=_shown(found.done, steps),
        gone=gone(found, words, visit, site),
        papers=papers(found, words),
        calls=calls(found, words),
        choices=choices(found, words),
        see_also=other_journeys(found, words),
        next_question=more_questions(found, words, visit, site),
        second_round=second_round(found, visit, site),
        keeping=keeping(visit),
    )


def _sections(to_do: Iterable[Placed], steps: Mapping[str, PlanStep]) -> Iterable[Section]:
    by_group: dict[Group, list[Placed]] = {}
    for placed in to_do:
        by_group.setdefault(placed.group, []).append(placed)
    for group, (heading, intro) in _headings().items():
        if group in by_group:
            yield Section(group.name.lower(), heading, intro, _shown(by_group[group], steps))


def _shown(placed: Iterable[Placed], steps: Mapping[str, PlanStep]) -> tuple[PlanStep, ...]:
    return tuple(steps[p.entry.step.id] for p in placed)


def _headings() -> dict[Group, tuple[str, str]]:
    late = _("There may still be a way. Each step says what to do now.")
    return {
        Group.NOW: (_("Now"), ""),
        Group.OVERDUE: (_("The day has passed: still do this"), late),
        Group.WEEK: (_("In the next 7 days"), ""),
        Group.MONTH: (_("In the next 31 days"), ""),
        Group.LATER: (_("Later, by a set day"), ""),
        Group.ANY_TIME: (_("Any time"), _("No set day, but sooner is better.")),
        Group.NOT_YET: (_("Not open yet"), _("Nothing to do for these today.")),
    }


def _burden(sums: Burden) -> str:
    applications = ngettext("%(num)s application", "%(num)s applications", sums.applications)
    parts = (
        ngettext("%(num)s step", "%(num)s steps", sums.steps),
        ngettext("%(num)s office", "%(num)s offices", sums.agencies),
        *((applications,) if sums.applications else ()),
        ngettext("%(num)s paper to have ready", "%(num)s papers to have ready", sums.papers),
    )
    return ", ".join(parts)
