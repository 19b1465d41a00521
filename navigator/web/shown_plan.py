"""A checklist ready to be shown, as a whole or in pieces: which parts it has, and how large."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from flask import url_for

from navigator.engine import Checklist, Words, checklist, summary
from navigator.engine.order import Group, Placed
from navigator.web.language import gettext as _
from navigator.web.language import ngettext
from navigator.web.page import Link
from navigator.web.plan_step import PlanStep, plan_step
from navigator.web.site import Site
from navigator.web.visit import Visit, words_for

ENTRIES = 24  # of one part on a page: some 200 bytes each, compressed
NAMED = 5  # steps named beside a paper; each step names all of its papers
_ROOM = 32  # entries of all parts on the first page, so that it is fetched and read at once
STEPS = "steps"
_PAPERS = "papers"
_PAPER = 2  # a paper with the steps it is for takes as much room as two steps


@dataclass(frozen=True, slots=True)
class Section:
    """The steps of one group, under its heading."""

    id: str
    heading: str
    intro: str
    steps: tuple[PlanStep, ...]


@dataclass(frozen=True, eq=False)
class ShownPlan:
    """The checklist of one visit, with the words to say it."""

    found: Checklist
    words: Words
    visit: Visit
    site: Site

    @cached_property
    def sizes(self) -> Mapping[str, int]:
        """How many entries each part has, the most wanted part first."""
        found = self.found
        return {
            STEPS: len(found.to_do),
            "may-apply": len(found.may_apply),
            _PAPERS: len(summary.papers(found)),
            "offices": len(summary.calls(found)),
            "done": len(found.done),
            "not-here": len(found.gone()),
        }

    @cached_property
    def folded(self) -> frozenset[str]:
        """Return the parts that stand on pages of their own because the first page is full.

        The smallest find room first: what was just marked as done is not to vanish.
        """
        room, away = _ROOM - min(self.sizes[STEPS], ENTRIES), set()
        needed = {part: size * (_PAPER if part == _PAPERS else 1) for part, size in self._others()}
        for part in sorted(needed, key=needed.__getitem__):
            room -= needed[part]
            if room < 0:
                away.add(part)
        return frozenset(away)

    def _others(self) -> Iterable[tuple[str, int]]:
        return ((part, size) for part, size in self.sizes.items() if part != STEPS)

    def cards(self, placed: Iterable[Placed]) -> tuple[PlanStep, ...]:
        """Return steps in words."""
        return tuple(plan_step(p, self.found, self.words, self.visit, self.site) for p in placed)

    def sections(self, to_do: Iterable[Placed]) -> tuple[Section, ...]:
        """Return steps by when to act, under headings."""
        groups: dict[Group, list[Placed]] = {}
        for placed in to_do:
            groups.setdefault(placed.group, []).append(placed)
        return tuple(
            Section(group.name.lower(), heading, intro, self.cards(groups[group]))
            for group, (heading, intro) in _headings().items()
            if group in groups
        )

    def elsewhere(self) -> tuple[Link, ...]:
        """Return the ways to the parts that stand on pages of their own."""
        sizes, away = self.sizes, self.folded
        links = [
            Link(said, url_for("citizen.plan_part", part=part))
            for part, said in _counted(sizes).items()
            if part in away
        ]
        left = sizes[STEPS] - ENTRIES
        if left > 0:
            said = ngettext("%(num)s more step to do", "%(num)s more steps to do", left)
            links.insert(0, Link(said, url_for("citizen.plan_part", part=STEPS, page=2)))
        return tuple(links)


def shown_plan(visit: Visit, site: Site) -> ShownPlan:
    """Return the plan of ``visit``."""
    found = checklist(site.library, visit.situation, visit.journeys)
    return ShownPlan(found, words_for(visit, site), visit, site)


def part_headings() -> dict[str, str]:
    """Return what each part is called."""
    return {
        STEPS: _("More to do"),
        "may-apply": _("May apply"),
        _PAPERS: _("Papers to have ready"),
        "offices": _("Calls and visits, by office"),
        "done": _("Done or set aside"),
        "not-here": _("Not in this plan, and why"),
    }


def _counted(sizes: Mapping[str, int]) -> dict[str, str]:
    headings = part_headings()
    if sizes["may-apply"]:  # the top of the plan counts only those of what is to do
        headings[_PAPERS] = _("Papers to have ready, with those for what may apply")
    return {
        part: _("%(part)s: %(num)s", part=heading, num=sizes[part])
        for part, heading in headings.items()
    }


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
