"""Type sizes and text styles of the papers, by the names offices use (domain.md §9.1)."""

from __future__ import annotations

from enum import Enum

from dutydesk.domain.dataclass import dataclass
from dutydesk.papers.font_files import Role

MM = 72 / 25.4
"""Points in a millimetre."""

ER_HAO, XIAO_ER, SAN_HAO, XIAO_SAN, SI_HAO, XIAO_SI, WU_HAO, XIAO_WU = (
    22.0,
    18.0,
    16.0,
    15.0,
    14.0,
    12.0,
    10.5,
    9.0,
)

Colour = tuple[float, float, float]

BLACK: Colour = (0.0, 0.0, 0.0)
RED: Colour = (0.89, 0.0, 0.0)
WATERMARK_GREY: Colour = (0.88, 0.88, 0.88)


class Align(Enum):
    """Where a line stands in its width; JUSTIFY spreads all but the last line of a paragraph."""

    LEFT = 0
    CENTER = 1
    RIGHT = 2
    JUSTIFY = 3


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set: sizes in points; `tracking` is added after every character."""

    role: Role
    size: float
    leading: float
    align: Align = Align.LEFT
    tracking: float = 0.0
    color: Colour = BLACK


CELL = TextStyle(Role.SONG, XIAO_WU, 12.6, Align.JUSTIFY)
CELL_LEFT = TextStyle(Role.SONG, XIAO_WU, 12.6, Align.LEFT)
CELL_CENTER = TextStyle(Role.SONG, XIAO_WU, 12.6, Align.CENTER)
CELL_HEAD = TextStyle(Role.HEI, XIAO_WU, 12.6, Align.CENTER)
CELL_BAND = TextStyle(Role.KAI, XIAO_WU, 12.6, Align.CENTER)
SECTION = TextStyle(Role.HEI, WU_HAO, 18.0)
REGISTER_TITLE = TextStyle(Role.TITLE, ER_HAO, 30.0, Align.CENTER)
REGISTER_UNIT = TextStyle(Role.SONG, XIAO_SI, 18.0, Align.CENTER)
REGISTER_NOTE = TextStyle(Role.SONG, XIAO_WU, 14.0, Align.LEFT)
FOOT = TextStyle(Role.SONG, XIAO_WU, 12.0)
