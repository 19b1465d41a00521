"""The pages that are the same for everyone: what there is, and how to find it. No cookie is set."""

from __future__ import annotations

from importlib import import_module

from flask import Blueprint, Response, abort, make_response, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from navigator.web import public_page
from navigator.web.choice_page import choice_page
from navigator.web.home_page import home_page
from navigator.web.page import rendered
from navigator.web.question_page import WHO
from navigator.web.site import current_site
from navigator.web.wanted import wanted

public = Blueprint("public", __name__)

Answer = str | BaseResponse | tuple[str, int]


@public.get("/")
def home() -> str:
    """Ask what is happening."""
    return rendered("home", home_page(current_site()))


@public.get("/start")
def start() -> Answer:
    """Lead into one interview for all that was ticked. Nothing changes yet, so a GET will do."""
    site = current_site()
    asks_for = wanted(request.args.getlist("journey"), site)
    if not asks_for.journeys:
        return rendered("home", home_page(site, nothing_ticked=True)), 400
    return redirect(asks_for.url("citizen.question", question=WHO), 303)


@public.get("/<journey>/")
def journey(journey: str) -> str:
    """Say what a journey gives, how long it takes and what is not stored."""
    site = current_site()
    found = site.library.journeys.get(journey) or abort(404)
    return rendered("journey", public_page.journey_page(found, site))


@public.get("/steps/<step>")
def step(step: str) -> str:
    """Show a step as everyone may read it."""
    site = current_site()
    found = site.library.steps.get(step) or abort(404)
    return rendered("step", public_page.step_page(found, site))


@public.get("/agencies/<agency>")
def agency(agency: str) -> str:
    """Show an agency, who may act for others there, and its steps."""
    site = current_site()
    found = site.library.agencies.get(agency) or abort(404)
    return rendered("agency", public_page.agency_page(found, site))


@public.get("/choices/<choice>")
def choice(choice: str) -> str:
    """Show a hard decision as everyone may read it."""
    site = current_site()
    found = site.library.choices.get(choice) or abort(404)
    return rendered("choice", choice_page(found, site))


@public.get("/find")
def find() -> Response:
    """Search by everyday words. What was searched for is nobody's business: nothing keeps it."""
    searching = import_module("navigator.web.find_page")  # by a library that most visits spare
    page = searching.find_page(request.args.get("q", ""), current_site())
    response = make_response(rendered("find", page))
    response.cache_control.no_store = True
    return response
