"""A draft -> what people read together: the texts of each question, step, paper and so on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from navigator.content import Draft, Place
from navigator.content.entries import Entry
from navigator.content.nodes import Listed, Mapped, Node, Text
from navigator.content.schemas import text_keys
from navigator.content.sentences import Owner

_ALSO = frozenset({"alone", "together", "summary", "who", "form", "have_at_hand", "who_for"})
_FOR_HELPERS = frozenset({"how_to_ask", "alone", "together", "who", "form", "have_at_hand"})
_OF_A_JOURNEY = frozenset({"title", "summary", "see_also"})
_NO_TEXT = {"step": frozenset({"until"}), "agency": frozenset({"source", "rows"})}
_HELPER = "_helper"


@dataclass(frozen=True)
class PageText:
    """One text as it was written; ``is_plain`` and ``is_helper`` say who reads it."""

    key: str
    text: Text
    is_plain: bool
    is_helper: bool

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.text.place


@dataclass(frozen=True)
class ReadingPage:
    """The texts that a person reads together; ``agency`` is the office named beside them."""

    owner: Owner
    place: Place
    texts: tuple[PageText, ...]
    agency: str | None = None

    def read_by(self, helping: bool) -> list[Text]:
        """Return the texts of one reader: the person, or somebody who helps."""
        return [each.text for each in self.texts if (each.is_helper if helping else each.is_plain)]


def pages_of(draft: Draft) -> tuple[ReadingPage, ...]:
    """Return the pages of everything that has texts, in the order of the files."""
    entries = draft.entries
    homes: Mapping[str, Mapping[str, Entry]] = {
        "journey": entries.journeys,
        "question": entries.questions,
        "fact": entries.facts,
        "step": entries.steps,
        "choice": entries.choices,
        "document": entries.documents,
        "agency": entries.agencies,
    }
    pages = [_page(kind, entry) for kind, home in homes.items() for entry in home.values()]
    return tuple(sorted((page for page in pages if page.texts), key=lambda page: page.place))


def _page(kind: str, entry: Entry) -> ReadingPage:
    node = entry.node
    if kind == "journey":
        node = _only(node, _OF_A_JOURNEY)
    skipped = _NO_TEXT.get(kind, frozenset())
    agency = node.line("at") if kind == "step" else entry.id if kind == "agency" else None
    texts = tuple(_texts(node, skipped))
    return ReadingPage(Owner(kind, entry.id), entry.place, texts, agency)


def _only(node: Mapped, keys: frozenset[str]) -> Mapped:
    found = Mapped(node.place)
    for key, value in node.entries():
        if key in keys:
            found.add(key, value)
    return found


def _texts(node: Node, skipped: frozenset[str]) -> Iterator[PageText]:
    if isinstance(node, Listed):
        for each in node:
            yield from _texts(each, skipped)
    elif isinstance(node, Mapped):
        for key in node.keys() - skipped:
            yield from _under(key, node, skipped)


def _under(key: str, node: Mapped, skipped: frozenset[str]) -> Iterator[PageText]:
    value, base = node[key], key.removesuffix(_HELPER)
    if base in text_keys() | _ALSO and not isinstance(value, Mapped):
        is_twin = key != base
        is_plain = not is_twin and base not in _FOR_HELPERS
        is_helper = is_twin or f"{key}{_HELPER}" not in node
        for text in _cases(value):
            yield PageText(key, text, is_plain, is_helper)
    elif key == "options" and isinstance(value, Mapped):
        yield from _options(value)
    else:
        yield from _texts(value, skipped)


def _options(node: Mapped) -> Iterator[PageText]:
    """An option is a label, or a mapping of texts."""
    for value in node.values():
        if isinstance(value, Text):
            yield PageText("label", value, True, True)
        else:
            yield from _texts(value, frozenset())


def _cases(node: Node) -> Iterator[Text]:
    if isinstance(node, Text):
        yield from (node,) if node else ()
    elif isinstance(node, Listed):
        for each in node:
            if isinstance(each, Mapped):
                yield from (t for key in ("then", "otherwise") if (t := each.text(key)))
