"""A person's own pages: from the first question to an ordered checklist."""

from __future__ import annotations

from flask import Blueprint, Response, abort, redirect, request, session, url_for
from werkzeug.wrappers import Response as BaseResponse

from navigator.content.library import Question
from navigator.engine import Mark, MarkKind, Who, next_question, open_details
from navigator.engine.life import Life
from navigator.engine.relevance import plan_of
from navigator.rules import Truth
from navigator.web import messages
from navigator.web.answers_page import answers_page
from navigator.web.checklist_page import checklist_page
from navigator.web.choice_page import own_choice_page
from navigator.web.clear_page import clear_page
from navigator.web.failures import FailurePage
from navigator.web.forms import FORMS, PlainForm, WhoForm
from navigator.web.language import gettext as _
from navigator.web.own_step_page import own_step_page
from navigator.web.page import Page, came_from, rendered
from navigator.web.part_page import part_page
from navigator.web.question_page import WHO, ask, question_page, question_url
from navigator.web.session import forget
from navigator.web.site import NEUTRAL_SITE, Site, current_site
from navigator.web.typed import TypedError
from navigator.web.visit import Visit, keep, read_visit, words_for
from navigator.web.wanted import Wanted, wanted
from navigator.web.who_page import WhoAsked, another_page, who_page

citizen = Blueprint("citizen", __name__)

Answer = str | BaseResponse | tuple[str, int]


@citizen.get("/<journey>/<question>")
def question(journey: str, question: str) -> Answer:
    """Ask one question."""
    site, visit = current_site(), read_visit(current_site())
    asked, asks_for = _question_of(journey, question, visit, site), wanted([journey], site)
    if visit.is_begun and not asks_for.is_in(visit):
        return rendered("another", another_page(visit, site, asks_for))
    if asked is None:
        return rendered("question", who_page(visit, site, asks_for))
    prepared = ask(asked, visit, site)
    if prepared.words.reading.applies(asked.id) is Truth.NO:
        return redirect(_after_answer(None, visit, site))
    return rendered("question", question_page(prepared, visit, site, journey))


@citizen.post("/<journey>/<question>")
def answer(journey: str, question: str) -> Answer:
    """Take the answer to one question and go on to the next, or show what to put right."""
    site, visit = current_site(), read_visit(current_site())
    asked, asks_for = _question_of(journey, question, visit, site), wanted([journey], site)
    if visit.is_begun and not asks_for.is_in(visit):
        return redirect(asks_for.url(".question", question=WHO))
    if asked is None:
        return _answer_who(asks_for, visit, site)
    prepared = ask(asked, visit, site)
    form = FORMS[prepared.control](prepared)
    if form.validate():
        told = visit.on(*(visit.journeys or (journey,))).telling(asked.id, form.value)
        if keep(told, site):
            return redirect(_after_answer(asked, told, site), 303)
        form.wrong = TypedError(messages.too_long())
    return rendered("question", question_page(prepared, visit, site, journey, form)), 400


@citizen.post("/<journey>/")
def begin(journey: str) -> Answer:
    """Begin journeys while there is a plan: add them to the plan, or start over with them."""
    site, visit = current_site(), read_visit(current_site())
    if journey not in site.library.journeys:
        abort(404)
    asks_for = wanted([journey], site)
    if not visit.is_begun:
        return redirect(asks_for.url(".question", question=WHO), 303)
    if not PlainForm().validate():
        return rendered("another", another_page(visit, site, asks_for)), 400
    if request.form.get("way") == "add":
        added = asks_for.added_to(visit, site)
        if not keep(added, site):
            return _not_done(messages.too_long())
        return redirect(_after_answer(None, added, site), 303)
    session.clear()
    return redirect(asks_for.url(".question", question=WHO), 303)


@citizen.get("/answers")
def answers() -> str:
    """Show what was answered on this path, each with a way to change it."""
    site, visit = current_site(), read_visit(current_site())
    if not visit.is_begun:
        return _nothing_yet()
    return rendered("answers", answers_page(visit, site))


@citizen.get("/checklist")
def checklist() -> str:
    """Show the plan so far."""
    site, visit = current_site(), read_visit(current_site())
    if not visit.is_begun:
        return _nothing_yet()
    return rendered("checklist", checklist_page(visit, site))


@citizen.get("/checklist/print")
def whole_checklist() -> str:
    """Show all that the plan says on one page, to print or to keep."""
    site, visit = current_site(), read_visit(current_site())
    if not visit.is_begun:
        return _nothing_yet()
    return rendered("checklist", checklist_page(visit, site, whole=True))


@citizen.get("/checklist/<step>")
def own_step(step: str) -> Answer:
    """Show all about one step of the plan; one that is not on it as everyone may read it."""
    site, visit = current_site(), read_visit(current_site())
    if step not in site.library.steps:
        abort(404)
    page = own_step_page(step, visit, site) if visit.is_begun else None
    if page is None:
        return redirect(url_for("public.step", step=step))
    return rendered("own_step", page)


@citizen.get("/checklist/more/<part>")
def plan_part(part: str) -> str:
    """Show a part of a long plan that has no room on the first page."""
    site, visit = current_site(), read_visit(current_site())
    if not visit.is_begun:
        return _nothing_yet()
    page = part_page(part, request.args.get("page", 1, type=int), visit, site)
    return rendered("plan_part", page or abort(404))


@citizen.get("/checklist/choices/<choice>")
def own_choice(choice: str) -> Answer:
    """Show a hard decision of the plan; one that is not on it as everyone may read it."""
    site, visit = current_site(), read_visit(current_site())
    found = site.library.choices.get(choice) or abort(404)
    page = own_choice_page(found, visit, site) if visit.is_begun else None
    if page is None:
        return redirect(url_for("public.choice", choice=choice))
    return rendered("choice", page)


@citizen.post("/checklist")
def mark() -> Answer:
    """Note what the person says of a step; ``mark`` is "step:kind", or "step:" to take it off."""
    site, visit = current_site(), read_visit(current_site())
    if not visit.is_begun:
        return redirect(url_for(".checklist"), 303)
    if not PlainForm().validate():
        return _not_done(messages.nothing_changed())
    step_id, _colon, kind = request.form.get("mark", "").partition(":")
    if step_id not in site.library.steps or kind not in {"", *(kind.value for kind in MarkKind)}:
        abort(400)
    found = _new_mark(step_id, MarkKind(kind), visit, site) if kind else None
    if not keep(visit.marking(step_id, found), site):
        return _not_done(messages.too_long())
    return redirect(url_for(".checklist", _anchor=f"step-{step_id}"), 303)


@citizen.get("/stay")
def stay() -> Response:
    """Keep the answers in this browser from being forgotten; asking is enough."""
    if not read_visit(current_site()).is_begun:
        abort(404)
    return Response("ok\n", mimetype="text/plain")


@citizen.get("/clear")
def clear() -> Answer:
    """Ask before all answers in this browser are cleared."""
    site, visit = current_site(), read_visit(current_site())
    if not visit.is_begun:
        return _nothing_yet()
    return rendered("clear", clear_page(visit, site))


@citizen.post("/start-over")
def start_over() -> Answer:
    """Forget all answers and begin again."""
    if read_visit(current_site()).is_begun and not PlainForm().validate():
        return _not_done(messages.nothing_changed())
    session.clear()
    return redirect(url_for("public.home"), 303)


@citizen.post("/leave")
def leave() -> BaseResponse:
    """Leave at once: forget everything and go to a site that says nothing about anybody."""
    response = redirect(NEUTRAL_SITE, 303)
    forget(response, request)
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


@citizen.get("/health")
def health() -> Response:
    """Say that the service answers."""
    return Response("ok\n", mimetype="text/plain")


def _answer_who(asks_for: Wanted, visit: Visit, site: Site) -> Answer:
    form = WhoForm(WhoAsked())
    if form.validate():
        plan = asks_for.added_to(visit, site)
        told = plan.for_whom(Who(form.value), shared=bool(form.shared.data))
        keep(told, site)
        return redirect(_after_answer(None, told, site), 303)
    return rendered("question", who_page(visit, site, asks_for, form)), 400


def _after_answer(asked: Question | None, visit: Visit, site: Site) -> str:
    """Return where to go: a question that is open now, or back to where the person came from."""
    library, situation, journeys = site.library, visit.situation, visit.journeys
    if not visit.who_told:
        return question_url(WHO, visit, site)
    origin = came_from()
    if origin == "details":
        left = open_details(library, situation, journeys)
        if left:
            return question_url(left[0].id, visit, site, origin="details")
        return url_for(".checklist")
    found = next_question(library, situation, journeys)
    if found is not None and (asked is None or found.id != asked.id):
        return question_url(found.id, visit, site)
    return url_for(".checklist" if origin == "checklist" else ".answers")


def _question_of(journey: str, question: str, visit: Visit, site: Site) -> Question | None:
    """Return the question of a plan, None for *who for*; anything else is no page."""
    if journey not in site.library.journeys:
        abort(404)
    if question == WHO:
        return None
    plan = plan_of(site.library, visit.journeys if journey in visit.journeys else (journey,))
    if question not in plan.questions and question not in plan.details:
        abort(404)
    return site.library.questions[question]


def _new_mark(step_id: str, kind: MarkKind, visit: Visit, site: Site) -> Mark:
    plan = plan_of(site.library, visit.journeys)
    if step_id not in plan.routes.steps:
        abort(400)
    life = Life(plan.routes, visit.situation, words_for(visit, site).reading)
    turn = life.clock(step_id).turn
    on = visit.situation.today if kind in (MarkKind.WAITING, MarkKind.REFUSED) else None
    return Mark(kind, on, turn)


def _not_done(why: str) -> Answer:
    return rendered("failure", FailurePage(heading=_("That was not done"), text=why)), 400


def _nothing_yet() -> str:
    return rendered("nothing_yet", Page(heading=_("There is no plan in this browser yet")))
