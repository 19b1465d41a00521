"""One step of a checklist as the terminal shows it: by when, why, how, where, with what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from navigator.cli.plain import paragraph
from navigator.content.library import Step
from navigator.engine import Checklist, MarkKind, Words, summary
from navigator.engine.dated import not_known
from navigator.engine.life import State
from navigator.engine.order import Placed
from navigator.engine.report import reasons, step_report, titles

_KEYS = {
    "do": "what to do",
    "how": "how it is done",
    "opens": "the first day",
    "due": "the last day",
    "late": "what happens after that day",
    "if_late": "what happens after that day",
    "bring": "which papers you need",
    "takes": "how long it takes",
    "cost": "what it costs",
    "next": "what happens then",
    "if_refused": "what to do if refused",
    "if_silent": "when to ask again",
    "link": "the web address",
    "phone": "the phone number",
    "in_person": "where to go",
    "mail": "where to mail it",
    "helper": "who may act for someone",
}
_MARKED = {
    MarkKind.WAITING: "You are waiting for an answer",
    MarkKind.REFUSED: "This was refused",
}


def title(step_id: str, words: Words) -> str:
    """Return what a step is called."""
    return words.text(words.library.steps[step_id].do)


Facts = Iterable[tuple[str, str]]


def step_lines(placed: Placed, found: Checklist, words: Words, label: str) -> Iterator[str]:
    """Yield all that the terminal says of a step, ``label`` (a number) before its title."""
    return _lines(placed, words, label, _facts(placed, found, words))


def short_lines(placed: Placed, found: Checklist, words: Words, label: str) -> Iterator[str]:
    """Yield the little that is said of a step that may apply: by when, what settles it, where."""
    reach = summary.contact(found.library.agencies[placed.entry.step.agency], found.reading)
    facts = (
        ("", due_text(placed, found, words)),
        ("Settled by:", _open_questions(placed, found, words)),
        ("Where:", reach.name),
        ("Phone:", placed.entry.step.phone or reach.phone or ""),
    )
    return _lines(placed, words, label, facts)


def due_text(placed: Placed, found: Checklist, words: Words) -> str:
    """Return by when a step is to be done, or when it opens; "" if there is no day."""
    return str(step_report(placed, found, words)["due_words"])


def _lines(placed: Placed, words: Words, label: str, facts: Facts) -> Iterator[str]:
    heading = paragraph(title(placed.entry.step.id, words), 0, label)
    yield click.style(f"\n{heading}", bold=True)
    for named, text in facts:
        yield paragraph(text, len(label) + 1, named)


def _facts(placed: Placed, found: Checklist, words: Words) -> Iterator[tuple[str, str]]:
    step = placed.entry.step
    yield "", due_text(placed, found, words)
    if placed.entry.state is State.OVERDUE:
        yield "", words.text(step.if_late)
    if placed.entry.mark is not None:
        yield "", _MARKED.get(placed.entry.mark.kind, "")
    yield from _before(placed, found, words)
    yield "Why:", " ".join(_sentence(reason) for reason in reasons(placed, found, words))
    yield "Settled by:", _open_questions(placed, found, words)
    yield from (("", text) for text in not_known(step, words))
    yield "For:", _for_whom(step, words)
    yield "How:", words.text(step.how)
    yield from _where(step, found, words)
    papers = (found.library.documents[paper] for paper in summary.bring(placed, found.reading))
    yield "Bring:", "; ".join(words.text(paper.name) for paper in papers)
    yield "Say:", words.text(step.say)
    yield "Takes:", words.text(step.takes)
    yield "Costs:", words.text(step.cost)
    yield "Then:", words.text(step.next)
    yield "If refused:", words.text(step.if_refused)
    yield "If you hear nothing:", words.text(step.if_silent)
    yield from _helper(step, found, words)
    checks = dict.fromkeys(_KEYS[key] for key in step.confirm if key in _KEYS)
    yield "Check this when you call:", ", ".join(checks)


def _before(placed: Placed, found: Checklist, words: Words) -> Iterator[tuple[str, str]]:
    sure = {other.entry.step.id for other in found.to_do}
    helps = [step for step in placed.first_if if step in sure]
    may = [step for step in placed.first_if if step not in sure]
    yield "First:", titles(placed.waits_for, words)
    yield "Better first, but do not wait for it:", titles(helps, words)
    yield "First, if it applies:", titles(may, words)
    choose = placed.entry.step.choose
    if choose is not None:
        others = (s.id for s in words.library.steps.values() if s.choose == choose)
        rest = titles((other for other in others if other != placed.entry.step.id), words)
        yield "Choose this or:", rest


def _open_questions(placed: Placed, found: Checklist, words: Words) -> str:
    questions = (found.library.questions[q] for q in found.settled_by(placed.entry))
    return " ".join(words.text(question.ask) for question in questions)


def _for_whom(step: Step, words: Words) -> str:
    if step.for_whom is None or step.for_whom not in words.reading.answers:
        return ""
    return words.answer(step.for_whom, words.reading.answers[step.for_whom])


def _where(step: Step, found: Checklist, words: Words) -> Iterator[tuple[str, str]]:
    reach = summary.contact(found.library.agencies[step.agency], found.reading)
    yield "Where:", reach.name
    phone = step.phone or reach.phone
    if phone:
        tty = f" (TTY {reach.tty})" if reach.tty and not step.phone else ""
        hours = f", {reach.hours}" if reach.hours else ""
        yield "Phone:", f"{phone}{tty}{hours}"
    yield "Online:", step.link or reach.link or ""
    yield "In person:", words.text(step.in_person)
    yield "By mail:", words.text(step.mail)
    yield "Online only:", words.text(step.online_only)
    yield "Languages:", reach.languages or ""


def _helper(step: Step, found: Checklist, words: Words) -> Iterator[tuple[str, str]]:
    if not words.helping or step.helper is None:
        return
    yield "You can do alone:", words.text(step.helper.alone)
    yield "Do together:", words.text(step.helper.together)
    needs = (found.library.permissions[need].name for need in step.helper.needs)
    yield "You need:", "; ".join(needs)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
