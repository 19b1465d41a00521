"""Where Chromium is: ``NAVIGATOR_CHROMIUM``, the PATH, or Debian's package when root may install.

``python -m tests.pages.find_chromium`` installs it if it is missing and that can be done here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

MISSING = (
    "There is no Chromium. Set NAVIGATOR_CHROMIUM to a Chromium or Chrome, put one on the PATH,"
    " or run `python -m tests.pages.find_chromium` as root on Debian."
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def find_chromium(environment: Mapping[str, str] | None = None) -> str | None:
    """Return the path of a Chromium; None if there is none. A path that was set must exist."""
    env = os.environ if environment is None else environment
    if told := env.get("NAVIGATOR_CHROMIUM"):
        if shutil.which(told) is None:
            raise FileNotFoundError(f"NAVIGATOR_CHROMIUM is {told!r}, which cannot be run.")
        return told
    found = (shutil.which(name, path=env.get("PATH")) for name in _NAMES)
    return next((path for path in found if path), None)


def can_install() -> bool:
    """Whether Debian's package can be installed by this process."""
    return (
        os.geteuid() == 0 and Path("/etc/debian_version").exists() and bool(shutil.which("apt-get"))
    )


def install_chromium() -> None:
    """Install Debian's package; what apt says of a failure goes to the terminal."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-qq", "-y", "chromium"]):
        subprocess.run(["apt-get", *command], check=False, env=quiet, stdout=sys.stderr)


def main() -> None:
    """Make sure that there is a Chromium where that can be done; say where it is.

    It does not fail without one: the tests do in CI, and elsewhere they are skipped with a reason.
    """
    if find_chromium() is None and can_install():
        install_chromium()
    sys.stdout.write(f"{find_chromium() or MISSING}\n")


if __name__ == "__main__":
    main()
