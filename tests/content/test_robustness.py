"""Whatever is done to the files: an answer in time, with places, and never an exception."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from navigator.content import check_folder
from tests.content.conftest import TODAY

SOUND = Path(__file__).parent / "every_key"
FILES = ("move.yaml", "common/shared.yaml")
PIECES = (
    *("{", "}", "[", "]", "- ", "'", '"', "*a", "&b", ",", ": ", "x: y", "  "),
    *("always", "today", "shared", "closed", "stage", "tell_post", "movers", "helping", "$5"),
    *("same as stage", "chosen in driver", "{deadline}", "when", "is", "not", "0", "OH"),
)


def spoiled(text: str, random: Random) -> str:
    """Return ``text`` with some lines dropped, emptied, exchanged or overwritten."""
    lines = text.split("\n")
    for _ in range(random.randint(1, 4)):
        here, there = random.randrange(len(lines)), random.randrange(len(lines))
        line = lines[here]
        start = line.find(":") + 1 if random.random() < 0.5 else random.randrange(len(line) + 1)
        match random.randrange(4):
            case 0:
                lines[here], lines[there] = lines[there], line
            case 1:
                lines[here] = line[:start]
            case 2:
                lines[here] = f"{line[:start]} {random.choice(PIECES)}"
            case _:
                lines[here] = line[:start] + random.choice(PIECES) + line[start:]
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(150))
def test_spoiled_files_are_answered_with_problems(seed: int) -> None:
    random = Random(seed)
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "common").mkdir()
        for file in FILES:
            text = (SOUND / file).read_text("utf-8")
            (folder / file).write_text(spoiled(text, random), "utf-8")
        library, problems = check_folder(folder, TODAY)
    assert library is not None or problems
    for problem in problems:
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        assert problem.message
        assert problem.hint
