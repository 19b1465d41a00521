"""The checklist as a page: what to do first, then all of it by when to act, and why."""

from __future__ import annotations

from dataclasses import dataclass

from flask_wtf.csrf import generate_csrf

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
from navigator.web.page import Link, Page, steps_at, whose_plan
from navigator.web.plan_step import PlanStep
from navigator.web.shown_plan import ENTRIES, NAMED, Section, shown_plan
from navigator.web.site import Site
from navigator.web.timeline import Timeline, timeline
from navigator.web.visit import Visit

_DATES = 12  # in the picture of the short list


@dataclass(frozen=True, kw_only=True)
class ChecklistPage(Page):
    """The plan. ``sections`` and ``may_apply`` hold each open step once, in order.

    A part that would make the page too long is empty and has its link in ``elsewhere``. ``to`` is
    what stands before the id of a step in a link to it.
    ``permits`` are the steps that get a helper a permission. ``keeping`` is "not_kept", "changed"
    since it was saved, or "kept".
    """

    today: str
    whole: bool
    to: str
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
    elsewhere: tuple[Link, ...]
    next_question: Link | None
    second_round: Link | None
    keeping: str


def checklist_page(visit: Visit, site: Site, *, whole: bool = False) -> ChecklistPage:
    """Return the checklist of ``visit``: a short card for each step, or the ``whole`` of it."""
    plan = shown_plan(visit, site)
    found, words = plan.found, plan.words
    away = frozenset[str]() if whole else plan.folded
    first = [placed for placed in found.steps if placed.entry.step.id in found.next]
    asks = more_questions(found, words, visit, site)
    permitting = permits(found) if words.helping else ()
    needed = [placed for placed in found.to_do if placed.entry.step.id in permitting]
    return ChecklistPage(
        heading=_("The plan") if words.helping else _("Your plan"),
        plan=whose_plan(visit, site),
        helping=words.helping,
        today=words.day(visit.situation.today),
        whole=whole,
        to=steps_at(whole=whole),
        csrf=generate_csrf(),
        burden=_burden(burden(found)),
        permits=plan.cards(needed),
        first=plan.cards(first),
        timeline=timeline(found, words, None if whole else _DATES),
        sections=plan.sections(found.to_do if whole else found.to_do[:ENTRIES]),
        may_apply=() if "may-apply" in away else plan.cards(found.may_apply),
        done=() if "done" in away else plan.cards(found.done),
        gone=() if "not-here" in away else gone(found, words, visit, site),
        papers=() if "papers" in away else papers(found, words, NAMED),
        calls=() if "offices" in away else calls(found, words),
        choices=choices(found, words),
        see_also=other_journeys(found, words),
        elsewhere=() if whole else plan.elsewhere(),
        next_question=asks,
        second_round=None if asks else second_round(found, visit, site),
        keeping=keeping(visit),
    )


def _burden(sums: Burden) -> str:
    applications = ngettext("%(num)s application", "%(num)s applications", sums.applications)
    needed = ngettext("%(num)s paper to have ready", "%(num)s papers to have ready", sums.papers)
    parts = (
        ngettext("%(num)s step", "%(num)s steps", sums.steps),
        ngettext("%(num)s office", "%(num)s offices", sums.agencies),
        *((applications,) if sums.applications else ()),
        *((needed,) if sums.papers else ()),
    )
    return ", ".join(parts)
