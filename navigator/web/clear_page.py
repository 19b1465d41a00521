"""Asks before the answers in a browser are cleared."""

from __future__ import annotations

from dataclasses import dataclass

from flask_wtf.csrf import generate_csrf

from navigator.web.kept import own_code
from navigator.web.language import gettext as _
from navigator.web.page import Page, whose_plan
from navigator.web.site import Site
from navigator.web.visit import Visit


@dataclass(frozen=True, kw_only=True)
class ClearPage(Page):
    """What is lost, and what stays; ``kept``: the plan is saved under a code."""

    kept: bool
    csrf: str


def clear_page(visit: Visit, site: Site) -> ClearPage:
    """Return the page."""
    return ClearPage(
        heading=_("Clear the answers?") if visit.situation.helping else _("Clear your answers?"),
        plan=whose_plan(visit, site),
        helping=visit.situation.helping,
        discreet=True,
        kept=own_code() is not None,
        csrf=generate_csrf(),
    )
