"""A checklist -> what the terminal prints: next steps first, then all by when to act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from navigator.cli.options import count
from navigator.cli.plain import heading, listed, paragraph
from navigator.cli.step_text import due_text, short_lines, step_lines, title
from navigator.content.library import Choice, ChoiceOption
from navigator.engine import Checklist, Words, summary
from navigator.engine.order import Group
from navigator.engine.report import why_not

_HEADINGS = {
    Group.NOW: "Now",
    Group.OVERDUE: "Overdue",
    Group.WEEK: "In the next 7 days",
    Group.MONTH: "In the next 31 days",
    Group.LATER: "Later",
    Group.ANY_TIME: "Any time",
    Group.NOT_YET: "Not open yet",
}


def plan_text(found: Checklist, words: Words, problems: Sequence[str] = ()) -> str:
    """Return the whole plan as text of at most 80 columns; ``problems`` say what was not used."""
    return "\n".join(line for line in _lines(found, words, problems) if line)


def _lines(found: Checklist, words: Words, problems: Sequence[str]) -> Iterator[str]:
    yield from _opening(found, words)
    yield from _problems(problems)
    yield from _permissions(found, words)
    yield from _next(found, words)
    yield from _to_do(found, words)
    yield from _may_apply(found, words)
    yield from _choices(found, words)
    yield from _papers(found, words)
    yield from _calls(found, words)
    yield from _done(found, words)
    yield from _see_also(found, words)
    yield from _not_for_you(found, words)


def _opening(found: Checklist, words: Words) -> Iterator[str]:
    titles = (found.library.journeys[journey].title for journey in found.plan.journeys)
    yield paragraph(" + ".join(titles))
    for_whom = "For the person you help" if words.helping else "For you"
    yield paragraph(f"{for_whom}, on {words.weekday(found.situation.today)}: {_burden(found)}.")


def _burden(found: Checklist) -> str:
    asked = summary.burden(found)
    parts = (
        f"{count(asked.steps, 'step')} to do",
        f"{count(asked.agencies, 'office')} to deal with",
        f"{count(asked.applications, 'application')} to send",
        f"{count(asked.papers, 'paper')} to have ready",
    )
    return ", ".join(parts)


def _problems(problems: Sequence[str]) -> Iterator[str]:
    if problems:
        yield heading("Problems with the answers")
        yield listed(problems)


def _permissions(found: Checklist, words: Words) -> Iterator[str]:
    """What the helper needs before acting for someone."""
    if not words.helping:
        return
    notes = (placed.entry.step.helper for placed in found.to_do)
    needs = dict.fromkeys(need for note in notes if note is not None for need in note.needs)
    if not needs:
        return
    yield heading("Permissions to get first")
    for need in needs:
        permission = found.library.permissions[need]
        said = (permission.who, permission.form, permission.have_at_hand)
        yield listed((". ".join(part.rstrip(".") for part in (permission.name, *said) if part),))


def _next(found: Checklist, words: Words) -> Iterator[str]:
    yield heading("Next steps" if found.next else "Nothing to do now")
    for placed in found.to_do:
        if placed.entry.step.id in found.next:
            by = due_text(placed, found, words)
            yield listed((f"{title(placed.entry.step.id, words)}{f'. {by}.' if by else ''}",))


def _to_do(found: Checklist, words: Words) -> Iterator[str]:
    number = 0
    for group, members in groupby(found.to_do, lambda placed: placed.group):
        yield heading(_HEADINGS[group])
        for placed in members:
            number += 1
            yield from step_lines(placed, found, words, f"{number}.")


def _may_apply(found: Checklist, words: Words) -> Iterator[str]:
    if found.may_apply:
        yield heading("May apply")
        yield paragraph("Some answers are missing that would settle these.")
    for placed in found.may_apply:
        yield from short_lines(placed, found, words, "?")


def _choices(found: Checklist, words: Words) -> Iterator[str]:
    for choice in found.choices():
        yield heading(words.text(choice.title))
        yield paragraph(words.text(choice.intro))
        for option in _offered(choice, found):
            yield paragraph(words.text(option.label), 0, "-")
            yield paragraph(words.text(option.gain), 2, "For it:")
            yield paragraph(words.text(option.loss), 2, "Against it:")
            yield paragraph(words.text(option.undo), 2, "Can it be undone:")
            yield paragraph(words.text(option.until), 2, "Until when:")


def _offered(choice: Choice, found: Checklist) -> Iterator[ChoiceOption]:
    for option in choice.options:
        if option.when is None or option.when.decide(found.reading).value:
            yield option


def _papers(found: Checklist, words: Words) -> Iterator[str]:
    if not (papers := summary.papers(found)):
        return
    yield heading("Papers to have ready")
    for paper in papers:
        document = found.library.documents[paper.id]
        yield paragraph(words.text(document.name), 0, "[ ]")
        yield paragraph("; ".join(title(step, words) for step in paper.steps), 4, "For:")
        yield paragraph(words.text(document.why), 4)
        yield paragraph(words.text(document.instead), 4, "Instead:")
        yield paragraph(words.text(document.replace), 4, "If it is lost:")


def _calls(found: Checklist, words: Words) -> Iterator[str]:
    if not (calls := summary.calls(found)):
        return
    yield heading("One call for each office")
    for call in calls:
        reach = summary.contact(found.library.agencies[call.agency], found.reading)
        yield paragraph(f"{reach.name}{f', {reach.phone}' if reach.phone else ''}", 0, "-")
        yield listed((title(step, words) for step in call.steps), 2)


def _done(found: Checklist, words: Words) -> Iterator[str]:
    if found.done:
        yield heading("Done, or set aside")
        yield listed(title(placed.entry.step.id, words) for placed in found.done)


def _see_also(found: Checklist, words: Words) -> Iterator[str]:
    for number, offer in enumerate(found.see_also()):
        if number == 0:
            yield heading("See also")
        journey = found.library.journeys[offer.journey]
        yield listed((f"{journey.title}: {words.text(offer.because)}",))


def _not_for_you(found: Checklist, words: Words) -> Iterator[str]:
    if not (gone := found.gone()):
        return
    yield heading("Not for the person you help" if words.helping else "Not for you")
    for each in gone:
        yield paragraph(words.text(each.step.do), 0, "-")
        for reason in why_not(each, words):
            yield paragraph(reason, 2)
