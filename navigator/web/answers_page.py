"""Check your answers: exactly the questions asked on this path, each with a way to change it."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.engine import Who, Words, asked, next_question, open_details
from navigator.web.language import gettext as _
from navigator.web.page import Page, whose_plan
from navigator.web.question_page import WHO, question_url
from navigator.web.site import Site
from navigator.web.visit import Visit, words_for


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its answer in words, and where to change it."""

    ask: str
    answer: str
    change: str


@dataclass(frozen=True, kw_only=True)
class AnswersPage(Page):
    """All answers of a path. ``next_url`` leads to the next question while one is left.

    ``unused`` names the questions whose answers the site can no longer read.
    """

    answers: tuple[Answered, ...]
    unused: tuple[str, ...]
    next_url: str
    more_later: int


def answers_page(visit: Visit, site: Site) -> AnswersPage:
    """Return the answers of ``visit``."""
    words = words_for(visit, site)
    library, situation = site.library, visit.situation
    question = next_question(library, situation, visit.journeys)
    return AnswersPage(
        heading=_("Check the answers") if words.helping else _("Check your answers"),
        plan=whose_plan(visit, site),
        helping=words.helping,
        answers=given(visit, site, words),
        unused=tuple(_unused(words, visit)),
        next_url=question_url(question.id, visit, site) if question else "",
        more_later=len(open_details(library, situation, visit.journeys)),
    )


def given(visit: Visit, site: Site, words: Words) -> tuple[Answered, ...]:
    """Return for whom the plan is, and what was answered on this path."""
    situation = visit.situation
    counted = situation.without(*_not_counted(words))
    told = (
        Answered(
            words.text(question.ask),
            words.answer(question.id, words.reading.answers[question.id]),
            question_url(question.id, visit, site, origin="answers"),
        )
        for question in asked(site.library, counted, visit.journeys)
    )
    return _for_whom(visit, site), *told


def who_words() -> dict[Who, str]:
    """Return whom a plan can be for, in words."""
    return {
        Who.ME: _("For me"),
        Who.SOMEONE_CLOSE: _("For a relative or friend"),
        Who.CLIENT: _("For a client I work with"),
    }


def _for_whom(visit: Visit, site: Site) -> Answered:
    url = question_url(WHO, visit, site, origin="answers")
    return Answered(_("Who is this plan for?"), who_words()[visit.situation.who], url)


def _not_counted(words: Words) -> list[str]:
    """Return the answers that are as if not given, such as an option no longer offered."""
    reading = words.reading
    return [
        name
        for name in reading.answers
        if name not in words.library.questions or reading.is_open(name)
    ]


def _unused(words: Words, visit: Visit) -> list[str]:
    """Return the questions whose answers are of another kind, beyond limits, or not offered."""
    questions = words.library.questions
    found = dict.fromkeys((*words.reading.ignored, *_not_counted(words), *visit.beyond))
    return [
        words.text(questions[name].ask) if name in questions else _("A question we no longer ask")
        for name in found
    ]
