"""Services that are built when something is first asked of them.

A room of the window is given what it writes with when it is built. Most of that is not used before
an officer acts, and loading it would keep the first room from the screen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

Service = TypeVar("Service")


def late(build: Callable[[], Service]) -> Service:
    """Return what stands in for a service; ``build`` gives the real one, each time the same."""
    return cast("Service", _Late(build))


class _Late:
    def __init__(self, build: Callable[[], Any]) -> None:
        self._build = build

    def __getattr__(self, name: str) -> Any:
        return getattr(self._build(), name)
