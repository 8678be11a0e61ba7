"""Numbers as messages write them: 38, 1,600, 2.4万, 三十余, 二十八, 两."""

from __future__ import annotations

import re

NUMBER = r"(?:\d[\d,]*(?:\.\d+)?[百千万]?|[零一二三四五六七八九十百千万两]+)"
"""The pattern of a number, in narrow text."""

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_WAN = 10_000
_ARABIC = re.compile(r"(\d[\d,]*)(?:\.(\d+))?([百千万]?)")
_SCALE = {"": 1, "百": 100, "千": 1000, "万": _WAN}
_LONGEST = 12


def number(text: str) -> int | None:
    """Return the value of a number as written, None for what is none (万, 三四, 1,2,3万)."""
    if len(text) > _LONGEST:
        return None
    arabic = _ARABIC.fullmatch(text)
    if arabic is not None:
        whole, part, scale = arabic.groups()
        value = float(f"{whole.replace(',', '')}.{part or 0}") * _SCALE[scale]
        return round(value)
    return _chinese(text)


def _chinese(text: str) -> int | None:
    total = section = digit = 0
    is_open = False
    for sign in text:
        if sign in _DIGITS:
            if is_open and digit:
                return None  # 三四: a range, or digits read out
            digit, is_open = _DIGITS[sign], True
        elif sign in _UNITS:
            section += (digit or 1) * _UNITS[sign]
            digit, is_open = 0, False
        elif sign == "万" and (section or digit):
            total += (section + digit) * _WAN
            section, digit, is_open = 0, 0, False
        else:
            return None
    return total + section + digit if text else None
