"""The content of a session to few bytes and back, so that the fullest plan fits into a cookie."""

from __future__ import annotations

import json
from collections.abc import Mapping

import brotli

_QUICK, _DENSE = 5, 11  # a third of a millisecond, and up to 40 for the fullest plan
_MARKS = "marks"


def pack(content: Mapping[str, object], room: int) -> bytes:
    """Return ``content`` (JSON values) as bytes: at most ``room``, if any effort can reach that."""
    text = json.dumps(_grouped(content), separators=(",", ":")).encode()
    packed: bytes = brotli.compress(text, quality=_QUICK)
    return packed if len(packed) <= room else bytes(brotli.compress(text, quality=_DENSE))


def unpack(packed: bytes) -> dict[str, object]:
    """Return what was packed. Raises ValueError for anything else."""
    try:
        content = json.loads(brotli.decompress(packed))
    except brotli.error as error:
        raise ValueError(str(error)) from None
    return _spread(content) if isinstance(content, dict) else {}


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
