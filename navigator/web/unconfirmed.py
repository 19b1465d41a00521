"""What is not confirmed on an official page yet, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from navigator.web.language import gettext as _


def in_words(keys: Iterable[str]) -> str:
    """Return what the ``keys`` of a step or an agency stand for, such as "the phone number"."""
    said = _said()
    return ", ".join(dict.fromkeys(said.get(key, _("other details")) for key in sorted(keys)))


def _said() -> Mapping[str, str]:
    return {
        "best_by": _("the best day"),
        "bring": _("the papers"),
        "cost": _("the cost"),
        "due": _("the last day"),
        "every": _("how often it comes back"),
        "helper": _("what a helper may do"),
        "hours": _("the opening hours"),
        "how": _("how it is done"),
        "if_late": _("what to do when the day has passed"),
        "if_refused": _("what to do after a no"),
        "if_silent": _("what to do without an answer"),
        "in_person": _("the way in person"),
        "languages": _("the languages spoken"),
        "late": _("what happens after the day"),
        "link": _("the web address"),
        "mail": _("the way by mail"),
        "name": _("the name of the office"),
        "next": _("what happens next"),
        "online_only": _("that it is only online"),
        "opens": _("when it opens"),
        "permissions": _("who may act for someone"),
        "phone": _("the phone number"),
        "refused": _("what to do after a no"),
        "rows": _("what differs by state"),
        "say": _("what to say"),
        "source": _("the source"),
        "takes": _("how long it takes"),
        "tty": _("the text telephone"),
        "until": _("how long it goes on"),
        "when": _("who this is for"),
    }
