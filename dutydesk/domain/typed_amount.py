"""What a tired hand types for a figure: ``3``, ``３人``, ``12.5万``, ``1亿``, ``2公顷``."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal

_NUMBER = re.compile(r"(\d{1,15}(?:\.\d{1,6})?)(\D*)")
_LARGEST = 10**15

_UNITS = {
    "loss_yuan": {"": 1, "元": 1, "万": 10**4, "万元": 10**4, "亿": 10**8, "亿元": 10**8},
    "burnt_area_m2": {"": 1, "平方米": 1, "平米": 1, "m2": 1, "公顷": 10**4, "ha": 10**4},
}
_PEOPLE = {"": 1, "人": 1, "名": 1}


@dataclass(eq=False)
class AmountUnclear(Refusal):
    """The text is no figure of this kind: ``figure`` is its field, ``text`` what was typed."""

    figure: str
    text: str


def read_amount(figure: str, text: str) -> int | None:
    """Return a figure in people, yuan or square metres; None when nothing was typed.

    Raises AmountUnclear, also for a fraction of a person.
    """
    words = unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "").lower()
    if not words:
        return None
    match = _NUMBER.fullmatch(words)
    unit = _UNITS.get(figure, _PEOPLE).get(match[2]) if match else None
    if match is None or unit is None:
        raise AmountUnclear(figure, text)
    value = Decimal(match[1]) * unit
    if value != int(value) or value > _LARGEST:
        raise AmountUnclear(figure, text)
    return int(value)
