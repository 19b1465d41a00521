"""The lines of a YAML file, changed piece by piece: comments and the layout of all else stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from navigator.content.nodes import Mapped
from navigator.content.problems import Place


@dataclass
class YamlLines:
    """Lines with the changes to make; line numbers, from 1, are those before any change."""

    lines: list[str]
    _replaced: dict[int, str] = field(default_factory=dict)
    _cut: list[tuple[int, int, tuple[str, ...]]] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> YamlLines:
        """Return the lines of a file."""
        return cls(text.splitlines())

    def replace_word(self, place: Place, old: str, new: str) -> bool:
        """Put ``new`` where ``old`` stands at ``place``; say whether it stands there."""
        line, start = self._replaced.get(place.line, self.lines[place.line - 1]), place.column - 1
        for quoted in (old, f"'{old}'", f'"{old}"'):
            if line.startswith(quoted, start):
                self._replaced[place.line] = line[:start] + new + line[start + len(quoted) :]
                return True
        return False

    def replace_block(self, first: int, new: Sequence[str]) -> None:
        """Put ``new`` in place of the key on line ``first`` and all that belongs to it."""
        self._cut.append((first, self.end_of(first), tuple(new)))

    def insert_after(self, first: int, new: Sequence[str]) -> None:
        """Put ``new`` behind the key on line ``first`` and all that belongs to it."""
        end = self.end_of(first)
        self._cut.append((end, end, tuple(new)))

    def put(self, mapping: Mapped, key: str, new: Sequence[str]) -> None:
        """Put ``new`` where ``key`` of ``mapping`` stands, or behind all that does."""
        if key in mapping:
            self.replace_block(mapping.place_of(key).line, new)
        elif new:
            self.insert_after(max(mapping.place_of(each).line for each in mapping), new)

    def end_of(self, first: int) -> int:
        """Return the line behind the key on line ``first`` and all that is indented below it."""
        indent = _indent(self.lines[first - 1])
        end = first
        for number in range(first, len(self.lines)):
            line = self.lines[number]
            bare = line.strip()
            if not bare or bare.startswith("#"):
                continue
            is_item = _indent(line) == indent and bare.startswith("- ")
            if _indent(line) <= indent and not is_item:
                break
            end = number + 1
        return end + 1

    def text(self) -> str:
        """Return the file with all changes made."""
        lines = [self._replaced.get(n, line) for n, line in enumerate(self.lines, start=1)]
        for first, end, new in sorted(self._cut, key=lambda cut: (cut[0], cut[1]), reverse=True):
            lines[first - 1 : end - 1] = new
        return "\n".join([*lines, ""])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
