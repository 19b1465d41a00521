"""The plan for a worker at an office: each step with its rule, source, contact and authority."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from navigator.content.library import Permission
from navigator.engine.audience import Audience, audience
from navigator.rules import Truth
from navigator.web.answers_page import Answered, given
from navigator.web.general_words import general_words
from navigator.web.language import gettext as _
from navigator.web.page import Page, whose_plan
from navigator.web.plan_step import PlanStep
from navigator.web.shown_plan import ShownPlan, shown_plan
from navigator.web.site import Site
from navigator.web.visit import Visit


@dataclass(frozen=True, slots=True)
class WorkerStep:
    """A step with its ``rule`` in words and the permissions that a helper needs for it.

    ``sure`` says whether it is to do, or may apply.
    """

    step: PlanStep
    sure: bool
    rule: Audience
    permissions: tuple[Permission, ...]


@dataclass(frozen=True, kw_only=True)
class WorkerPage(Page):
    """The sheet: the facts it rests on, and the steps that are not done, in order."""

    today: str
    content: str
    facts: tuple[Answered, ...]
    steps: tuple[WorkerStep, ...]


def worker_page(visit: Visit, site: Site) -> WorkerPage:
    """Return the sheet of ``visit``."""
    plan = shown_plan(visit, site)
    return WorkerPage(
        heading=_("Sheet for a worker"),
        plan=whose_plan(visit, site),
        helping=plan.words.helping,
        discreet=True,
        today=plan.words.day(visit.situation.today),
        content=site.library.version,
        facts=given(visit, site, plan.words),
        steps=tuple(_steps(plan, site)),
    )


def _steps(plan: ShownPlan, site: Site) -> Iterator[WorkerStep]:
    nobody = general_words(site)
    for placed in (*plan.found.to_do, *plan.found.may_apply):
        step = placed.entry.step
        (card,) = plan.cards([placed])
        yield WorkerStep(
            card,
            placed.entry.status is Truth.YES,
            audience(step.when, nobody),
            tuple(
                site.library.permissions[p] for p in site.library.agencies[step.agency].permissions
            ),
        )
