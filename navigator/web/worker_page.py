"""The plan for a worker at an office: what comes first, then each step with its rule and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from navigator.content.library import Permission
from navigator.engine.audience import Audience, audience
from navigator.engine.summary import permits
from navigator.web.answers_page import Answered, given
from navigator.web.carry_page import OpenStep, first, open_steps
from navigator.web.general_words import GeneralWords, general_words
from navigator.web.language import gettext as _
from navigator.web.page import Page, whose_plan
from navigator.web.plan_step import PlanStep
from navigator.web.shown_plan import ShownPlan, part_headings, shown_plan
from navigator.web.site import Site
from navigator.web.unconfirmed import in_words
from navigator.web.visit import Visit


@dataclass(frozen=True, slots=True)
class WorkerStep:
    """A step with its ``rule`` in words and the permissions that a helper needs for it.

    ``unconfirmed`` says what is not confirmed on an official page yet.
    """

    step: PlanStep
    rule: Audience
    permissions: tuple[Permission, ...]
    unconfirmed: str


@dataclass(frozen=True, slots=True)
class WorkerGroup:
    """The steps of one group, under its heading."""

    heading: str
    steps: tuple[WorkerStep, ...]


@dataclass(frozen=True, kw_only=True)
class WorkerPage(Page):
    """The sheet: what to do first, the facts it rests on, and the steps that are not done.

    ``permits`` are the steps that get a helper a permission.
    """

    today: str
    content: str
    first: tuple[OpenStep, ...]
    permits: tuple[str, ...]
    facts: tuple[Answered, ...]
    groups: tuple[WorkerGroup, ...]


def worker_page(visit: Visit, site: Site) -> WorkerPage:
    """Return the sheet of ``visit``."""
    plan = shown_plan(visit, site)
    found, words = plan.found, plan.words
    needed = [p.entry.step for p in found.to_do if p.entry.step.id in permits(found)]
    return WorkerPage(
        heading=_("Sheet for a worker"),
        plan=whose_plan(visit, site),
        helping=words.helping,
        discreet=True,
        today=words.day(visit.situation.today),
        content=site.library.version,
        first=tuple(open_steps(first(found), found, words)),
        permits=tuple(words.text(step.do) for step in needed) if words.helping else (),
        facts=given(visit, site, words),
        groups=tuple(_groups(plan, site)),
    )


def _groups(plan: ShownPlan, site: Site) -> Iterator[WorkerGroup]:
    nobody = general_words(site, helping=plan.words.helping)
    for section in plan.sections(plan.found.to_do):
        yield WorkerGroup(section.heading, tuple(_steps(section.steps, nobody)))
    if plan.found.may_apply:
        may_apply = plan.cards(plan.found.may_apply)
        yield WorkerGroup(part_headings()["may-apply"], tuple(_steps(may_apply, nobody)))


def _steps(cards: Iterable[PlanStep], nobody: GeneralWords) -> Iterator[WorkerStep]:
    library = nobody.library
    for card in cards:
        step = library.steps[card.card.id]
        permissions = library.agencies[step.agency].permissions
        yield WorkerStep(
            card,
            audience(step.when, nobody),
            tuple(library.permissions[each] for each in permissions),
            in_words(card.card.check),
        )
