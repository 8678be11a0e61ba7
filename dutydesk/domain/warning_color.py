"""The colours of warnings, apart from the rest: settings name one, and they are read at start."""

from __future__ import annotations

from enum import StrEnum


class WarningColor(StrEnum):
    """红, 橙, 黄, 蓝: the first is the highest."""

    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    BLUE = "blue"
