"""A step as a card: everything a person needs to take it, in words, for the one who reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

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


@dataclass(frozen=True, eq=False)
class StepCard:
    """A step as it is shown: each text is made when a page first says it, as most say few.

    ``paper_ids`` are the documents to bring. An empty text is not said.
    """

    step: Step
    words: Words
    paper_ids: tuple[str, ...]

    @property
    def id(self) -> str:
        """The step's id."""
        return self.step.id

    @cached_property
    def do(self) -> str:
        """What to do, in one line."""
        return self.words.text(self.step.do)

    @cached_property
    def reach(self) -> Reach:
        """How to reach the office."""
        return reach(self.step, self._agency, self.words)

    @cached_property
    def how(self) -> Markup:
        """How to do it."""
        return self._text(self.step.how)

    @cached_property
    def takes(self) -> Markup:
        """How long it takes."""
        return self._text(self.step.takes)

    @cached_property
    def cost(self) -> Markup:
        """What it costs."""
        return self._text(self.step.cost)

    @cached_property
    def say(self) -> Markup:
        """What to say."""
        return self._text(self.step.say)

    @cached_property
    def next(self) -> Markup:
        """What happens next."""
        return self._text(self.step.next)

    @cached_property
    def in_person(self) -> Markup:
        """Where to go."""
        return self._text(self.step.in_person)

    @cached_property
    def mail(self) -> Markup:
        """Where to write to."""
        return self._text(self.step.mail)

    @cached_property
    def online_only(self) -> Markup:
        """Why it can only be done online."""
        return self._text(self.step.online_only)

    @cached_property
    def if_late(self) -> Markup:
        """What to do once the day has passed."""
        return self._text(self.step.if_late)

    @cached_property
    def if_refused(self) -> Markup:
        """What to do after a no."""
        return self._text(self.step.if_refused)

    @cached_property
    def if_silent(self) -> Markup:
        """What to do when no answer comes."""
        return self._text(self.step.if_silent)

    @cached_property
    def repeats(self) -> str:
        """How often, and until when."""
        return _repeats(self.step, self.words)

    @cached_property
    def helper(self) -> HelperCard | None:
        """What somebody who helps may do."""
        return _helper(self.step, self.words)

    @cached_property
    def sources(self) -> tuple[Link, ...]:
        """Where it is written."""
        return tuple(Link(*source_parts(source)) for source in self.step.source)

    @cached_property
    def reviewed(self) -> str:
        """The day it was last compared with its sources."""
        return self.words.day(self.step.reviewed) if self.step.reviewed else ""

    @cached_property
    def check(self) -> frozenset[str]:
        """The keys not confirmed: say so beside them."""
        return frozenset(self.step.confirm) | _of_agency(self._agency, self.step)

    @cached_property
    def check_also(self) -> str:
        """What else is not confirmed, in words."""
        return _check_also(self.step)

    @cached_property
    def not_known(self) -> tuple[str, ...]:
        """The figures past their last known day, in sentences."""
        return not_known(self.step, self.words)

    @cached_property
    def also_called(self) -> str:
        """Its everyday names."""
        return ", ".join(self.step.also_called)

    @cached_property
    def papers(self) -> tuple[PaperCard, ...]:
        """What to bring."""
        documents = self.words.library.documents
        return tuple(paper_card(documents[paper], self.words) for paper in self.paper_ids)

    @property
    def _agency(self) -> Agency:
        return self.words.library.agencies[self.step.agency]

    def _text(self, wording: Wording | None) -> Markup:
        return prose(self.words.text(wording))


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
