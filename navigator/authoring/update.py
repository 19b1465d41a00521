"""Scenarios that fail -> their file with what comes out now as what they expect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from navigator.authoring.expectations import (
    Before,
    Exactly,
    Expectation,
    May,
    Must,
    MustNot,
    Next,
    Seen,
    field_of,
)
from navigator.authoring.scenario_files import Scenario, read_scenarios
from navigator.authoring.scenes import Scene
from navigator.authoring.update_beside import BesideRewriter
from navigator.authoring.written_scenario import folded, must_line
from navigator.authoring.yaml_lines import YamlLines
from navigator.content import Library
from navigator.content.files import shown_name
from navigator.content.folder import read_file
from navigator.content.nodes import Listed, Mapped, scalars
from navigator.engine.life import State
from navigator.engine.order import Placed
from navigator.rules import Truth


@dataclass(frozen=True)
class Update:
    """The text of one file of scenarios after the change, and what was changed, a line each."""

    path: Path
    text: str
    changes: tuple[str, ...]


def updates(library: Library, folder: Path, journeys: Sequence[str] = ()) -> Iterator[Update]:
    """Yield the files that change when each failing scenario expects what comes out now.

    Nothing is written. Scenarios that cannot be understood, or stand in `{ }`, stay as they are.
    """
    read = read_scenarios(library, folder)
    by_file: dict[str, list[Scenario]] = {}
    for scenario in read.all:
        if not scenario.problems and not (journeys and set(journeys).isdisjoint(scenario.journeys)):
            by_file.setdefault(scenario.place.file, []).append(scenario)
    for path in sorted((folder / "scenarios").glob("[!.]*.yaml")):
        if scenarios := by_file.get(shown_name(path)):
            update = _updated(library, path, scenarios)
            if update.changes:
                yield update


def _updated(library: Library, path: Path, scenarios: Sequence[Scenario]) -> Update:
    root = read_file(path, "scenarios")[0].root.mapping("scenarios")
    lines = YamlLines.of(path.read_text("utf-8"))
    changes: list[str] = []
    for scenario in scenarios:
        scene = Scene(library, scenario.situation, scenario.journeys)
        body = root.mapping(scenario.id)
        rewriter = _Rewriter(scenario, Seen(scene.checklist, scene.words), body, lines)
        changes += [f"{scenario.id}: {change}" for change in rewriter.rewrite()]
    return Update(path, lines.text(), tuple(changes))


@dataclass
class _Rewriter:
    """Changes one scenario: ``gone`` and ``new`` are what leaves and enters each key."""

    scenario: Scenario
    seen: Seen
    body: Mapped
    lines: YamlLines
    gone: dict[str, list[str]] = field(default_factory=dict)
    new: dict[str, list[str]] = field(default_factory=dict)
    pairs: dict[tuple[str, str], tuple[str, str] | None] = field(default_factory=dict)
    next: tuple[str, ...] | None = None
    changes: list[str] = field(default_factory=list)

    def rewrite(self) -> list[str]:
        """Make the changes and return what they are."""
        failing = [e for e in self.scenario.expectations if any(True for _ in e.misses(self.seen))]
        if failing and self.body.in_braces:
            return ["stays as it is: write it over several lines, without { }"]
        for expectation in failing:
            self._weigh(expectation)
        self._rewrite_must()
        for key in ("must_not", "may"):
            self._rewrite_list(key)
        self._rewrite_order()
        if self.next is not None:
            self.lines.put(self.body, "next", folded("    next: ", self.next))
        beside = BesideRewriter(self.seen, self.body, self.lines).rewrite(failing)
        return [*self.changes, *beside]

    def _weigh(self, expectation: Expectation) -> None:
        match expectation:
            case Must():
                self._weigh_must(expectation)
            case MustNot(step):
                self._move(step, "must_not")
            case May(step):
                self._move(step, "may")
            case Before(first, then):
                self._weigh_order(first, then)
            case Next():
                self.next = self.seen.checklist.next
                self.changes.append(f"next: {', '.join(self.next) or 'none'}")
            case Exactly(steps):
                for step in [each for each in self.seen.places if each not in steps]:
                    self._move(step, None)

    def _weigh_order(self, first: str, then: str) -> None:
        both = self.seen.step(first) is not None and self.seen.step(then) is not None
        self.pairs[first, then] = (then, first) if both else None
        said = f"{then} before {first}" if both else f"{first} before {then} dropped"
        self.changes.append(f"order: {said}")

    def _weigh_must(self, must: Must) -> None:
        placed = self.seen.step(must.step)
        keys = {each.key for each in must.fields}
        if placed is None or ("status" not in keys and placed.entry.status is not Truth.YES):
            self._move(must.step, "must")
            return
        for each in must.fields:
            found = field_of(placed, each.key) or "none"
            old = each.value or "none"
            if found != old:
                written = str(self._written(must.step, each.key))
                if self.lines.replace_word(each.place, written, found):
                    self.changes.append(f"{must.step}: {each.key} {old} is now {found}")

    def _written(self, step: str, key: str) -> object:
        return self.body.mapping("must").mapping(step).get(key, "")

    def _move(self, step: str, source: str | None) -> None:
        placed = self.seen.step(step)
        target: str | None = "must" if _is_sure(placed) else "may"
        if placed is None:
            target = None if source == "must_not" or "exactly" in self.body else "must_not"
        if source is not None:
            self.gone.setdefault(source, []).append(step)
        stays = target == "must" and source != "must" and step in self.body.mapping("must")
        if target is not None and not stays and step not in self.new.setdefault(target, []):
            self.new[target].append(step)
        self.changes.append(f"{step}: from {source or 'nowhere'} to {target or 'nowhere'}")

    def _rewrite_must(self) -> None:
        must, gone, new = self.body.mapping("must"), self.gone.get("must", []), self._new_must()
        if must.in_braces or not must:
            if gone or new:
                kept = [self._kept(step) for step in must if step not in gone]
                head = "    must:" if kept or new else "    must: {}"
                self.lines.put(self.body, "must", [head, *kept, *new])
            return
        for step in gone:
            self.lines.replace_block(must.place_of(step).line, ())
        if new:
            last = max(must.place_of(step).line for step in must)
            self.lines.insert_after(last, new)

    def _new_must(self) -> list[str]:
        placed = (self.seen.step(step) for step in self.new.get("must", ()))
        return [f"      {must_line(each)}" for each in placed if each is not None]

    def _kept(self, step: str) -> str:
        """Return the line of a step under `must` with the keys it had, as they are now."""
        placed, written = self.seen.step(step), self.body.mapping("must").mapping(step)
        if placed is None:
            return f"      {step}: {{}}"
        fields = {key: field_of(placed, key) or "none" for key in written}
        return f"      {step}: {{{', '.join(f'{key}: {said}' for key, said in fields.items())}}}"

    def _rewrite_list(self, key: str) -> None:
        gone, new = self.gone.get(key, []), self.new.get(key, [])
        if gone or new:
            kept = [str(step) for step in self.body.listed(key) if step not in gone]
            ids = [*kept, *(step for step in new if step not in kept)]
            self.lines.put(self.body, key, folded(f"    {key}: ", ids) if ids else [])

    def _rewrite_order(self) -> None:
        if not self.pairs:
            return
        written = self.body.get("order")
        pairs: dict[tuple[str, ...], None] = {}
        for node in written if isinstance(written, Listed) else ():
            pair = tuple(map(str, scalars(node)))
            now = self.pairs.get((pair[0], pair[1]), (pair[0], pair[1]))
            if now is not None:
                pairs[now] = None
        lines = [f"      - [{first}, {then}]" for first, then in pairs]
        self.lines.put(self.body, "order", ["    order:", *lines] if lines else [])


def _is_sure(placed: Placed | None) -> bool:
    if placed is None:
        return False
    return placed.entry.status is Truth.YES or placed.entry.state is State.DONE
