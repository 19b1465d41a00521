"""Texts as they stand in YAML -> templates with values in them: `{60 days after letter_date}`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from navigator.content.library import Template, Wording
from navigator.content.nodes import Listed, Mapped, Node, Text
from navigator.content.sentences import Sentences, cases_of
from navigator.rules import Cases, Value

T = TypeVar("T")

_BRACE = re.compile(r"[{}]")


def read_wording(node: Mapped, key: str, sentences: Sentences) -> Wording | None:
    """Return the text under ``key`` and its `_helper` twin; each stands in for the other."""
    plain = read_text(node.any_of(key), sentences)
    helper = read_text(node.any_of(f"{key}_helper"), sentences)
    if plain is None and helper is None:
        return None
    first = plain or helper
    second = helper or plain
    return Wording(first, second) if first and second else None


def read_text(node: Node | None, sentences: Sentences) -> Cases[Template] | None:
    """Return a text or cases of texts, which must end in `otherwise`."""
    cases = cases_of(node, sentences.log)
    if isinstance(node, Listed) and cases and cases[-1].when is not None:
        message = "The last case of a text has a condition."
        hint = "Add `- otherwise: ...`: something must be said when no case holds."
        sentences.log.say(cases[-1].when, message, hint, "no-otherwise")
    return read_cases(node, sentences, lambda then: read_template(then, sentences))


def read_cases(
    node: Node | None, sentences: Sentences, read: Callable[[Node], T | None]
) -> Cases[T] | None:
    """Return the cases at ``node``, each `then` made by ``read``."""
    found = [
        (sentences.condition(case.when), then)
        for case in cases_of(node, sentences.log)
        if (then := read(case.then)) is not None
    ]
    return Cases(tuple(found)) if found else None


def read_template(node: Node, sentences: Sentences) -> Template | None:
    """Return the text with its holes compiled; None where it is no text."""
    if not isinstance(node, Text):
        return None
    return Template(tuple(_parts(node, sentences)))


def in_words(id: str) -> str:
    """Return an id as words, for a text that is missing: `birth_date` -> "Birth date"."""
    return id.replace("_", " ").capitalize()


def wording_of(text: str) -> Wording:
    """Return a text without holes as the wording for everybody."""
    template = Cases.of(Template((text,)))
    return Wording(template, template)


def _parts(text: Text, sentences: Sentences) -> Iterator[str | Value]:
    braces = [*_BRACE.finditer(text)]
    behind = 0
    for opening, closing in _pairs(text, braces, sentences):
        if literal := str(text)[behind:opening]:
            yield literal
        value = sentences.single_value(text, None, opening + 1, closing)
        if value is not None:
            yield value
        behind = closing + 1
    if literal := str(text)[behind:]:
        yield literal


def _pairs(
    text: Text, braces: Sequence[re.Match[str]], sentences: Sentences
) -> Iterator[tuple[int, int]]:
    opening: int | None = None
    hint = "Write {a value} in single braces; a text cannot show a brace itself."
    for brace in braces:
        if brace.group() == "{" and opening is None:
            opening = brace.start()
        elif brace.group() == "}" and opening is not None:
            if text[opening + 1 : brace.start()].strip():
                yield opening, brace.start()
            else:
                sentences.log.say(text, "Nothing stands between { and }.", hint, "brace", opening)
            opening = None
        else:
            message = f"A {brace.group()} stands alone."
            sentences.log.say(text, message, hint, "brace", brace.start())
    if opening is not None:
        sentences.log.say(text, "A { is never closed.", hint, "brace", opening)
