"""Pages to take a plan along: ways to carry it, what goes into a file, a note to hand over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from flask import request
from flask_wtf.csrf import generate_csrf

from navigator.engine import Checklist, Words, asked, checklist
from navigator.engine.life import State
from navigator.engine.order import Placed
from navigator.engine.summary import contact
from navigator.engine.timing import due_words, opens_words
from navigator.web.answers_page import Answered, given
from navigator.web.language import gettext as _
from navigator.web.language import ngettext
from navigator.web.page import Mistake, Page, whose_plan
from navigator.web.site import Site
from navigator.web.visit import Visit, words_for

_LONGEST_MAIL = 1800  # characters of an address that every mail program takes
_MOST_OPEN = 14  # lines that fit on one sheet with all else


@dataclass(frozen=True, slots=True)
class Field:
    """Something that may go into the file: its name there, and what it says."""

    name: str
    ask: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class CarryPage(Page):
    """The ways to take a plan along."""

    mail: str
    csrf: str


@dataclass(frozen=True, kw_only=True)
class FilePage(Page):
    """What goes into the file, each part shown and ticked off one by one."""

    fields: tuple[Field, ...]
    csrf: str


@dataclass(frozen=True, kw_only=True)
class LoadPage(Page):
    """Takes a file that was saved before; ``begun`` names the plan that would be lost."""

    mistakes: tuple[Mistake, ...]
    begun: str
    csrf: str


@dataclass(frozen=True, slots=True)
class OpenStep:
    """A step in one line: what to do, by when, where and at which number."""

    do: str
    when: str
    where: str
    phone: str


@dataclass(frozen=True, kw_only=True)
class HandoverPage(Page):
    """One page for whoever goes on: what was told, what is done, what is open, what comes next."""

    today: str
    facts: tuple[Answered, ...]
    done: tuple[str, ...]
    first: tuple[OpenStep, ...]
    open: tuple[OpenStep, ...]
    more: str


def carry_page(visit: Visit, site: Site) -> CarryPage:
    """Return the page that offers every way to take the plan along."""
    words = words_for(visit, site)
    found = checklist(site.library, visit.situation, visit.journeys)
    return CarryPage(
        heading=_("Take the plan along") if words.helping else _("Take your plan along"),
        plan=whose_plan(visit, site),
        helping=words.helping,
        discreet=True,
        mail=_mail(found, words),
        csrf=generate_csrf(),
    )


def file_page(visit: Visit, site: Site) -> FilePage:
    """Return the page that shows what the file will hold."""
    words = words_for(visit, site)
    path = asked(site.library, visit.situation, visit.journeys)
    return FilePage(
        heading=_("What goes into the file"),
        plan=whose_plan(visit, site),
        helping=words.helping,
        discreet=True,
        fields=tuple(
            Field(q.id, words.text(q.ask), words.answer(q.id, words.reading.answers[q.id]))
            for q in path
        ),
        csrf=generate_csrf(),
    )


def load_page(visit: Visit, site: Site, wrong: str = "") -> LoadPage:
    """Return the page that takes a file."""
    return LoadPage(
        heading=_("Open a plan from a file"),
        discreet=True,
        wrong=bool(wrong),
        mistakes=(Mistake(wrong, "file"),) if wrong else (),
        begun=whose_plan(visit, site),
        csrf=generate_csrf(),
    )


def handover_page(visit: Visit, site: Site) -> HandoverPage:
    """Return the note for whoever goes on helping; it names nobody."""
    words = words_for(visit, site)
    found = checklist(site.library, visit.situation, visit.journeys)
    ahead = [p for p in found.to_do if p.entry.step.id not in found.next]
    rest = len(ahead) - _MOST_OPEN + len(found.may_apply)
    return HandoverPage(
        heading=_("Note to hand over"),
        plan=whose_plan(visit, site),
        helping=words.helping,
        discreet=True,
        today=words.day(visit.situation.today),
        facts=given(visit, site, words),
        done=tuple(words.text(p.entry.step.do) for p in found.done),
        first=tuple(open_steps(first(found), found, words)),
        open=tuple(open_steps(ahead[:_MOST_OPEN], found, words)),
        more=ngettext("and %(num)s more on the plan", "and %(num)s more on the plan", rest)
        if rest > 0
        else "",
    )


def first(found: Checklist) -> Iterator[Placed]:
    """Yield what to do first."""
    return (placed for placed in found.to_do if placed.entry.step.id in found.next)


def open_steps(steps: Iterable[Placed], found: Checklist, words: Words) -> Iterator[OpenStep]:
    """Yield each of ``steps`` in one line."""
    for placed in steps:
        step = placed.entry.step
        office = contact(words.library.agencies[step.agency], words.reading)
        when = due_words(placed.entry, found.situation, words)
        yield OpenStep(
            words.text(step.do),
            when or opens_words(placed.entry, words),
            office.name,
            step.phone or office.phone or "",
        )


def _mail(found: Checklist, words: Words) -> str:
    """Return the address that opens the person's own mail program with the list in it.

    The code of a saved plan is not in it: whoever reads the mail must not open the plan.
    """
    subject = _("My plan: the next steps")
    head = [_("My next steps, as of %(day)s:", day=words.day(found.situation.today)), ""]
    tail = ["", _("Guidance, not a decision."), request.url_root]
    text = "\r\n".join([*head, *tail])
    for line in _mail_lines(found, words):
        longer = "\r\n".join([*head, line, *tail])
        if len(_mailto(subject, longer)) > _LONGEST_MAIL:
            break
        head.append(line)
        text = longer
    return _mailto(subject, text)


def _mailto(subject: str, text: str) -> str:
    return f"mailto:?subject={quote(subject)}&body={quote(text)}"


def _mail_lines(found: Checklist, words: Words) -> Iterator[str]:
    ahead = (p for p in found.to_do if p.entry.state is not State.NOT_YET)
    for line in open_steps(ahead, found, words):
        yield ". ".join(
            part for part in (f"- {line.do}", line.when, line.where, line.phone) if part
        )
