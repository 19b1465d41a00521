"""What holds for all tests: none judges by the clock, and in CI none by luck.

On a designer's machine Hypothesis searches at random; where ``CI`` is set it tries the same
examples each time, so that a change lands or not by what it does.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("unhurried", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("unhurried")
