"""A step as a card: everything a person needs to take it, in words, for the one who reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from navigator.content.library import Agency, Document, Permission, Step, Wording
from navigator.engine.dated import not_known
from navigator.engine.summary import contact as contact_of
from navigator.engine.words import Words
from navigator.rules import PLACES, Cases, Length
from navigator.web.language import gettext as _
from navigator.web.page import Link
from navigator.web.prose import dialed, prose, source_parts, web_address
from navigator.web.unconfirmed import in_words

_WITHOUT_A_LINE = frozenset({"when", "opens", "best_by", "until", "late", "refused"})


@dataclass(frozen=True, slots=True)
class PaperCard:
    """A document: what it is for, how to get it again, what may stand in for it."""

    id: str
    name: str
    why: Markup
    replace: Markup
    instead: Markup


@dataclass(frozen=True, slots=True)
class Reach:
    """How to reach an office; ``dial`` and ``tty_dial`` are what a telephone dials.

    ``unlisted`` is the person's state where that has an office of its own which is not known here.
    """

    name: str
    agency: str
    part_of: str
    link: str
    phone: str
    dial: str
    tty: str
    tty_dial: str
    hours: str
    languages: str
    unlisted: str


@dataclass(frozen=True, slots=True)
class HelperCard:
    """What somebody who helps may do, and the permissions it takes."""

    alone: Markup
    together: Markup
    needs: tuple[Permission, ...]


@dataclass(frozen=True)
class StepCard:
    """A step as it is shown. ``check`` holds the keys not confirmed: say so beside them."""

    id: str
    do: str
    reach: Reach
    how: Markup
    takes: Markup
    cost: Markup
    say: Markup
    next: Markup
    in_person: Markup
    mail: Markup
    online_only: Markup
    if_late: Markup
    if_refused: Markup
    if_silent: Markup
    repeats: str
    helper: HelperCard | None
    sources: tuple[Link, ...]
    reviewed: str
    check: frozenset[str]
    check_also: str
    not_known: tuple[str, ...]
    also_called: str
    papers: tuple[PaperCard, ...] = ()


def step_card(step: Step, words: Words, papers: tuple[str, ...]) -> StepCard:
    """Return ``step`` in words; ``papers`` are the ids of the documents to bring."""
    library = words.library

    def text(wording: Wording | None) -> Markup:
        return prose(words.text(wording))

    return StepCard(
        id=step.id,
        do=words.text(step.do),
        reach=reach(step, library.agencies[step.agency], words),
        how=text(step.how),
        takes=text(step.takes),
        cost=text(step.cost),
        say=text(step.say),
        next=text(step.next),
        in_person=text(step.in_person),
        mail=text(step.mail),
        online_only=text(step.online_only),
        if_late=text(step.if_late),
        if_refused=text(step.if_refused),
        if_silent=text(step.if_silent),
        repeats=_repeats(step, words),
        helper=_helper(step, words),
        sources=tuple(Link(*source_parts(source)) for source in step.source),
        reviewed=words.day(step.reviewed) if step.reviewed else "",
        check=frozenset(step.confirm) | _of_agency(library.agencies[step.agency], step),
        check_also=_check_also(step),
        not_known=not_known(step, words),
        also_called=", ".join(step.also_called),
        papers=tuple(paper_card(library.documents[paper], words) for paper in papers),
    )


def reach(step: Step | None, agency: Agency, words: Words) -> Reach:
    """Return how to reach ``agency`` in the person's state; what ``step`` says comes first."""
    office = contact_of(agency, words.reading)
    phone = (step.phone if step else None) or office.phone or ""
    part_of = words.library.agencies.get(agency.part_of or "")
    return Reach(
        name=office.name,
        agency=agency.id,
        part_of=part_of.contact.name if part_of else agency.part_of or "",
        link=web_address((step.link if step else None) or office.link),
        phone=phone,
        dial=dialed(phone),
        tty=office.tty or "",
        tty_dial=dialed(office.tty),
        hours=office.hours or "",
        languages=office.languages or "",
        unlisted=_unlisted(agency, words),
    )


def _unlisted(agency: Agency, words: Words) -> str:
    state = words.reading[agency.by] if agency.by else None
    if not isinstance(state, str) or state in agency.rows:
        return ""
    return PLACES.get(state, state)


def paper_card(paper: Document, words: Words) -> PaperCard:
    """Return ``paper`` in words."""
    return PaperCard(
        paper.id,
        words.text(paper.name),
        prose(words.text(paper.why)),
        prose(words.text(paper.replace)),
        prose(words.text(paper.instead)),
    )


def every_paper(bring: Cases[tuple[str, ...]] | None) -> tuple[str, ...]:
    """Return the papers of all cases, each once: what to bring where nobody was asked."""
    if bring is None:
        return ()
    return tuple(dict.fromkeys(paper for papers in bring.every() for paper in papers))


def _of_agency(agency: Agency, step: Step) -> frozenset[str]:
    """Return what is not confirmed of the agency and not replaced by the step's own."""
    own = {key for key in ("phone", "link") if getattr(step, key)}
    return frozenset(agency.confirm) - own


def _repeats(step: Step, words: Words) -> str:
    length = step.every.evaluate(words.reading) if step.every else None
    if not isinstance(length, Length):
        return ""
    every = words.length(length)
    until = step.until.evaluate(words.reading) if step.until else None
    if isinstance(until, date):
        return _("Every %(length)s, until %(day)s", length=every, day=words.day(until))
    return _("Every %(length)s", length=every)


def _helper(step: Step, words: Words) -> HelperCard | None:
    if step.helper is None or not words.helping:
        return None
    needs = tuple(words.library.permissions[need] for need in step.helper.needs)
    alone, together = words.text(step.helper.alone), words.text(step.helper.together)
    return HelperCard(prose(alone), prose(together), needs)


def _check_also(step: Step) -> str:
    """Return in words what else is not confirmed: what has no line of its own to say it beside."""
    return in_words(_WITHOUT_A_LINE.intersection(step.confirm))
