"""The package as others get it: what is in the wheel, and that it runs alone, elsewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path
from urllib.request import urlopen

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
_PATIENCE = 60  # seconds for a build or a start on a slow machine


@dataclass(frozen=True)
class Installed:
    """An environment that holds the wheel and what it declares to need, and nothing else."""

    command: Path
    needs: Path
    folder: Path

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.command, *words],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )

    @property
    def environment(self) -> dict[str, str]:
        home = str(self.folder)
        return {"PYTHONPATH": str(self.needs), "PATH": os.defpath, "HOME": home, "LANG": "C.UTF-8"}


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel built from the unpacked sdist: without the repository, Node or a network."""
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (source,) = folder.iterdir()
    return _build("wheel", source, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder / "env", symlinks=True)
    python = folder / "env" / "bin" / "python"
    target = folder / "env" / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    pip = (sys.executable, "-m", "pip", "--python", str(python), "install")
    subprocess.run(
        [*pip, "--quiet", "--no-deps", "--no-index", wheel], check=True, timeout=_PATIENCE
    )
    (told,) = (target / "site-packages").glob("journey_navigator-*.dist-info")
    needs = folder / "needs"
    needs.mkdir()
    for name in _declared(Distribution.at(told), set()):
        _lend(name, needs)
    return Installed(python.with_name("navigator"), needs, folder)


@pytest.fixture
def address(installed: Installed) -> Iterator[str]:
    with subprocess.Popen(
        [installed.command, "serve", "--port", "0", "--workers", "1"],
        cwd=installed.folder,
        env=installed.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        found = re.search(r"http://\S+", said)
        try:
            assert found is not None, said
            yield found[0]
        finally:
            process.terminate()


@pytest.mark.parametrize("folder", ["templates", "journeys"])
def test_the_wheel_holds_every_file_of(wheel: Path, folder: str) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"navigator/{file.relative_to(ROOT)}" for file in _files(ROOT / folder)}
    assert wanted
    assert wanted <= held


@pytest.mark.parametrize("folder", ["content/schema", "translations", "web/static"])
def test_the_wheel_holds_what_the_package_reads(wheel: Path, folder: str) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = {str(file.relative_to(ROOT)) for file in _files(ROOT / "navigator" / folder)}
    assert wanted <= held


def test_the_wheel_holds_the_compiled_look_and_no_source_of_it(wheel: Path) -> None:
    held = zipfile.ZipFile(wheel).namelist()
    assert {"navigator/web/static/site.css", "navigator/web/static/icons.svg"} <= set(held)
    assert not [name for name in held if "node_modules" in name or name.endswith(".scss")]


def test_the_sdist_holds_what_the_look_is_compiled_from(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert {"hatch_build.py", "assets/site.scss", "assets/package-lock.json"} <= held
    assert not [name for name in held if "node_modules" in name]


def test_the_shipped_journeys_are_checked_from_anywhere(installed: Installed) -> None:
    done = installed.run("check")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 errors" in done.stdout


def test_the_site_is_served_with_its_look_from_anywhere(address: str) -> None:
    home = _text(address)
    assert "What is happening in your life?" in home
    sheet = re.search(r'href="(/static/site\.css[^"]*)"', home)
    icons = re.search(r'href="(/static/icons\.svg[^"#]*)#', home)
    assert sheet is not None
    assert icons is not None
    assert ".usa-button" in _text(address.rstrip("/") + sheet[1])
    assert "<symbol" in _text(address.rstrip("/") + icons[1])


def _build(target: str, source: Path, into: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", into],
        cwd=source,
        check=True,
        capture_output=True,
        timeout=_PATIENCE,
    )
    (built,) = into.iterdir()
    return built


def _files(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file() and file.suffix != ".pyc"]


def _declared(wanting: Distribution, seen: set[str]) -> set[str]:
    """Return what a distribution says that it needs without extras, and what that needs."""
    for line in wanting.requires or ():
        needed = Requirement(line)
        wanted = needed.marker is None or needed.marker.evaluate({"extra": ""})
        if wanted and needed.name not in seen:
            seen.add(needed.name)
            _declared(distribution(needed.name), seen)
    return seen


def _lend(name: str, to: Path) -> None:
    """Link the files of a distribution that is installed here into the folder ``to``."""
    lent = distribution(name)
    tops = {
        file.parts[0] for file in lent.files or () if file.parts[0] not in ("..", "__pycache__")
    }
    for top in tops:
        if not (to / top).exists():
            (to / top).symlink_to(Path(str(lent.locate_file(top))))


def _text(address: str) -> str:
    with urlopen(address, timeout=_PATIENCE) as answer:
        return str(answer.read().decode())
