"""Take the plan along: calendar, copy for offline use, file, mail, and a note to hand over."""

from __future__ import annotations

import json
import re
from importlib import import_module
from importlib.resources import files

from flask import Blueprint, Response, abort, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response as BaseResponse

from navigator.engine import SituationError, checklist
from navigator.engine.carried import carried, read_carried
from navigator.web import messages
from navigator.web.carry_page import carry_page, file_page, handover_page, load_page
from navigator.web.checklist_page import checklist_page
from navigator.web.forms import PlainForm
from navigator.web.language import gettext as _
from navigator.web.page import rendered
from navigator.web.site import current_site
from navigator.web.visit import Visit, keep, read_visit, visit_of, words_for
from navigator.web.worker_page import worker_page

carrying = Blueprint("carrying", __name__)

Answer = str | BaseResponse | tuple[str, int]

_LARGEST_FILE = 2_000_000  # bytes: a plan of five journeys is a tenth of this
_SCHEMAS = ("plan", "carried")
_ICON = re.compile(r'<svg class="usa-icon".*?</svg>', re.DOTALL)
_NOTHING = "citizen.checklist"


@carrying.get("/carry")
def carry() -> Answer:
    """Offer every way to take the plan along."""
    visit = read_visit(current_site())
    if not visit.is_begun:
        return redirect(url_for(_NOTHING))
    return rendered("carry", carry_page(visit, current_site()))


@carrying.get("/checklist/worker")
def sheet() -> Answer:
    """Show the plan with rules, sources, contacts and authority, for a worker at an office."""
    visit = read_visit(current_site())
    if not visit.is_begun:
        return redirect(url_for(_NOTHING))
    return rendered("worker", worker_page(visit, current_site()))


@carrying.get("/checklist.ics")
def days() -> Answer:
    """Give the days of the plan as a calendar file."""
    site, visit = current_site(), read_visit(current_site())
    if not visit.is_begun:
        return redirect(url_for(_NOTHING))
    found = checklist(site.library, visit.situation, visit.journeys)
    made = import_module("navigator.engine.ical").calendar(found, words_for(visit, site))
    return _file(made, "text/calendar", "plan.ics")


@carrying.get("/checklist.html")
def copy() -> Answer:
    """Give the whole plan as one page that needs no connection."""
    site, visit = current_site(), read_visit(current_site())
    if not visit.is_begun:
        return redirect(url_for(_NOTHING))
    page = checklist_page(visit, site, whole=True)
    text = _ICON.sub("", render_template("citizen/copy.html", page=page))
    whole = text.replace('href="/', f'href="{request.host_url}')  # for when there is a connection
    return _file(whole.encode(), "text/html", "plan.html")


@carrying.get("/checklist.json")
def fields() -> Answer:
    """Show what a file of the plan would hold, to leave out parts of it."""
    visit = read_visit(current_site())
    if not visit.is_begun:
        return redirect(url_for(_NOTHING))
    return rendered("file", file_page(visit, current_site()))


@carrying.post("/checklist.json")
def file() -> Answer:
    """Give the plan as a file, with the parts that are ticked."""
    site, visit = current_site(), read_visit(current_site())
    if not visit.is_begun:
        return redirect(url_for(_NOTHING), 303)
    if not PlainForm().validate():
        return rendered("file", file_page(visit, site)), 400
    ticked = frozenset(request.form.getlist("answer"))
    parts = frozenset(request.form.getlist("part"))
    content = carried(
        checklist(site.library, visit.situation, visit.journeys),
        words_for(visit, site),
        answers=ticked,
        marks="marks" in parts,
        steps="steps" in parts,
    )
    text = json.dumps(content, ensure_ascii=False, indent=1)
    return _file(text.encode(), "application/json", "plan.json")


@carrying.get("/load")
def load() -> str:
    """Ask for a file that was saved before."""
    site = current_site()
    return rendered("load", load_page(read_visit(site), site))


@carrying.post("/load")
def load_now() -> Answer:
    """Open the plan of a file in this browser, in place of any other."""
    request.max_content_length = _LARGEST_FILE
    site, visit = current_site(), read_visit(current_site())
    sent = request.files.get("file")
    if not PlainForm().validate():
        return rendered("load", load_page(visit, site, messages.nothing_changed())), 400
    if sent is None or not sent.filename:
        return rendered(
            "load", load_page(visit, site, _("Select the file, such as plan.json"))
        ), 400
    with sent.stream as content:
        text = content.read()
    try:
        read = visit_of(read_carried(text), site)
    except SituationError:
        wrong = _("Select a file that was saved here with “Save as a file”: this one holds no plan")
        return rendered("load", load_page(visit, site, wrong)), 400
    return _opened(read, visit)


@carrying.post("/handover")
def handover() -> Answer:
    """Make the note to hand over: only when the helper asks for it, and kept nowhere."""
    site, visit = current_site(), read_visit(current_site())
    if not visit.is_begun or not PlainForm().validate():
        return redirect(url_for(_NOTHING), 303)
    return rendered("handover", handover_page(visit, site))


@carrying.get("/schema/<name>.json")
def schema(name: str) -> Response:
    """Publish the JSON Schema of a plan or of a plan's file."""
    if name not in _SCHEMAS:
        abort(404)
    text = files("navigator.engine").joinpath("schema", f"{name}.json").read_text("utf-8")
    return Response(text, mimetype="application/schema+json")


def _opened(read: Visit, before: Visit) -> Answer:
    site = current_site()
    if not read.is_begun:
        wrong = _("The file is of a plan that this site does not have")
        return rendered("load", load_page(before, site, wrong)), 400
    shared = before.shared
    session.clear()
    if not keep(read, site):
        return rendered("load", load_page(read_visit(site), site, messages.too_long())), 400
    session["shared"] = shared
    return redirect(url_for("citizen.answers"), 303)


def _file(content: bytes, kind: str, name: str) -> Response:
    response = Response(content, mimetype=kind)
    response.headers["Content-Disposition"] = f"attachment; filename={name}"
    return response
