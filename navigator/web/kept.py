"""A visit and its notes as a record to keep, and back; and whether all of it is kept by now."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from flask import session

from navigator.engine import Since, checklist, since, snapshot
from navigator.storage import NoSuchPlanError, SavedPlan, StoreError
from navigator.web.site import Site
from navigator.web.visit import Visit, visit_of, written

LONGEST_NOTE = 500  # characters
LIFETIMES = (30, 90, 365)  # days a plan may be kept
USUAL_LIFETIME = 90

_CODE, _EDITION, _TOLD = "code", "edition", "told"


@dataclass(frozen=True)
class Kept:
    """What a record holds: the visit, the person's own notes, and how the plan stood that day."""

    visit: Visit
    notes: Mapping[str, str]
    steps: Mapping[str, object]
    on: date

    def note_of(self, step: str, former: tuple[str, ...] = ()) -> str:
        """Return the note on a step, also one made under a ``former`` id; "" for none."""
        return next((self.notes[name] for name in (step, *former) if name in self.notes), "")


def content_of(visit: Visit, notes: Mapping[str, str], site: Site) -> dict[str, object]:
    """Return the record (JSON values) of ``visit`` as it stands today."""
    told = {name: value for name, value in written(visit).items() if name != "shared"}
    found = checklist(site.library, visit.situation, visit.journeys)
    return {
        **told,
        "notes": dict(notes),
        "steps": snapshot(found),
        "on": visit.situation.today.isoformat(),
    }


def kept_from(plan: SavedPlan, site: Site) -> Kept:
    """Return what ``plan`` holds; what the site no longer knows is left out."""
    content = plan.content
    notes, steps = content.get("notes"), content.get("steps")
    return Kept(
        visit_of(content, site),
        {str(k): str(v) for k, v in notes.items()} if isinstance(notes, dict) else {},
        steps if isinstance(steps, dict) else {},
        date.fromisoformat(str(content["on"])),
    )


def changes_since(kept: Kept, visit: Visit, site: Site) -> Since:
    """Return what is different for ``visit`` now from when it was kept."""
    now = checklist(site.library, visit.situation, visit.journeys)
    return since(kept.steps, kept.on, now)


def own_code() -> str | None:
    """Return the code under which the plan of this browser is kept, if it is."""
    code = session.get(_CODE)
    return code if isinstance(code, str) else None


def own_plan(site: Site) -> SavedPlan | None:
    """Return the record of this browser's plan in the edition it last saw; None if there is none.

    Raises StoreError when the database does not answer.
    """
    code = own_code()
    if code is None:
        return None
    try:
        return site.shelf.plans.open(code, site.clock()[0])
    except NoSuchPlanError:
        return None


def own_notes(site: Site) -> Kept | None:
    """Return what is kept of this browser's plan, None also when the database does not answer."""
    try:
        plan = own_plan(site)
    except StoreError:
        return None
    return None if plan is None else kept_from(plan, site)


def remember(plan: SavedPlan, visit: Visit) -> None:
    """Let this browser know that ``visit`` is kept as ``plan``."""
    session.update({_CODE: plan.code, _EDITION: plan.edition, _TOLD: _digest(visit)})


def unremember() -> None:
    """Let this browser forget under which code its plan is kept."""
    for name in (_CODE, _EDITION, _TOLD):
        session.pop(name, None)


def as_last_seen(plan: SavedPlan) -> SavedPlan:
    """Return ``plan`` in the edition this browser saw, so that a later one is not written over."""
    edition = session.get(_EDITION)
    return replace(plan, edition=edition if isinstance(edition, int) else plan.edition)


def is_all_kept(visit: Visit) -> bool:
    """Whether ``visit`` is as it was when it was last kept."""
    return session.get(_TOLD) == _digest(visit)


def keeping(visit: Visit) -> str:
    """Return how far ``visit`` is kept: "not_kept", "changed" since, or "kept"."""
    if own_code() is None:
        return "not_kept"
    return "kept" if is_all_kept(visit) else "changed"


def _digest(visit: Visit) -> str:
    told = {name: value for name, value in written(visit).items() if name != "shared"}
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:8]
