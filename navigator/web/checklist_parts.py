"""The plan from other sides: papers, calls, choices, what is not on it, what to answer next."""

from __future__ import annotations

from dataclasses import dataclass

from flask import url_for
from markupsafe import Markup

from navigator.content.library import Choice
from navigator.engine import Checklist, Words, next_question, open_details, summary
from navigator.engine.life import State
from navigator.engine.reasons import capital
from navigator.engine.report import why_not
from navigator.web.choice_page import ChoiceWay, open_ways, ways
from navigator.web.language import gettext as _
from navigator.web.language import ngettext
from navigator.web.page import Link
from navigator.web.plan_step import settling
from navigator.web.prose import prose
from navigator.web.public_page import journey_link
from navigator.web.question_page import question_url
from navigator.web.site import Site
from navigator.web.step_card import PaperCard, Reach, paper_card, reach
from navigator.web.visit import Visit


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A document to have ready, and the steps that ask for it; the urls are their ids.

    ``more`` is how many further steps ask for it.
    """

    paper: PaperCard
    steps: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class CallCard:
    """An office, and all that one call or visit can settle there; the urls are ids of steps."""

    reach: Reach
    steps: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class GoneCard:
    """A step that is not on the list, why, and the answers that could bring it."""

    step: Link
    because: tuple[str, ...]
    changes: tuple[Link, ...]


@dataclass(frozen=True)
class ChoiceCard:
    """A hard decision: where its page is, and its ways in full for paper; none is recommended."""

    page: Link
    choice: Choice
    words: Words

    @property
    def labels(self) -> tuple[str, ...]:
        """The names of the ways open."""
        return tuple(self.words.text(o.label) for o, _ in open_ways(self.choice, self.words))

    @property
    def intro(self) -> Markup:
        """What the decision is about."""
        return prose(self.words.text(self.choice.intro))

    @property
    def ways(self) -> tuple[ChoiceWay, ...]:
        """The ways open, in full."""
        return ways(self.choice, self.words)


@dataclass(frozen=True, slots=True)
class Offer:
    """Another journey that an answer calls for; ``add`` is where a button adds it to the plan."""

    journey: Link
    because: str
    add: str


def papers(found: Checklist, words: Words, most: int) -> tuple[PaperLine, ...]:
    """Return each document once, with the first of the steps it serves, ``most`` of them."""
    documents = found.library.documents
    return tuple(
        PaperLine(
            paper_card(documents[paper.id], words),
            _on_list(paper.steps[:most], words),
            len(paper.steps[most:]),
        )
        for paper in summary.papers(found)
    )


def calls(found: Checklist, words: Words) -> tuple[CallCard, ...]:
    """Return the offices with their steps, in the order they come up."""
    agencies = found.library.agencies
    return tuple(
        CallCard(reach(None, agencies[call.agency], words), _on_list(call.steps, words))
        for call in summary.calls(found)
    )


def gone(found: Checklist, words: Words, visit: Visit, site: Site) -> tuple[GoneCard, ...]:
    """Return what is not on the list, why, and what would change it."""
    changes = {change.step: change.questions for change in summary.changes(found)}
    return tuple(
        GoneCard(
            Link(words.text(g.step.do), url_for("public.step", step=g.step.id)),
            why_not(g, words),
            settling(changes.get(g.step.id, ()), words, visit, site),
        )
        for g in found.gone()
    )


def choices(found: Checklist, words: Words) -> tuple[ChoiceCard, ...]:
    """Return the hard decisions this person faces, with the ways open to them."""
    return tuple(_choice_card(choice, words) for choice in found.choices())


def other_journeys(found: Checklist, words: Words) -> tuple[Offer, ...]:
    """Return the journeys that an answer calls for, and why."""
    journeys = found.library.journeys
    return tuple(
        Offer(
            journey_link(journeys[offer.journey]),
            capital(words.text(offer.because)),
            url_for("citizen.begin", journey=offer.journey),
        )
        for offer in found.see_also()
    )


def more_questions(found: Checklist, words: Words, visit: Visit, site: Site) -> Link | None:
    """Return the next question of the first round, if one is left."""
    question = next_question(found.library, visit.situation, visit.journeys)
    if question is None:
        return None
    return Link(words.text(question.ask), question_url(question.id, visit, site))


def second_round(found: Checklist, visit: Visit, site: Site) -> Link | None:
    """Return the offer to answer the questions of the second round, and how much they settle."""
    left = open_details(found.library, visit.situation, visit.journeys)
    if not left:
        return None
    names = {question.id for question in left}
    touched = {subject.id for name in names for subject in found.plan.touched_by[name]}
    entries = (p.entry for p in found.steps if p.entry.state is not State.DONE)
    count = sum(
        1
        for entry in entries
        if entry.step.id in touched and not names.isdisjoint(found.settled_by(entry))
    )
    asks = ngettext("%(num)s more question", "%(num)s more questions", len(left))
    steps = ngettext("%(num)s step", "%(num)s steps", count)
    said = _("Answer %(asks)s to settle %(steps)s", asks=asks, steps=steps)
    if not count:  # they change what a step or a choice says
        said = _("Answer %(asks)s", asks=asks)
    return Link(said, question_url(left[0].id, visit, site, origin="details"))


def _choice_card(choice: Choice, words: Words) -> ChoiceCard:
    page = Link(words.text(choice.title), url_for("citizen.own_choice", choice=choice.id))
    return ChoiceCard(page, choice, words)


def _on_list(step_ids: tuple[str, ...], words: Words) -> tuple[Link, ...]:
    steps = words.library.steps
    return tuple(Link(words.text(steps[step].do), step) for step in step_ids)
