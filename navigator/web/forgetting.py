"""When answers are forgotten, in words: of the plan at hand, or on public pages of any plan."""

from __future__ import annotations

from flask import session

from navigator.web.language import gettext as _
from navigator.web.session import IDLE_SECONDS, PlanSession, idle_seconds


def forgotten_seconds() -> int:
    """Return after how many seconds without use the plan at hand is gone; 0 where there is none."""
    return idle_seconds(session) if _is_at_hand() else 0


def forgotten_after() -> str:
    """Return after how long without use answers are gone; public pages open no session."""
    if not _is_at_hand():
        return _(
            "Without use they are gone after 20 hours; after 30 minutes if you said that others "
            "use this device, or that the plan is for a client."
        )
    if idle_seconds(session) == IDLE_SECONDS:
        return _("Without use they are gone after 20 hours.")
    return _("Without use they are gone after 30 minutes.")


def _is_at_hand() -> bool:
    return isinstance(session, PlanSession) and session.opened and "who" in session
