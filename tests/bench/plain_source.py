"""A value as Python source, and how sources are put together where a part may be None."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from math import lcm


@dataclass(frozen=True)
class Source:
    """An expression. ``nullable``: it may be None, for what does not apply.

    An exact amount is ``code`` divided by the constant ``over``, so that integers suffice.
    """

    code: str
    nullable: bool = False
    over: int = 1


@dataclass
class Scratch:
    """Names for what stands twice in an expression, and the constants it speaks of."""

    constants: dict[str, object] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=count)

    def constant(self, value: object) -> str:
        """Return the name of a global with ``value``."""
        for name, known in self.constants.items():
            if type(known) is type(value) and known == value:
                return name
        name = f"C{next(self._numbers)}"
        self.constants[name] = value
        return name

    def lifted(self, pattern: str, *parts: Source, over: int = 1, may_fail: bool = False) -> Source:
        """Return ``pattern`` with the codes of ``parts`` filled in; None if one of them is None.

        ``may_fail``: it may come to None all the same.
        """
        tests, codes = [], []
        for part in parts:
            test, code = self.tested(part)
            tests += [f"{test} is None"] if part.nullable else []
            codes.append(code)
        made = pattern.format(*codes)
        if not tests:
            return Source(made if made.isidentifier() else f"({made})", may_fail, over)
        return Source(f"(None if {' or '.join(tests)} else {made})", True, over)

    def tested(self, part: Source) -> tuple[str, str]:
        """Return how to look at ``part`` for the first time, and how from then on."""
        if not part.nullable or part.code.isidentifier():
            return part.code, part.code
        name = f"t{next(self._numbers)}"
        return f"({name} := {part.code})", name

    def scaled(self, part: Source, numerator: int, denominator: int = 1) -> Source:
        """Return ``part`` times a constant."""
        over = part.over * denominator
        if numerator == 1:
            return replace(part, over=over)
        return self.lifted(f"{{}} * {numerator}", part, over=over)

    def alike(self, *parts: Source) -> list[Source]:
        """Return ``parts`` with the same ``over``."""
        over = lcm(*(part.over for part in parts))
        return [replace(self.scaled(part, over // part.over), over=over) for part in parts]
