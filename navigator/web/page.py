"""What every page hands to its template: a heading, a title, and whose plan it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from flask import render_template, request, url_for

from navigator.web.language import gettext as _
from navigator.web.site import Site
from navigator.web.visit import Visit, journeys_of


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page. ``plan`` says whose plan it belongs to ("" on public pages).

    A ``discreet`` page shows the site's name as its title, not what it is about.
    """

    heading: str
    plan: str = ""
    helping: bool = False
    discreet: bool = False
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something to put right: what to enter, and the id of the field."""

    message: str
    field: str


def came_from() -> str:
    """Return the page that a question was opened from, to return to; "" for none."""
    found = request.args.get("from", "")
    return found if found in ("answers", "checklist", "details") else ""


def here() -> str:
    """Return the address of the present page, to send its form to."""
    origin = came_from()
    path = f"{request.root_path}{request.path}"
    return f"{path}?from={origin}" if origin else path


def whose_plan(visit: Visit, site: Site) -> str:
    """Return which plan this is, in words; "" while there is none."""
    titles = ", ".join(journey.title for journey in journeys_of(visit, site))
    if not titles:
        return ""
    if visit.situation.helping:
        return _("%(journeys)s, for the person you help", journeys=titles)
    return titles


def steps_at(*, whole: bool) -> str:
    """Return what stands before a step's id in a link: a place on the ``whole`` plan, or a page."""
    return "#step-" if whole else f"{url_for('citizen.checklist')}/"


def rendered(name: str, page: Page) -> str:
    """Return ``page`` as the template of that name shows it."""
    return render_template(f"citizen/{name}.html", page=page)
