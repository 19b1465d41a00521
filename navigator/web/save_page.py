"""Pages to save a plan, to open it again, and to see what changed meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from importlib import import_module

from flask import request, url_for
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup

from navigator.engine import Since, Words, next_question
from navigator.engine.report import why_not
from navigator.storage import CodeError, SavedPlan, shown_code
from navigator.storage.return_code import LENGTH
from navigator.web.kept import LIFETIMES, USUAL_LIFETIME, Kept, changes_since, is_all_kept
from navigator.web.language import gettext as _
from navigator.web.language import ngettext
from navigator.web.page import Link, Mistake, Page, whose_plan
from navigator.web.question_page import question_url
from navigator.web.site import Site
from navigator.web.visit import Visit, words_for


@dataclass(frozen=True, slots=True)
class Lifetime:
    """How long a plan may be kept, in words."""

    days: int
    said: str
    usual: bool


@dataclass(frozen=True, kw_only=True)
class SavePage(Page):
    """Saves a plan, or shows under which ``code`` it is kept and what can be done with it."""

    csrf: str
    lifetimes: tuple[Lifetime, ...]
    shared: bool
    code: str = ""
    spelled: str = ""
    picture: Markup | None = None
    address: str = ""
    last_day: str = ""
    all_kept: bool = True
    gone: bool = False
    elsewhere: bool = False
    failed: str = ""


@dataclass(frozen=True, kw_only=True)
class ReturnPage(Page):
    """Asks for the code; with what was ``typed``, and what is wrong with it.

    ``begun`` names the plan that this browser has already: it is asked about first.
    """

    csrf: str
    typed: str = ""
    mistakes: tuple[Mistake, ...] = ()
    begun: str = ""


@dataclass(frozen=True, slots=True)
class ToldStep:
    """A step that is different now, and why."""

    step: Link
    why: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SincePage(Page):
    """What changed since the plan was kept; ``groups`` are headings with their steps."""

    kept_on: str
    groups: tuple[tuple[str, tuple[ToldStep, ...]], ...]
    notes: tuple[tuple[str, str], ...]
    next_question: Link | None
    csrf: str


def save_page(visit: Visit, site: Site, failed: str = "") -> SavePage:
    """Return the page that offers to save ``visit``; ``failed`` says why it was not done."""
    return SavePage(
        heading=_("Save the plan and come back") if _helping(visit) else _("Save your plan"),
        plan=whose_plan(visit, site),
        helping=_helping(visit),
        discreet=True,
        csrf=generate_csrf(),
        lifetimes=lifetimes(),
        shared=visit.shared,
        failed=failed,
    )


def saved_page(
    plan: SavedPlan, visit: Visit, site: Site, *, elsewhere: bool = False, failed: str = ""
) -> SavePage:
    """Return the page of a plan that is kept; ``elsewhere``: it was changed on another device."""
    address = request.host_url.rstrip("/") + url_for("saving.reopen")
    picture = import_module("segno").make(f"{address}#{plan.code}", error="m")
    return replace(
        save_page(visit, site, failed),
        heading=_("The plan is saved") if _helping(visit) else _("Your plan is saved"),
        code=shown_code(plan.code),
        spelled=" ".join(plan.code),
        picture=Markup(picture.svg_inline(svgclass="qr", lineclass=None, omitsize=True)),
        address=address,
        last_day=words_for(visit, site).day(plan.expires_on),
        all_kept=is_all_kept(visit),
        elsewhere=elsewhere,
    )


def gone_page(visit: Visit, site: Site) -> SavePage:
    """Return the page for a plan that was kept and is no longer."""
    return replace(save_page(visit, site), heading=_("The saved plan is gone"), gone=True)


def return_page(
    visit: Visit, site: Site, typed: str = "", wrong: str = "", *, ask_first: bool = False
) -> ReturnPage:
    """Return the page that asks for a code."""
    return ReturnPage(
        heading=_("Open a saved plan"),
        discreet=True,
        wrong=bool(wrong),
        csrf=generate_csrf(),
        typed=typed,
        mistakes=(Mistake(wrong, "code"),) if wrong else (),
        begun=whose_plan(visit, site) if ask_first else "",
    )


def since_page(kept: Kept, visit: Visit, site: Site) -> SincePage | None:
    """Return what changed since ``visit`` was kept; None if nothing did."""
    found = changes_since(kept, visit, site)
    words = words_for(visit, site)
    question = _question(visit, site, words)
    if not found and question is None:
        return None
    return SincePage(
        heading=_("What changed since the plan was saved"),
        plan=whose_plan(visit, site),
        helping=words.helping,
        discreet=True,
        kept_on=words.day(kept.on),
        groups=tuple(group for group in _groups(found, words) if group[1]),
        notes=tuple((words.day(day), note) for day, note in _latest_first(found)),
        next_question=question,
        csrf=generate_csrf(),
    )


def wrong_code(error: CodeError) -> str:
    """Return what to say of a code that cannot be right."""
    if error.length == 0:
        return _("Enter the code from your paper, such as 7K2M QX9T 4B8D 1HWZ 6RYC")
    if error.length != LENGTH:
        return ngettext(
            "Enter all %(length)s letters and digits. This has %(num)s",
            "Enter all %(length)s letters and digits. This has %(num)s",
            error.length,
            length=LENGTH,
        )
    return _("Compare each letter and digit with your paper: one of them is not right")


def lifetimes() -> tuple[Lifetime, ...]:
    """Return how long a plan may be kept."""
    said = {30: _("30 days"), 90: _("90 days"), 365: _("1 year")}
    return tuple(Lifetime(days, said[days], days == USUAL_LIFETIME) for days in LIFETIMES)


def last_day(raw: str | None, today: date) -> date:
    """Return the last day of a plan kept as long as was asked for; the usual time otherwise."""
    days = int(raw) if raw in {str(days) for days in LIFETIMES} else USUAL_LIFETIME
    return today + timedelta(days=days)


def _question(visit: Visit, site: Site, words: Words) -> Link | None:
    found = next_question(site.library, visit.situation, visit.journeys)
    if found is None:
        return None
    return Link(words.text(found.ask), question_url(found.id, visit, site))


def _latest_first(found: Since) -> list[tuple[date, str]]:
    """Return each note once: journeys that are changed together say the same."""
    return sorted(dict.fromkeys(found.notes), key=lambda noted: noted[0], reverse=True)


def _helping(visit: Visit) -> bool:
    return visit.situation.helping


def _groups(found: Since, words: Words) -> tuple[tuple[str, tuple[ToldStep, ...]], ...]:
    def told(steps: tuple[str, ...]) -> tuple[ToldStep, ...]:
        return tuple(ToldStep(_to_step(step, words), ()) for step in steps)

    changed = (ToldStep(_to_step(c.step, words), _what_changed(c.days)) for c in found.changed)
    gone = (
        ToldStep(_to_step(step, words, "/steps"), why_not(why, words) if why else ())
        for step, why in found.gone
        if step in words.library.steps
    )
    return (
        (_("The day has passed: see what to do now"), told(found.overdue)),
        (_("Can be done now"), told(found.opened)),
        (_("New in the plan"), told(found.new)),
        (_("Changed"), tuple(changed)),
        (_("No longer in the plan"), tuple(gone)),
    )


def _what_changed(days: bool) -> tuple[str, ...]:
    return (_("Other dates than before."),) if days else (_("The text of this step is new."),)


def _to_step(step: str, words: Words, where: str = "/checklist") -> Link:
    return Link(words.text(words.library.steps[step].do), f"{request.root_path}{where}/{step}")
