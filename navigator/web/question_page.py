"""One question a page: what is asked, what was answered before, what is wrong, how far it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from babel.dates import get_month_names
from flask import request, url_for
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup

from navigator.content.library import Question
from navigator.engine import Who, progress
from navigator.engine.relevance import plan_of
from navigator.engine.telling import told_options
from navigator.rules import LengthKind, Reading, Truth
from navigator.web import messages
from navigator.web.asked import Asked, Choice, asked
from navigator.web.forms import AnswerForm, periods, ticked_before, typed_before
from navigator.web.language import current_language, ngettext
from navigator.web.language import gettext as _
from navigator.web.page import Mistake, Page, came_from, here, whose_plan
from navigator.web.prose import prose
from navigator.web.site import Site
from navigator.web.visit import Visit, words_for

WHO = "who_for"
_OF_MONTHS = ("date", "month")


@dataclass(frozen=True, kw_only=True)
class QuestionPage(Page):
    """A question as shown. ``control`` names the macro; ``typed`` and ``ticked`` fill it again.

    ``is_told``: other answers ticked something here. ``before`` says how the question was answered
    when no field can show it. ``shared`` says whether others use this device; None where that is
    not asked.
    """

    control: str
    action: str
    csrf: str
    back: str
    progress: str
    hint: Markup = field(default_factory=Markup)
    why: Markup = field(default_factory=Markup)
    how_to_ask: Markup = field(default_factory=Markup)
    choices: tuple[Choice, ...] = ()
    months: Mapping[int, str] = field(default_factory=dict)
    periods: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    ticked: frozenset[str] = frozenset()
    before: str = ""
    is_told: bool = False
    mistakes: tuple[Mistake, ...] = ()
    wrong_field: str = ""
    can_skip: bool = True
    sensitive: bool = False
    shared: bool | None = None


def question_page(
    question: Asked, visit: Visit, site: Site, journey: str, form: AnswerForm | None = None
) -> QuestionPage:
    """Return the page of ``question``; with ``form`` as it was sent, and what is wrong with it."""
    said, words = question.question, question.words
    answer = words.reading.answers.get(said.id, visit.beyond.get(said.id))
    told = _told(question, visit)
    is_caseworker = visit.situation.who is Who.CLIENT
    found = mistakes(form)
    return QuestionPage(
        heading=words.text(said.ask),
        plan=whose_plan(visit, site),
        helping=words.helping,
        discreet=said.sensitive,
        wrong=bool(found),
        control=question.control,
        action=here(),
        csrf=generate_csrf(),
        back=_back(said, visit, words.reading, site, journey),
        progress=_progress(said, visit, site),
        hint=prose(words.text(said.hint)),
        why=prose(words.text(said.why)),
        how_to_ask=prose(words.text(said.how_to_ask)) if is_caseworker else Markup(),
        choices=question.choices,
        months=_months() if question.control in _OF_MONTHS else {},
        periods=periods() if question.period else {},
        unit=_unit(said),
        typed=form.typed() if form else _typed(question, answer),
        ticked=form.ticked() if form else told or ticked_before(question.control, answer),
        is_told=bool(told) and form is None,
        before=_before(question, visit, form),
        mistakes=found,
        wrong_field=form.wrong_field if form and found else "",
        sensitive=said.sensitive,
    )


def ask(question: Question, visit: Visit, site: Site) -> Asked:
    """Return ``question`` as it is asked in this visit."""
    return asked(question, words_for(visit, site), visit.situation)


def mistakes(form: AnswerForm | None) -> tuple[Mistake, ...]:
    """Return what has to be put right in ``form``."""
    if form is None:
        return ()
    if form.is_stale:
        return (Mistake(messages.old_page(bool(request.cookies)), form.first),)
    return (Mistake(form.wrong.message, form.wrong_field),) if form.wrong else ()


def question_url(question: str, visit: Visit, site: Site, origin: str = "") -> str:
    """Return where ``question`` is asked: under the first journey of the plan that asks it.

    ``origin`` is the page to return to: "answers", "checklist", "details" (the second round).
    """
    for journey in visit.journeys:
        found = site.library.journeys[journey]
        if question == WHO or question in found.first or question in found.details:
            url = url_for("citizen.question", journey=journey, question=question)
            return f"{url}?from={origin}" if origin else url
    return url_for("public.home")


def _typed(question: Asked, answer: object) -> dict[str, str]:
    found = typed_before(question.control, answer)
    if question.period and "per" not in found:
        found["per"] = question.period
    return found


def _told(question: Asked, visit: Visit) -> frozenset[str]:
    """Return what other answers tick, as long as the question has no answer of its own."""
    name = question.question.id
    if question.control != "any_of" or name in visit.situation.answers or name in visit.beyond:
        return frozenset()
    return told_options(question.question, question.words.reading) & question.offered


def _before(question: Asked, visit: Visit, form: AnswerForm | None) -> str:
    """Return *I'm not sure* or *Prefer not to say* where a button, not a field, gave it."""
    by_button = question.control not in ("yes_no", "one_of")
    answers, name = visit.situation.answers, question.question.id
    if form is None and by_button and name in answers and answers[name] in (None, "declined"):
        return question.words.answer(name, answers[name])
    return ""


def _back(question: Question, visit: Visit, reading: Reading, site: Site, journey: str) -> str:
    """Return the page before: the last question answered before this one that still applies."""
    if origin := came_from():
        return url_for("citizen.answers" if origin == "answers" else "citizen.checklist")
    if not visit.is_begun:
        return url_for("public.journey", journey=journey)
    earlier = WHO
    for name in plan_of(site.library, visit.journeys).questions:
        if name == question.id:
            break
        if name in visit.situation.answers and reading.applies(name) is not Truth.NO:
            earlier = name
    return question_url(earlier, visit, site)


def _progress(question: Question, visit: Visit, site: Site) -> str:
    """Return how many questions are left after this one, in words; "" when changing an answer."""
    if not visit.is_begun or came_from():
        return ""
    so_far = progress(site.library, visit.situation, visit.journeys)
    left = so_far.at_most_left - (question.id not in visit.situation.answers)
    if left <= 0:
        return _("This is the last question, unless your answer opens another one.")
    return ngettext(
        "At most %(num)s more question after this one.",
        "At most %(num)s more questions after this one.",
        left,
    )


def _months() -> Mapping[int, str]:
    return get_month_names("wide", "stand-alone", current_language().locale)


def _unit(question: Question) -> str:
    if isinstance(question.kind, LengthKind):
        units = {
            "days": _("days"),
            "weeks": _("weeks"),
            "months": _("months"),
            "years": _("years"),
            "business days": _("business days"),
        }
        return units.get(str(question.kind.unit), "")
    return question.unit or ""
