"""What a rule of lint finds, and how it looks at what was written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from navigator.content.builder import Draft
from navigator.content.nodes import Listed, Mapped, Node, Text
from navigator.content.problems import Place
from navigator.content.schemas import text_keys
from navigator.rules import did_you_mean


class Finding(NamedTuple):
    """A spot that breaks the rule which yields it."""

    place: Place
    message: str
    hint: str


Rule: TypeAlias = Callable[[Draft], Iterator[Finding]]


def unknown(what: str, ids: Iterable[Text], known: Collection[str]) -> Iterator[Finding]:
    """Yield the ids that name nothing; ``what`` is "step", "agency" ..."""
    for id in ids:
        if id not in known:
            hint = did_you_mean(id, known) or "Name one that is defined."
            yield Finding(id.place, f"No {what} is called `{id}`.", hint)


def written_texts(node: Mapped) -> Iterator[tuple[str, Text]]:
    """Yield every text for people below ``node``, each case of it, with its key."""
    for key, value in node.items():
        if key.removesuffix("_helper") in text_keys():
            yield from ((key, text) for text in _texts(value))
        if isinstance(value, Mapped):
            yield from written_texts(value)


def thens(node: Node | None) -> Iterator[Node]:
    """Yield what the cases at ``node`` lead to; a list of plain values is no cases."""
    if not isinstance(node, Listed):
        yield from () if node is None or node == "" else (node,)
        return
    for case in node:
        if isinstance(case, Mapped):
            yield from (case[key] for key in ("then", "otherwise") if key in case)
        else:
            yield case


def _texts(node: Node) -> Iterator[Text]:
    yield from (each for each in thens(node) if isinstance(each, Text))
