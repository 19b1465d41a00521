"""A kept library: the same as one made anew, and never used unless nothing has changed."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from navigator.content import ContentError, Library, open_library
from navigator.content.keeping import LibraryFile
from navigator.rules import Rulebook
from tests.cli.conftest import JOURNEYS

PACKAGE = Path(__file__).parents[2] / "navigator"
KEY = b"a key for tests that is 32 bytes"
LATER = "Moving to another house"
SCRIPT = """
import sys
from pathlib import Path
from navigator.content.keeping import LibraryFile
LibraryFile(Path("kept"), b"k" * 32).library(Path("journeys"))
print("made" if "navigator.content.checking" in sys.modules else "kept")
"""
UPDATED_MEANWHILE = """
from pathlib import Path
from navigator.content.keeping import LibraryFile
file = LibraryFile(Path("kept"), b"k" * 32)
file.library(Path("journeys"))
source = Path("navigator/rules/places.py")
source.write_text(source.read_text() + "# newer\\n")
Path("kept").unlink()
print(file.library(Path("journeys")).journeys["moving_house"].title, Path("kept").exists())
"""


class Planted:
    """What a stranger would like to have read: it would leave a mark."""

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return Path.touch, (Path("planted"),)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of a small folder of journeys, in the working directory."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(JOURNEYS, tmp_path / "journeys"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "kept"


@pytest.fixture
def program(folder: Path) -> Path:
    """Return the folder of a program of its own, beside the journeys."""
    for part in ("__init__.py", "settings.py"):
        (folder.parent / "navigator").mkdir(exist_ok=True)
        shutil.copy(PACKAGE / part, folder.parent / "navigator" / part)
    for part in ("content", "rules"):
        shutil.copytree(PACKAGE / part, folder.parent / "navigator" / part)
    return folder.parent


def opened(file: Path, folder: Path, key: bytes = KEY) -> Library:
    return LibraryFile(file, key).library(folder)


def is_used(file: Path, folder: Path, key: bytes = KEY) -> bool:
    """Open the library; say whether the kept one served, so that the file was left as it was."""
    os.utime(file, (0, 0))
    opened(file, folder, key)
    return file.stat().st_mtime == 0


def run(script: str, program: Path) -> str:
    found = subprocess.run(
        [sys.executable, "-c", script],
        cwd=program,
        env={**os.environ, "PYTHONPATH": "", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return found.stdout.strip()


def retitle(folder: Path) -> None:
    journey = folder / "moving_house.yaml"
    journey.write_text(journey.read_text().replace("title: Moving house", f"title: {LATER}"))


def test_a_kept_library_is_used_again_with_its_warnings(folder: Path, file: Path) -> None:
    (folder / "notes.yml").write_text("")
    first, again = opened(file, folder), opened(file, folder)

    assert is_used(file, folder)
    assert again.problems == first.problems != ()
    assert again.version == first.version == open_library(folder).version


def test_it_is_for_its_owner_alone_and_leaves_nothing_beside_it(folder: Path, file: Path) -> None:
    opened(file, folder)

    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert list(file.parent.iterdir()) == [file]


def test_changed_journeys_are_read_anew(folder: Path, file: Path) -> None:
    opened(file, folder)
    retitle(folder)

    assert opened(file, folder).journeys["moving_house"].title == LATER
    assert is_used(file, folder)


@pytest.mark.parametrize("name", ["common/more.yaml", "more.yaml", "more.yml"])
def test_a_new_file_is_seen(folder: Path, file: Path, name: str) -> None:
    opened(file, folder)
    text = "agencies:\n  town: {name: Town, link: https://example.org}\n"
    (folder / name).write_text(text if name.startswith("common") else "")

    try:
        assert not is_used(file, folder)
    except ContentError:
        assert name == "more.yaml", "an empty journey is an error"


def test_errors_are_said_each_time_and_what_was_kept_stays(folder: Path, file: Path) -> None:
    opened(file, folder)
    whole, kept = (folder / "moving_house.yaml").read_text(), file.read_bytes()
    (folder / "moving_house.yaml").write_text(whole + "  nonsense: [")

    for _ in range(2):
        with pytest.raises(ContentError):
            opened(file, folder)
    assert file.read_bytes() == kept
    (folder / "moving_house.yaml").write_text(whole)
    assert is_used(file, folder)


def test_the_same_journeys_elsewhere_have_other_places(folder: Path, file: Path) -> None:
    opened(file, folder)
    elsewhere = folder.rename(folder.with_name("elsewhere"))

    assert not is_used(file, elsewhere)
    step = next(iter(opened(file, elsewhere).steps.values()))
    assert step.place.file.startswith("elsewhere/")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda kept: b"",
        lambda kept: kept[:20],
        lambda kept: kept[:-1],
        lambda kept: kept + b"\0",
        lambda kept: kept[:40] + bytes([kept[40] ^ 1]) + kept[41:],
        lambda kept: bytes([kept[0] ^ 1]) + kept[1:],
        lambda kept: pickle.dumps(Planted()),
        lambda kept: kept[:32] + pickle.dumps(Planted()),
    ],
    ids=["empty", "short", "cut", "longer", "changed", "seal", "planted", "planted behind a seal"],
)
def test_a_file_that_is_not_as_it_was_written_is_not_looked_at(
    folder: Path, file: Path, spoil: Callable[[bytes], bytes]
) -> None:
    opened(file, folder)
    file.write_bytes(spoil(file.read_bytes()))

    assert not is_used(file, folder)
    assert is_used(file, folder), "it is written anew"
    assert not Path("planted").exists()


def test_what_another_site_kept_is_not_used(folder: Path, file: Path) -> None:
    opened(file, folder)

    assert not is_used(file, folder, key=KEY[::-1])


def test_a_file_that_can_be_neither_read_nor_written_stops_nothing(
    folder: Path, file: Path
) -> None:
    file.mkdir(parents=True)
    assert "moving_house" in opened(file, folder).journeys
    assert list(file.parent.iterdir()) == [file]

    assert "moving_house" in opened(folder / "moving_house.yaml" / "kept", folder).journeys


def test_a_kept_rulebook_goes_on_reading_sentences(folder: Path, file: Path) -> None:
    opened(file, folder)
    kept, made = opened(file, folder).rulebook, open_library(folder).rulebook

    assert isinstance(kept, Rulebook)
    assert kept.kinds == made.kinds
    assert kept.definitions == made.definitions
    name = next(name for name, kind in made.kinds.items() if str(kind) == "yes or no")
    assert str(kept.condition(f"not {name}")) == f"not {name}"


@pytest.mark.parametrize(
    "changed", ["navigator/rules/places.py", "navigator/rules/grammar.lark", "new-1.0.dist-info"]
)
def test_what_another_program_kept_is_not_used(program: Path, changed: str) -> None:
    assert [run(SCRIPT, program) for _ in range(2)] == ["made", "kept"]
    with (program / changed).open("a") as source:
        source.write("\n")

    assert [run(SCRIPT, program) for _ in range(2)] == ["made", "kept"]


def test_a_program_updated_while_it_runs_neither_uses_nor_keeps(program: Path) -> None:
    assert run(UPDATED_MEANWHILE, program) == "Moving house False"
