"""Save and come back: a plan kept under a code, opened again on any device, changed, forgotten."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, request, session, url_for
from werkzeug.wrappers import Response as BaseResponse

from navigator.storage import (
    ChangedMeanwhileError,
    CodeError,
    NoSuchPlanError,
    SavedPlan,
    StoreError,
    TooLargeError,
    read_code,
)
from navigator.web import messages
from navigator.web.forms import PlainForm
from navigator.web.kept import (
    LONGEST_NOTE,
    as_last_seen,
    content_of,
    is_all_kept,
    kept_from,
    own_code,
    own_notes,
    own_plan,
    remember,
    unremember,
)
from navigator.web.language import gettext as _
from navigator.web.page import rendered
from navigator.web.save_page import (
    gone_page,
    last_day,
    return_page,
    save_page,
    saved_page,
    since_page,
    wrong_code,
)
from navigator.web.site import Site, current_site
from navigator.web.visit import Visit, keep, read_visit

saving = Blueprint("saving", __name__)

Answer = str | BaseResponse | tuple[str, int]


@saving.get("/ready")
def ready() -> tuple[Response, int]:
    """Say whether all that the service needs answers, the database too."""
    site = current_site()
    try:
        site.shelf.plans.knock(site.clock()[0])
    except StoreError:
        return Response("the database does not answer\n", mimetype="text/plain"), 503
    return Response("ready\n", mimetype="text/plain"), 200


@saving.get("/save")
def save() -> Answer:
    """Offer to save the plan, or show the code under which it is kept."""
    site, visit = current_site(), read_visit(current_site())
    if not visit.is_begun:
        return redirect(url_for("citizen.checklist"))
    try:
        plan = own_plan(site)
    except StoreError:
        return _failed(visit, site)
    if plan is not None:
        return rendered("save", saved_page(plan, visit, site))
    return rendered("save", gone_page(visit, site) if own_code() else save_page(visit, site))


@saving.post("/save")
def save_now() -> Answer:
    """Keep the plan: anew, as it now is, for longer, or over what another device kept."""
    site, visit = current_site(), read_visit(current_site())
    if not visit.is_begun:
        return redirect(url_for("citizen.checklist"), 303)
    if not PlainForm().validate():
        return rendered("save", save_page(visit, site, messages.nothing_changed())), 400
    if request.form.get("shared"):
        session["shared"] = True
    try:
        return _kept_as_asked(request.form.get("way"), visit, site)
    except ChangedMeanwhileError:
        return _changed_elsewhere(visit, site)
    except (StoreError, TooLargeError):
        return _failed(visit, site)


@saving.post("/save/forget")
def forget_plan() -> Answer:
    """Delete the saved plan at once; what is in this browser stays."""
    site, visit = current_site(), read_visit(current_site())
    code = own_code()
    if not PlainForm().validate():
        return rendered("save", save_page(visit, site, messages.nothing_changed())), 400
    if code is None:
        return redirect(url_for("citizen.checklist"), 303)
    try:
        site.shelf.plans.forget(code)
    except StoreError:
        return _failed(visit, site)
    unremember()
    return rendered("save", gone_page(visit, site))


@saving.get("/return")
def reopen() -> str:
    """Ask for the code of a saved plan."""
    site = current_site()
    return rendered("return", return_page(read_visit(site), site))


@saving.post("/return")
def reopen_now() -> Answer:
    """Open the plan of a code, asking first if another plan in this browser would be lost."""
    site, visit = current_site(), read_visit(current_site())
    typed = request.form.get("code", "")
    form = PlainForm()
    try:
        if not form.validate():
            wrong = messages.old_page(bool(request.cookies))
            return rendered("return", return_page(visit, site, typed, wrong)), 400
        plan = site.shelf.plans.open(read_code(typed), site.clock()[0])
    except CodeError as error:
        return rendered("return", return_page(visit, site, typed, wrong_code(error))), 400
    except NoSuchPlanError:
        return rendered("return", return_page(visit, site, typed, _no_such_plan())), 404
    except StoreError:
        return rendered("return", return_page(visit, site, typed, _no_answer())), 503
    if visit.is_begun and not is_all_kept(visit) and not request.form.get("replace"):
        return rendered("return", return_page(visit, site, typed, ask_first=True))
    return _open(plan, site)


@saving.get("/since")
def since() -> Answer:
    """Tell what changed since the plan was kept; nothing to tell leads to the checklist."""
    site, visit = current_site(), read_visit(current_site())
    kept = own_notes(site)
    page = since_page(kept, visit, site) if kept and visit.is_begun else None
    if page is None:
        return redirect(url_for("citizen.checklist"))
    return rendered("since", page)


@saving.post("/checklist/<step>/note")
def note(step: str) -> Answer:
    """Keep the person's own note on a step with the saved plan; an empty one takes it away."""
    site, visit = current_site(), read_visit(current_site())
    back = url_for("citizen.own_step", step=step)
    if step not in site.library.steps or not PlainForm().validate():
        return redirect(back, 303)
    text = request.form.get("note", "").replace("\0", "").strip()[:LONGEST_NOTE]
    try:
        plan = own_plan(site)
        if plan is None:
            return redirect(url_for(".save"), 303)
        kept = kept_from(plan, site)
        former = (step, *site.library.steps[step].was)
        notes = {name: told for name, told in kept.notes.items() if name not in former}
        _rewrite(plan, visit, notes | ({step: text} if text else {}), site)
    except ChangedMeanwhileError:
        return _changed_elsewhere(visit, site)
    except (StoreError, TooLargeError):
        return _failed(visit, site)
    return redirect(back, 303)


def _kept_as_asked(way: str | None, visit: Visit, site: Site) -> Answer:
    plan = own_plan(site)
    expires_on = last_day(request.form.get("days"), visit.situation.today)
    if plan is None:
        kept = site.shelf.plans.keep(content_of(visit, {}, site), expires_on)
        remember(kept, visit)
        return redirect(url_for(".save"), 303)
    if way != "extend":
        expires_on = plan.expires_on
    notes = kept_from(plan, site).notes
    as_seen = plan if way == "over" else as_last_seen(plan)
    remember(site.shelf.plans.rewrite(as_seen, content_of(visit, notes, site), expires_on), visit)
    return redirect(url_for(".save"), 303)


def _rewrite(plan: SavedPlan, visit: Visit, notes: dict[str, str], site: Site) -> None:
    content = content_of(visit, notes, site)
    remember(site.shelf.plans.rewrite(as_last_seen(plan), content, plan.expires_on), visit)


def _open(plan: SavedPlan, site: Site) -> Answer:
    """Make ``plan`` the one of this browser, in place of any other."""
    kept = kept_from(plan, site)
    shared = bool(request.form.get("shared"))
    session.clear()
    visit = kept.visit
    keep(visit, site)
    session["shared"] = shared
    remember(plan, visit)
    return redirect(url_for(".since"), 303)


def _changed_elsewhere(visit: Visit, site: Site) -> Answer:
    try:
        plan = own_plan(site)
    except StoreError:
        return _failed(visit, site)
    if plan is None:
        return rendered("save", gone_page(visit, site)), 409
    return rendered("save", saved_page(plan, visit, site, elsewhere=True)), 409


def _failed(visit: Visit, site: Site) -> Answer:
    return rendered("save", save_page(visit, site, _no_answer())), 503


def _no_answer() -> str:
    return _("That did not work just now. Nothing was lost. Try again in a few minutes.")


def _no_such_plan() -> str:
    return _("No saved plan opens with this code. Its time may be over, or it was deleted")
