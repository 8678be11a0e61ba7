"""The table of colours and measures as values; reads `resources/theme.toml`, knows no Qt."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import datetime, time
from enum import StrEnum
from pathlib import Path

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.instants import china

_LINEAR_BELOW = 0.04045  # sRGB transfer curve, IEC 61966-2-1


class Look(StrEnum):
    """The three palettes."""

    DAY = "day"
    NIGHT = "night"
    HIGH_CONTRAST = "high_contrast"


class LookChoice(StrEnum):
    """What the officer set; ``auto`` is day or night by the hour."""

    CLOCK = "auto"
    DAY = "day"
    NIGHT = "night"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True)
class Tokens:
    """All roles: colours by palette (``#RRGGBB``), measures and type sizes in pixels at 100 %."""

    palettes: Mapping[Look, Mapping[str, str]]
    measures: Mapping[str, int]
    sizes: Mapping[str, int]
    line_height: float
    night_from: time
    night_until: time
    body_pairs: tuple[tuple[str, str], ...]
    other_pairs: tuple[tuple[str, str], ...]


def read_tokens(file: Path) -> Tokens:
    """Read the token table; raises KeyError or ValueError when the shipped file is incomplete."""
    with file.open("rb") as stream:
        table = tomllib.load(stream)
    sizes = dict(table["type"])
    line_height = float(sizes.pop("line_height"))
    return Tokens(
        palettes={look: table["palettes"][look.value] for look in Look},
        measures=table["measures"],
        sizes=sizes,
        line_height=line_height,
        night_from=time.fromisoformat(table["night"]["from"]),
        night_until=time.fromisoformat(table["night"]["until"]),
        body_pairs=tuple((pair[0], pair[1]) for pair in table["pairs"]["body"]),
        other_pairs=tuple((pair[0], pair[1]) for pair in table["pairs"]["other"]),
    )


def look_at(choice: LookChoice, now: datetime, tokens: Tokens) -> Look:
    """Return the palette for an instant: the set one, or night between its two hours."""
    if choice is not LookChoice.CLOCK:
        return Look(choice.value)
    clock = china(now).time()
    is_night = clock >= tokens.night_from or clock < tokens.night_until
    return Look.NIGHT if is_night else Look.DAY


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two ``#RRGGBB`` colours, 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (_linear(channel) for channel in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _LINEAR_BELOW else ((channel + 0.055) / 1.055) ** 2.4
