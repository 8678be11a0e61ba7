"""What people type for numbers and times, brought to one form before it is read."""

from __future__ import annotations

import re
import unicodedata

_NUMERALS = "〇零一二两三四五六七八九十"
_VALUE = {sign: place for place, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}

# A weekday (周二) is no number; a number stands before its unit, or ends a time or a date.
_RUN = re.compile(
    rf"(?<![周期拜])(?:[{_NUMERALS}]+(?=个?(?:[年月日号点时分刻天]|半?小时))"
    rf"|(?<=[点时月])[{_NUMERALS}]+)"
)


def narrowed(text: str) -> str:
    """Return the text with narrow digits and signs, small letters and Arabic numbers.

    二十三点十五 becomes 23点15; what is no number up to 99, or no row of digits, stays.
    """
    words = unicodedata.normalize("NFKC", text).strip().lower()
    return _RUN.sub(lambda found: _arabic(found[0]), words)


def _arabic(run: str) -> str:
    tens, ten, ones = run.partition("十")
    if not ten:
        return "".join(str(_VALUE[sign]) for sign in run)
    if len(tens) > 1 or len(ones) > 1 or ones == "十":
        return run
    return str((_VALUE[tens] if tens else 1) * 10 + (_VALUE[ones] if ones else 0))
