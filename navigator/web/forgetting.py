"""When answers are forgotten, in words: of the plan at hand, or on public pages of any plan."""

from __future__ import annotations

from flask import session

from navigator.web.language import gettext as _
from navigator.web.session import IDLE_SECONDS, PlanSession, idle_seconds


def forgotten_after() -> str:
    """Return after how long without use answers are gone; public pages open no session."""
    if not isinstance(session, PlanSession) or not session.opened or "who" not in session:
        return _(
            "Without use they are gone after 20 hours; after 30 minutes if you said that others "
            "use this device, or that the plan is for a client."
        )
    if idle_seconds(session) == IDLE_SECONDS:
        return _("Without use they are gone after 20 hours.")
    return _("Without use they are gone after 30 minutes.")
