"""A step in its place on one person's list: by when, why, what it waits for, how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from navigator.engine import Checklist, MarkKind, Words
from navigator.engine.life import State
from navigator.engine.order import Placed
from navigator.engine.report import reasons
from navigator.engine.summary import bring
from navigator.engine.timing import due_words, opens_words
from navigator.web.language import gettext as _
from navigator.web.page import Link
from navigator.web.question_page import question_url
from navigator.web.site import Site
from navigator.web.step_card import StepCard
from navigator.web.visit import Visit

_OF_APPLICATIONS = (MarkKind.WAITING, MarkKind.REFUSED)


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A step in its place on the list. ``marks``: what the person may say of it, value -> words.

    ``silent``: the person waits for an answer, so what to do when none comes is said at once.
    ``refused``: somebody said no, so what to do about it is said at once, and no day to apply.
    """

    card: StepCard
    due: str
    opens: str
    late: bool
    because: tuple[str, ...]
    waits_for: tuple[Link, ...]
    first_if: tuple[Link, ...]
    helped_by: tuple[Link, ...]
    or_else: tuple[Link, ...]
    settled_by: tuple[Link, ...]
    for_whom: str
    mark: str
    silent: bool
    refused: bool
    marks: Mapping[str, str]


def plan_step(placed: Placed, found: Checklist, words: Words, visit: Visit, site: Site) -> PlanStep:
    """Return one step of ``found`` in words. The urls of its links to other steps are their ids."""
    entry = placed.entry
    step = entry.step
    is_done = entry.state is State.DONE
    refused = entry.mark is not None and entry.mark.kind is MarkKind.REFUSED
    return PlanStep(
        card=StepCard(step, words, bring(placed, found.reading)),
        due="" if is_done or refused else due_words(entry, found.situation, words),
        opens=opens_words(entry, words),
        late=entry.state is State.OVERDUE,
        because=reasons(placed, found, words),
        waits_for=_links(placed.waits_for, words),
        first_if=_links((s for s in placed.first_if if s not in step.helped_by), words),
        helped_by=_links((s for s in placed.first_if if s in step.helped_by), words),
        or_else=_links(_or_else(placed, found), words),
        settled_by=() if is_done else settling(found.settled_by(entry), words, visit, site),
        for_whom=_for_whom(step.for_whom, found, words),
        mark=_mark(placed, words),
        silent=entry.mark is not None and entry.mark.kind is MarkKind.WAITING,
        refused=refused,
        marks=_marks(placed),
    )


def settling(questions: Iterable[str], words: Words, visit: Visit, site: Site) -> tuple[Link, ...]:
    """Return links to questions that would settle something; each leads back to the checklist."""
    asked = words.library.questions
    return tuple(
        Link(words.text(asked[name].ask), question_url(name, visit, site, origin="checklist"))
        for name in questions
    )


def _links(step_ids: Iterable[str], words: Words) -> tuple[Link, ...]:
    steps = words.library.steps
    return tuple(Link(words.text(steps[step].do), step) for step in step_ids)


def _or_else(placed: Placed, found: Checklist) -> tuple[str, ...]:
    """Return the other steps of the same choice: one of them is enough."""
    own = placed.entry.step
    if own.choose is None:
        return ()
    steps = (p.entry.step for p in found.steps if p.entry.state is not State.DONE)
    return tuple(step.id for step in steps if step.choose == own.choose and step.id != own.id)


def _for_whom(question: str | None, found: Checklist, words: Words) -> str:
    answer = found.situation.answers.get(question) if question else None
    return words.answer(question, answer) if question and answer else ""


def _mark(placed: Placed, words: Words) -> str:
    entry = placed.entry
    if entry.folded_by is not None:
        return _("Not needed: another step of this choice is done")
    if entry.mark is None:
        return _("Done, by the answers given") if entry.state is State.DONE else ""
    said = mark_words()[entry.mark.kind]
    if entry.mark.on is None:
        return said
    return _("%(mark)s, since %(day)s", mark=said, day=words.day(entry.mark.on))


def _marks(placed: Placed) -> dict[str, str]:
    entry = placed.entry
    step = entry.step
    take_off = {f"{step.id}:": _("Take the mark off")} if entry.mark else {}
    if entry.state is State.DONE:
        return take_off
    is_application = bool(step.refused or step.if_refused or step.if_silent)
    return take_off | {
        f"{step.id}:{kind.value}": said
        for kind, said in mark_words().items()
        if is_application or kind not in _OF_APPLICATIONS
    }


def mark_words() -> dict[MarkKind, str]:
    """Return what a person may say of a step, in words."""
    return {
        MarkKind.DONE: _("Done"),
        MarkKind.HAVE_IT: _("Have this already"),
        MarkKind.WAITING: _("Sent, waiting for an answer"),
        MarkKind.REFUSED: _("They said no"),
        MarkKind.NOT_FOR_ME: _("Not for this situation"),
    }
