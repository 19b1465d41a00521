"""One step of a person's own plan, with all it says: where the short card on the list leads."""

from __future__ import annotations

from dataclasses import dataclass

from flask_wtf.csrf import generate_csrf

from navigator.web.kept import own_notes
from navigator.web.page import Page, steps_at, whose_plan
from navigator.web.plan_step import PlanStep
from navigator.web.shown_plan import shown_plan
from navigator.web.site import Site
from navigator.web.visit import Visit


@dataclass(frozen=True, kw_only=True)
class OwnStepPage(Page):
    """A step in its place on the plan, with how to do it, what to bring and what to say.

    ``note`` is the person's own, where the plan is saved and ``can_note``.
    """

    step: PlanStep
    to: str
    csrf: str
    can_note: bool
    note: str


def own_step_page(step_id: str, visit: Visit, site: Site) -> OwnStepPage | None:
    """Return the page of a step of the plan of ``visit``; None when the step is not on it.

    Its title is only the site's name: a step may tell what a person fears.
    """
    plan = shown_plan(visit, site)
    placed = next((p for p in plan.found.steps if p.entry.step.id == step_id), None)
    if placed is None:
        return None
    (step,) = plan.cards([placed])
    kept = own_notes(site)
    return OwnStepPage(
        heading=step.card.do,
        plan=whose_plan(visit, site),
        helping=plan.words.helping,
        discreet=True,
        step=step,
        to=steps_at(whole=False),
        csrf=generate_csrf(),
        can_note=kept is not None,
        note=kept.note_of(step_id, site.library.steps[step_id].was) if kept else "",
    )
