"""Rules on what people read: texts that are missing, too long, or hold what should be a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from navigator.content.builder import Draft
from navigator.content.entries import Entries, Entry
from navigator.content.lint.finding import Finding, written_texts
from navigator.content.nodes import Mapped, Text

MOST_QUESTIONS = 15  # on any path through `first`
_WANTED: Mapping[str, tuple[str, ...]] = {
    "journey": ("title", "summary", "owner", "reviewed", "interview"),
    "question": ("ask", "why", "ask_helper"),
    "step": ("do", "how", "takes", "cost", "next", "source", "reviewed"),
    "choice": ("title",),
    "agency": ("name", "link"),
    "document": ("name",),
    "figure": ("what", "source"),
}
_LONGEST: Mapping[str, int] = {
    "do": 100,
    "ask": 180,
    "label": 140,
    "words": 100,
    "because": 200,
    "title": 120,
    "name": 120,
}
_LONGEST_PARAGRAPHS = 1_500
_CHANNELS = ("phone", "in_person", "mail", "online_only")
_DOLLARS = re.compile(r"\$(?!0(?:\.00)?(?![\d.,]*\d))\d[\d,]*(?:\.\d\d)?")


def incomplete(draft: Draft) -> Iterator[Finding]:
    """Journeys, questions, steps, agencies and so on have all their texts and sources."""
    for kind, entry in _definitions(draft.entries):
        missing = [key for key in _WANTED[kind] if not entry.node.get(key)]
        if missing:
            keys = [f"`{key}`" for key in missing]
            named = " and ".join([", ".join(keys[:-1]), keys[-1]] if keys[1:] else keys)
            message = f"The {kind} `{entry.id}` has no {named}."
            yield Finding(entry.place, message, "Add what is missing.")


def no_channel(draft: Draft) -> Iterator[Finding]:
    """A step can be done without the internet, or says in `online_only` why it cannot."""
    for entry in draft.entries.steps.values():
        agency = draft.entries.agencies.get(entry.node.line("at") or "")
        has_phone = agency is not None and agency.node.get("phone")
        if not has_phone and not any(entry.node.get(key) for key in _CHANNELS):
            message = f"Nothing says how to do `{entry.id}` without the internet."
            hint = "Add `phone`, `in_person` or `mail`, or `online_only:` with the reason."
            yield Finding(entry.place, message, hint)


def hidden_number(draft: Draft) -> Iterator[Finding]:
    """A dollar amount belongs in figures, with its date and its source."""
    for text in _sentences_and_texts(draft.entries):
        for amount in _DOLLARS.finditer(text):
            message = f"`{amount.group()}` is hidden in a text or sentence."
            hint = "Make it a figure, with its date and source, and name the figure here."
            yield Finding(text.place_at(amount.start()), message, hint)


def long_text(draft: Draft) -> Iterator[Finding]:
    """Headings, questions and labels are short; no other text is longer than a screen."""
    for _, entry in _definitions(draft.entries):
        for key, text in written_texts(entry.node):
            longest = _LONGEST.get(key.removesuffix("_helper"), _LONGEST_PARAGRAPHS)
            if len(text) > longest:
                message = f"`{key}` has {len(text):,} characters."
                yield Finding(text.place, message, f"Keep it within {longest:,}.")


def long_interview(draft: Draft) -> Iterator[Finding]:
    """`first` asks nobody more than 15 questions; the others go to `details`.

    Counted are those asked of everybody: how many of the others meet on one path, coverage tells.
    """
    for journey in draft.library.journeys.values():
        everybody = [q for q in journey.first if not draft.entries.questions[q].node.get("when")]
        if len(everybody) > MOST_QUESTIONS:
            node = draft.entries.journeys[journey.id].node.mapping("interview")
            message = f"`first` asks everybody {len(everybody)} questions."
            hint = f"Keep {MOST_QUESTIONS}, and move the others to `details`."
            yield Finding(node.place_of("first"), message, hint)


def file_name(draft: Draft) -> Iterator[Finding]:
    """A journey's file is named after its id."""
    for entry in draft.entries.journeys.values():
        if entry.file.stem != entry.id:
            message = f"The journey `{entry.id}` stands in the file `{entry.file.stem}.yaml`."
            yield Finding(entry.place, message, f"Name the file {entry.id}.yaml.")


def _definitions(entries: Entries) -> Iterator[tuple[str, Entry]]:
    for kind, home in (
        ("journey", entries.journeys),
        ("question", entries.questions),
        ("step", entries.steps),
        ("choice", entries.choices),
        ("agency", entries.agencies),
        ("document", entries.documents),
        ("figure", entries.figures),
    ):
        yield from ((kind, entry) for entry in home.values())


def _sentences_and_texts(entries: Entries) -> Iterator[Text]:
    """Yield all that is said or judged; the limits of an answer are no figures."""
    homes = (entries.questions, entries.facts, entries.steps, entries.choices, entries.documents)
    for home in homes:
        for entry in home.values():
            yield from _below(entry.node)


def _below(node: Mapped) -> Iterator[Text]:
    for key, value in node.items():
        if key in ("min", "max", "source", "also_called", "link"):
            continue
        for each in value if isinstance(value, list) else (value,):
            if isinstance(each, Text):
                yield each
            elif isinstance(each, Mapped):
                yield from _below(each)
