"""The bytes of a YAML file -> plain texts, mappings and lists that know their places, and problems.

Reading never raises: whatever the bytes are, it ends soon, and with a located message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from navigator.content.files import LARGEST_FILE
from navigator.content.nodes import Listed, Mapped, Node, Source, Text
from navigator.content.problems import Place, Problem
from navigator.content.yaml_faults import syntax_problem

LONGEST_LINE = 5_000  # characters
DEEPEST = 20  # mappings and lists within each other
MOST_PROBLEMS = 25  # of one file; more would bury the first

_UNREADABLE = re.compile(
    "[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(file: str, content: bytes) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return what the file holds (None where it cannot be read), and what is wrong with it."""
    if len(content) > LARGEST_FILE:
        message = f"The file is larger than {LARGEST_FILE // 1_000_000} MB and is not read."
        return None, (Problem(Place(file, 1, 1), message, "Split it into several.", "file-size"),)
    text = _decode(file, content)
    if isinstance(text, Problem):
        return None, (text,)
    source = Source(file, _UNREADABLE.sub(" ", text))
    spelling = tuple(_unreadable(file, text))
    if any(problem.rule == "long-line" for problem in spelling):
        return None, spelling
    node, problems = _Composer(source).compose()
    if spelling and any(problem.rule == "yaml" for problem in problems):
        return None, spelling  # what a tab broke need not be said twice
    return node, (*spelling, *problems)


def _decode(file: str, content: bytes) -> str | Problem:
    start = Place(file, 1, 1)
    hint = "Save it as UTF-8."
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or content[:2].count(0) == 1:
        return Problem(start, "The file is saved as UTF-16.", hint, "encoding")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        place = Source(file, before).place(len(before))
        return Problem(place, "From here on, the file is not UTF-8.", hint, "encoding")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unreadable(file: str, text: str) -> Iterator[Problem]:
    """Yield tabs, invisible signs and endless lines: the first of each line, and not too many."""
    found = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            message = f"The line is longer than {LONGEST_LINE:,} characters."
            hint = "Break it: a text may stand over several lines after `>-`."
            yield Problem(Place(file, number, LONGEST_LINE + 1), message, hint, "long-line")
        elif sign := _UNREADABLE.search(line):
            yield _sign(Place(file, number, sign.start() + 1), sign.group())
        else:
            continue
        found += 1
        if found == MOST_PROBLEMS:
            return


def _sign(place: Place, sign: str) -> Problem:
    if sign == "\t":
        return Problem(place, "A tab stands here.", "Use spaces.", "tab")
    message = f"An invisible sign (U+{ord(sign):04X}) stands here."
    return Problem(place, message, "Delete it.", "invisible-sign")


@dataclass
class _Open:
    """A mapping or list whose end is not read yet, and the key that waits for its value."""

    node: Mapped | Listed
    key: Text | None = None


class _GivenUpError(Exception):
    """Enough is said: no more of the file is read."""


@dataclass
class _Composer:
    """Puts the parser's events together without recursion, so that depth costs nothing."""

    source: Source
    root: Node | None = None
    documents: int = 0
    stack: list[_Open] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def compose(self) -> tuple[Node | None, tuple[Problem, ...]]:
        """Return the file's content and its problems; a file with broken YAML has no content."""
        try:
            for event in yaml.parse(self.source.text, Loader=_LOADER):
                self._take(event)
        except yaml.YAMLError as error:
            self.problems.append(syntax_problem(error, self.source))
            self.root = None
        except _GivenUpError:
            self.root = None
        if self.root is None and not self.problems:
            self._say(0, "The file is empty.", "Write its keys, or delete it.", "empty-file")
        return self.root, tuple(self.problems)

    def _take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._refuse_marks(event)
                self._attach(self._text(event))
            case yaml.MappingStartEvent():
                place = self.source.place(_start(event))
                self._open(event, Mapped(place, in_braces=bool(event.flow_style)))
            case yaml.SequenceStartEvent():
                self._open(event, Listed(self.source.place(_start(event))))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._attach(self.stack.pop().node)
            case yaml.AliasEvent():
                hint = "Write the value out, or give it a name as a fact."
                self._say(_start(event), "YAML aliases are not used here.", hint, "alias")
                alias = self.source.text[_start(event) : _end(event)]
                self._attach(Text(alias, self.source, _start(event), _end(event)))
            case yaml.DocumentStartEvent():
                self._begin_document(_start(event))

    def _text(self, event: yaml.ScalarEvent) -> Text:
        return Text(event.value, self.source, _start(event), _end(event), event.style or "")

    def _begin_document(self, index: int) -> None:
        self.documents += 1
        if self.documents > 1:
            message = "A second document begins here."
            self._say(index, message, "Leave out `---`, or make it a file of its own.", "yaml")
            raise _GivenUpError

    def _open(self, event: yaml.CollectionStartEvent, node: Mapped | Listed) -> None:
        self._refuse_marks(event)
        self.stack.append(_Open(node))
        if len(self.stack) > DEEPEST:
            message = f"More than {DEEPEST} mappings and lists stand within each other."
            hint = "No journey is that deep: look for brackets that are not closed."
            self._say(_start(event), message, hint, "too-deep")
            raise _GivenUpError

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        index = _start(event)
        if event.anchor is not None:
            hint = "Leave out the word with `&`; what is shared stands in a group."
            self._say(index, "YAML anchors are not used here.", hint, "anchor")
        if event.tag is not None:
            hint = "Leave out the word with `!`, or put the text between quotes."
            self._say(index, "YAML tags are not used here.", hint, "tag")

    def _attach(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if isinstance(parent.node, Listed):
            parent.node.append(node)
        elif parent.key is None:
            parent.key = self._key(node)
        else:
            self._set(parent.node, parent.key, node)
            parent.key = None

    def _key(self, node: Node) -> Text:
        if isinstance(node, Text):
            return node
        message = "A list or mapping stands where a key should."
        hint = "Write a plain key; a text that begins with { or [ needs quotes."
        self._report(Problem(node.place, message, hint, "key"))
        return Text(str(node.place), self.source, 0, 0)

    def _set(self, mapping: Mapped, key: Text, node: Node) -> None:
        if key in mapping:
            first = mapping.place_of(key).line
            message = f"`{key[:50]}` stands twice here; the first is on line {first}."
            self._report(Problem(key.place, message, "Keep one of them.", "duplicate-key"))
        else:
            mapping.add(key, node)

    def _say(self, index: int, message: str, hint: str, rule: str) -> None:
        self._report(Problem(self.source.place(index), message, hint, rule))

    def _report(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) >= MOST_PROBLEMS:
            raise _GivenUpError


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0
