"""What everyday words led to: the closest first, the rest by kind, and what if there is nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for

from navigator.engine import Words
from navigator.engine.names import Home
from navigator.engine.search import LONGEST_QUERY, Match, index_of
from navigator.web.general_words import general_words
from navigator.web.language import gettext as _
from navigator.web.page import Link, Page
from navigator.web.site import Site

_CLOSEST = 3
_MOST = 8  # of one kind: who reads on should rather say it in other words


@dataclass(frozen=True, slots=True)
class Found:
    """Something found; ``kind`` says what it is, ``at`` the office of a step."""

    link: Link
    kind: str
    at: str


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """More of what was found, of one kind."""

    heading: str
    found: tuple[Found, ...]


@dataclass(frozen=True, kw_only=True)
class FindPage(Page):
    """The search and what it found. ``typed`` is "" before anything was searched for.

    Its title is only the site's name: what is searched for may tell what a person fears.
    """

    typed: str
    closest: tuple[Found, ...]
    groups: tuple[FoundGroup, ...]


def find_page(query: str, site: Site) -> FindPage:
    """Return what ``query`` may mean; what is longer than a line is cut."""
    typed = " ".join(query.split())[:LONGEST_QUERY]
    matches = index_of(site.library).find(typed)
    words = general_words(site)
    return FindPage(
        heading=_("Search"),
        discreet=True,
        typed=typed,
        closest=tuple(_found(match, words) for match in matches[:_CLOSEST]),
        groups=tuple(_groups(matches[_CLOSEST:], words)),
    )


def _groups(matches: Iterable[Match], words: Words) -> Iterable[FoundGroup]:
    headings: dict[Home, str] = {
        "journey": _("More life situations"),
        "step": _("More things to do"),
        "choice": _("More decisions"),
        "agency": _("More offices"),
    }
    rest = tuple(matches)
    for home, heading in headings.items():
        of_kind = [_found(match, words) for match in rest if match.home == home]
        if of_kind:
            yield FoundGroup(heading, tuple(of_kind[:_MOST]))


def _found(match: Match, words: Words) -> Found:
    library, name = words.library, match.id
    match match.home:
        case "journey":
            link = Link(library.journeys[name].title, url_for("public.journey", journey=name))
            return Found(link, _("Life situation"), "")
        case "choice":
            title = words.text(library.choices[name].title)
            return Found(Link(title, url_for("public.choice", choice=name)), _("Decision"), "")
        case "agency":
            title = library.agencies[name].contact.name
            return Found(Link(title, url_for("public.agency", agency=name)), _("Office"), "")
    step = library.steps[name]
    link = Link(words.text(step.do), url_for("public.step", step=name))
    return Found(link, _("Something to do"), library.agencies[step.agency].contact.name)
