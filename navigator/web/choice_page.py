"""A hard decision with its ways: as everyone may read it, and with a person's own days and sums."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from navigator.content.library import Choice, ChoiceOption, Wording
from navigator.engine import Words, checklist
from navigator.engine.audience import Audience, audience
from navigator.rules import Truth
from navigator.web.general_words import general_words
from navigator.web.language import gettext as _
from navigator.web.page import Link, Page, whose_plan
from navigator.web.prose import prose
from navigator.web.public_page import journey_link
from navigator.web.site import Site
from navigator.web.visit import Visit, words_for

_EVERYONE = Audience(True, ())


@dataclass(frozen=True, slots=True)
class ChoiceWay:
    """One way in a hard decision: whom it fits; each line has a heading and a text."""

    label: str
    fits: Audience
    lines: tuple[tuple[str, Markup], ...]


@dataclass(frozen=True, kw_only=True)
class ChoicePage(Page):
    """A hard decision with its ways; none is recommended.

    ``own`` says whether it is a person's own, with the ways open to them.
    """

    intro: Markup
    ways: tuple[ChoiceWay, ...]
    own: bool
    who_for: Audience
    journeys: tuple[Link, ...]


def choice_page(choice: Choice, site: Site) -> ChoicePage:
    """Return ``choice`` as everyone may read it: where texts differ, what is true in general."""
    words = general_words(site)
    journeys = (j for j in site.library.journeys.values() if choice.id in j.choices)
    return ChoicePage(
        heading=words.text(choice.title),
        intro=prose(words.text(choice.intro)),
        ways=tuple(_way(o, words, audience(o.when, words)) for o in choice.options),
        own=False,
        who_for=audience(choice.when, words),
        journeys=tuple(journey_link(journey) for journey in journeys),
    )


def own_choice_page(choice: Choice, visit: Visit, site: Site) -> ChoicePage | None:
    """Return ``choice`` with what ``visit`` told; None when this person does not face it."""
    words = words_for(visit, site)
    if choice not in checklist(site.library, visit.situation, visit.journeys).choices():
        return None
    return ChoicePage(
        heading=words.text(choice.title),
        plan=whose_plan(visit, site),
        helping=words.helping,
        discreet=True,
        intro=prose(words.text(choice.intro)),
        ways=ways(choice, words),
        own=True,
        who_for=_EVERYONE,
        journeys=(),
    )


def ways(choice: Choice, words: Words) -> tuple[ChoiceWay, ...]:
    """Return the ways of ``choice`` open to the one whom ``words`` know."""
    return tuple(
        _way(option, words, _EVERYONE if fits is Truth.YES else audience(option.when, words))
        for option, fits in open_ways(choice, words)
    )


def open_ways(choice: Choice, words: Words) -> Iterator[tuple[ChoiceOption, Truth]]:
    """Yield the options of ``choice`` that are or may be open, and which of both."""
    for option in choice.options:
        fits = Truth.YES if option.when is None else option.when.decide(words.reading)
        if fits is not Truth.NO:
            yield option, fits


def _way(option: ChoiceOption, words: Words, fits: Audience) -> ChoiceWay:
    lines: tuple[tuple[str, Wording | None], ...] = (
        (_("What it brings"), option.gain),
        (_("What it costs"), option.loss),
        (_("What cannot be undone"), option.undo),
        (_("Until when"), option.until),
    )
    said = ((heading, prose(words.text(text))) for heading, text in lines if text is not None)
    return ChoiceWay(
        words.text(option.label), fits, tuple((heading, text) for heading, text in said if text)
    )
