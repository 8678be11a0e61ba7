"""The units a paper goes to, as they are written in one line of a form."""

from __future__ import annotations

from collections.abc import Iterable

_BETWEEN = "、"
_ALSO_BETWEEN = "，,；;\n"


def units_in(text: str) -> tuple[str, ...]:
    """Return the units of a line; whatever mark stands between them, blanks are none."""
    for sign in _ALSO_BETWEEN:
        text = text.replace(sign, _BETWEEN)
    return tuple(unit.strip() for unit in text.split(_BETWEEN) if unit.strip())


def line_of(units: Iterable[str]) -> str:
    """Return units as one line."""
    return _BETWEEN.join(units)
