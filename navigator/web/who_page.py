"""The first question of every plan: who it is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask import url_for
from flask_wtf.csrf import generate_csrf

from navigator.engine import Who
from navigator.web import messages
from navigator.web.answers_page import who_words
from navigator.web.asked import Choice
from navigator.web.forms import WhoForm
from navigator.web.language import gettext as _
from navigator.web.page import Page, came_from, here, whose_plan
from navigator.web.prose import prose
from navigator.web.question_page import WHO, QuestionPage, mistakes
from navigator.web.site import Site
from navigator.web.visit import Visit
from navigator.web.wanted import Wanted


@dataclass(frozen=True, kw_only=True)
class AnotherPage(Page):
    """Asks what to do with the plan there is before another journey is begun."""

    added: str
    action: str
    csrf: str


class WhoAsked:
    """*Who is this plan for?* as a form sees it."""

    period = None
    accepted: Mapping[str, object] = {who.value: who.value for who in Who}
    skips: Mapping[str, object] = {}

    def empty(self) -> str:
        """Return what to say when nothing was selected."""
        return messages.empty("who")

    def check_limits(self, answer: object) -> None:
        """Take every answer."""


def who_page(
    visit: Visit, site: Site, asks_for: Wanted, form: WhoForm | None = None
) -> QuestionPage:
    """Return the page; with ``form`` as it was sent, and what is wrong with it."""
    found = mistakes(form)
    hints = {
        Who.SOMEONE_CLOSE: _("The questions and the plan are worded for the person you help."),
        Who.CLIENT: _(
            "As a caseworker, counselor or volunteer. Each question says how to ask it. "
            "The answers are forgotten after 30 minutes without use."
        ),
    }
    return QuestionPage(
        heading=_("Who is this plan for?"),
        plan=whose_plan(visit, site),
        wrong=bool(found),
        control="one_of",
        action=here() if came_from() else asks_for.url("citizen.question", question=WHO),
        csrf=generate_csrf(),
        back=_back(asks_for),
        progress="",
        why=prose(_("The questions, the plan and what a helper may do depend on it.")),
        choices=tuple(Choice(w.value, said, hints.get(w, "")) for w, said in who_words().items()),
        ticked=form.ticked() if form else _told(visit),
        mistakes=found,
        wrong_field=form.wrong_field if form and found else "",
        can_skip=False,
        shared=bool(form.shared.data) if form else visit.shared,
    )


def another_page(visit: Visit, site: Site, asks_for: Wanted) -> AnotherPage:
    """Return the page that asks first, when there is a plan for something else."""
    journeys = site.library.journeys
    new = [journeys[each].title for each in asks_for.journeys if each not in visit.journeys]
    return AnotherPage(
        heading=_("You already have a plan in this browser"),
        plan=whose_plan(visit, site),
        helping=visit.situation.helping,
        added=", ".join(f"“{title}”" for title in new),
        action=asks_for.url("citizen.begin"),
        csrf=generate_csrf(),
    )


def _back(asks_for: Wanted) -> str:
    if came_from() == "answers":
        return url_for("citizen.answers")
    if len(asks_for.journeys) > 1:
        return url_for("public.home")
    return asks_for.url("public.journey")


def _told(visit: Visit) -> frozenset[str]:
    return frozenset([visit.situation.who.value] if visit.who_told else [])
