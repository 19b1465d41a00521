"""Rules on age: figures about to run out, and content nobody has looked at for long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from navigator.content.builder import Draft
from navigator.content.lint.finding import Finding

_NOTICE = timedelta(days=30)
_LONGEST_UNSEEN = timedelta(days=365)


def figure_check_by(draft: Draft, today: date) -> Iterator[Finding]:
    """A figure's `check_by` lies more than 30 days ahead; after it, the figure is unknown."""
    for figure in draft.library.figures.values():
        day = figure.check_by
        if day is None or day - _NOTICE > today:
            continue
        place = draft.entries.figures[figure.id].node.place_of("check_by")
        if day < today:
            message = f"Since {day}, `{figure.id}` counts as unknown."
        else:
            message = f"After {day}, `{figure.id}` counts as unknown."
        yield Finding(place, message, "Add the new numbers, or a later `check_by`.")


def stale_review(draft: Draft, today: date) -> Iterator[Finding]:
    """Journeys, steps and agencies were reviewed within the last year."""
    library, entries = draft.library, draft.entries
    for what, home, written in (
        ("journey", library.journeys, entries.journeys),
        ("step", library.steps, entries.steps),
        ("agency", library.agencies, entries.agencies),
    ):
        for id, each in home.items():
            if each.reviewed is not None and each.reviewed + _LONGEST_UNSEEN < today:
                place = written[id].node.place_of("reviewed")
                message = f"The {what} `{id}` was last reviewed on {each.reviewed}."
                yield Finding(place, message, "Compare it with its sources, and set the day.")
