"""A part of a long plan on a page of its own, in pieces that are read and fetched at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from flask import url_for
from flask_wtf.csrf import generate_csrf

from navigator.web.checklist_parts import (
    CallCard,
    GoneCard,
    PaperLine,
    calls,
    gone,
    papers,
    second_round,
)
from navigator.web.language import gettext as _
from navigator.web.page import Link, Page, steps_at, whose_plan
from navigator.web.plan_step import PlanStep
from navigator.web.shown_plan import (
    ENTRIES,
    NAMED,
    STEPS,
    Section,
    ShownPlan,
    part_headings,
    shown_plan,
)
from navigator.web.site import Site
from navigator.web.visit import Visit

_Entry = TypeVar("_Entry")


@dataclass(frozen=True, kw_only=True)
class PartPage(Page):
    """One part of a plan, the others empty. ``before`` and ``after`` are "" at the ends."""

    to: str
    csrf: str
    position: str
    before: str
    after: str
    whole: bool = False
    sections: tuple[Section, ...] = ()
    may_apply: tuple[PlanStep, ...] = ()
    papers: tuple[PaperLine, ...] = ()
    calls: tuple[CallCard, ...] = ()
    done: tuple[PlanStep, ...] = ()
    gone: tuple[GoneCard, ...] = ()
    second_round: Link | None = None


def part_page(part: str, number: int, visit: Visit, site: Site) -> PartPage | None:
    """Return piece ``number`` (from 1) of a ``part``; None where the plan has no such piece."""
    plan = shown_plan(visit, site)
    size = plan.sizes.get(part, 0)
    last = -(-size // ENTRIES)
    if not 1 <= number <= last:
        return None
    page = PartPage(
        heading=part_headings()[part],
        plan=whose_plan(visit, site),
        helping=plan.words.helping,
        to=steps_at(whole=False),
        csrf=generate_csrf(),
        position=_("Page %(page)s of %(last)s", page=number, last=last) if last > 1 else "",
        before=_url(part, number - 1) if number > 1 else "",
        after=_url(part, number + 1) if number < last else "",
    )
    return _filled(page, part, number, plan)


def _filled(page: PartPage, part: str, number: int, plan: ShownPlan) -> PartPage:
    """Return ``page`` with piece ``number`` of its ``part``."""

    def piece(entries: Sequence[_Entry]) -> tuple[_Entry, ...]:
        return tuple(entries[(number - 1) * ENTRIES : number * ENTRIES])

    found, words, visit, site = plan.found, plan.words, plan.visit, plan.site
    match part:
        case "may-apply":
            cards, more = plan.cards(piece(found.may_apply)), second_round(found, visit, site)
            return replace(page, may_apply=cards, second_round=more)
        case "papers":
            return replace(page, papers=piece(papers(found, words, NAMED)))
        case "offices":
            return replace(page, calls=piece(calls(found, words)))
        case "done":
            return replace(page, done=plan.cards(piece(found.done)))
        case "not-here":
            return replace(page, gone=piece(gone(found, words, visit, site)))
    return replace(page, sections=plan.sections(piece(found.to_do)))


def _url(part: str, number: int) -> str:
    if part == STEPS and number == 1:
        return url_for("citizen.checklist")
    return url_for("citizen.plan_part", part=part, page=number if number > 1 else None)
