"""The files of a folder -> what they define, by kind and id; an id stands for one thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from navigator.content.folder import ContentFile, Folder
from navigator.content.nodes import Mapped, Node, Text
from navigator.content.problems import Place, Problem


@dataclass(frozen=True)
class Entry:
    """One definition as it was written: ``id: node``, in a file, perhaps inside a group."""

    id: str
    place: Place
    node: Mapped
    file: ContentFile
    parent: str | None = None  # the group of a question or fact, the agency of a permission

    @property
    def journey(self) -> str | None:
        """The journey it belongs to, or None for what journeys share."""
        return self.file.journey


@dataclass
class Entries:
    """All definitions of a folder. Questions, facts and figures share one set of ids."""

    groups: dict[str, Entry] = field(default_factory=dict)
    questions: dict[str, Entry] = field(default_factory=dict)
    facts: dict[str, Entry] = field(default_factory=dict)
    figures: dict[str, Entry] = field(default_factory=dict)
    steps: dict[str, Entry] = field(default_factory=dict)
    choices: dict[str, Entry] = field(default_factory=dict)
    agencies: dict[str, Entry] = field(default_factory=dict)
    documents: dict[str, Entry] = field(default_factory=dict)
    permissions: dict[str, Entry] = field(default_factory=dict)
    journeys: dict[str, Entry] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def name(self, name: str) -> Entry | None:
        """Return the question, fact or figure of that name."""
        return self.questions.get(name) or self.facts.get(name) or self.figures.get(name)


def collect(folder: Folder) -> Entries:
    """Return what the files define; of two things with one id the first is kept."""
    entries = Entries()
    for file in folder.files:
        if not file.is_read:
            continue
        if file.journey is not None:
            start = file.root.place_of("journey")
            journey = Entry(file.journey, start, file.root, file)
            _add(entries, "journey", (entries.journeys,), entries.journeys, journey)
        _collect_names(entries, file, file.root, None)
        _collect_things(entries, file)
    return entries


def _collect_names(entries: Entries, file: ContentFile, root: Mapped, group: str | None) -> None:
    names = (entries.questions, entries.facts, entries.figures)
    for entry in _entries(root.get("questions"), file, group):
        _add(entries, "question", names, entries.questions, entry)
    for entry in _entries(root.get("facts"), file, group):
        _add(entries, "fact", names, entries.facts, entry)
    for entry in _entries(root.get("figures"), file, group):
        _add(entries, "figure", names, entries.figures, entry)


def _collect_things(entries: Entries, file: ContentFile) -> None:
    root = file.root
    for entry in _entries(root.get("groups"), file):
        _add(entries, "group", (entries.groups,), entries.groups, entry)
        _collect_names(entries, file, entry.node, entry.id)
    for kind, plural, home in (
        ("step", "steps", entries.steps),
        ("choice", "choices", entries.choices),
        ("agency", "agencies", entries.agencies),
        ("document", "documents", entries.documents),
    ):
        for entry in _entries(root.get(plural), file):
            _add(entries, kind, (home,), home, entry)
    for agency in _entries(root.get("agencies"), file):
        for entry in _entries(agency.node.get("permissions"), file, agency.id):
            _add(entries, "permission", (entries.permissions,), entries.permissions, entry)


def _entries(node: Node | None, file: ContentFile, parent: str | None = None) -> Iterator[Entry]:
    """Yield the definitions of a mapping; `snap: shared` and what has no keys define nothing."""
    if not isinstance(node, Mapped):
        return
    for key, value in node.entries():
        if isinstance(value, Mapped):
            yield Entry(str(key), key.place, value, file, parent)
        elif isinstance(value, Text) and not value:
            yield Entry(str(key), key.place, Mapped(key.place), file, parent)


def _add(
    entries: Entries,
    kind: str,
    taken: tuple[Mapping[str, Entry], ...],
    home: dict[str, Entry],
    entry: Entry,
) -> None:
    for others in taken:
        if entry.id in others:
            first = others[entry.id].place
            message = f"`{entry.id}` is already defined in {first.file}, line {first.line}."
            hint = f"Give this {kind} another id."
            entries.problems.append(Problem(entry.place, message, hint, "duplicate-id"))
            return
    home[entry.id] = entry
