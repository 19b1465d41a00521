"""The content of a session to few bytes and back, so that the fullest plan fits into a cookie."""

from __future__ import annotations

import json
from collections.abc import Mapping

import brotli

from navigator.web.shorthand import Shorthand

_QUICK, _DENSE = 5, 11  # a third of a millisecond, and up to 40 for the fullest plan
_MARKS, _SHORT = "marks", "~"


def pack(content: Mapping[str, object], room: int, shorthand: Shorthand | None = None) -> bytes:
    """Return ``content`` (JSON values) as bytes: at most ``room``, if any effort can reach that.

    ``shorthand`` is for what is too large without it.
    """
    grouped = _grouped(content)
    packed = _compressed(grouped, _QUICK)
    if len(packed) > room:
        packed = _compressed(grouped, _DENSE)
    if len(packed) > room and shorthand is not None:
        packed = _compressed({_SHORT: shorthand.shorten(content)}, _DENSE)
    return packed


def unpack(packed: bytes, shorthand: Shorthand | None = None) -> dict[str, object]:
    """Return what was packed. Raises ValueError for anything else."""
    try:
        content = json.loads(brotli.decompress(packed))
    except brotli.error as error:
        raise ValueError(str(error)) from None
    if not isinstance(content, dict):
        return {}
    if _SHORT in content:
        return (shorthand or Shorthand()).lengthen(content[_SHORT])
    return _spread(content)


def _compressed(content: Mapping[str, object], quality: int) -> bytes:
    text = json.dumps(content, separators=(",", ":"), ensure_ascii=False).encode()
    return bytes(brotli.compress(text, quality=quality))


def _grouped(content: Mapping[str, object]) -> Mapping[str, object]:
    """Return ``content`` with its marks by what they say: many steps say the same."""
    marks = content.get(_MARKS)
    if not isinstance(marks, dict):
        return content
    steps: dict[str, list[str]] = {}
    for step, mark in marks.items():
        steps.setdefault(json.dumps(mark), []).append(step)
    groups = [[json.loads(mark), *names] for mark, names in steps.items()]
    return {**content, _MARKS: groups}


def _spread(content: dict[str, object]) -> dict[str, object]:
    groups = content.get(_MARKS)
    if not isinstance(groups, list):
        return content
    marks = {name: mark for mark, *names in groups for name in names}
    return {**content, _MARKS: marks}
