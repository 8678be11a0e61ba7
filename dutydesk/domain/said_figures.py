"""Figures as a text states them: 死亡3人, 三名工人死亡, 2死5伤, 无人员伤亡, 损失6.5万元.

Rules of this file: what is said to be more (新增死亡1人) or about (10余人) is no figure to hold
against the record; what stands in brackets as reported before (上次报告2人) is not said of now.
"""

from __future__ import annotations

import re

from dutydesk.domain.dataclass import dataclass

_DIGITS = {
    sign: value
    for value, signs in enumerate(("零〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九"))
    for sign in signs
}
_TENS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"千": 1_000, "万": 10_000, "亿": 100_000_000}
_AREAS = {"平方米": 1, "公顷": 10_000, "平方公里": 1_000_000}

_WORDS = {
    "deaths": "死亡|遇难|身亡|丧生",
    "missing": "失踪|失联|下落不明",
    "seriously_injured": "重伤",
    "lightly_injured": "轻伤|轻微伤",
    "injured": "受伤|负伤",
    "poisoned_or_ill": "中毒或患病|中毒|患病|发病",
    "trapped": "被困",
    "at_risk": "涉险",
    "evacuated": "转移安置|紧急转移|转移|疏散",
}
_NAME_OF = {word: name for name, words in _WORDS.items() for word in words.split("|")}
_ANY = "|".join(sorted(_NAME_OF, key=len, reverse=True))
_N = r"(?:[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|[零〇一二两三四五六七八九十百千]+)"
_PEOPLE, _WHOM = r"(?:人|(?:名|位)[一-龥]{0,6}?)", "(?:周边|附近|受影响)?(?:人数|人员|群众|居民)?"
_HOW = "(?:当场|不幸|已|经抢救无效|抢救无效|在现场)?"
_ABOUT = r"[为共计达约近升上增至到已有：:]{0,6}"

_SAID = re.compile(
    "|".join(
        (
            r"(?P<none>无人员伤亡|无人伤亡|没有人员伤亡|没有造成人员伤亡|未造成人员伤亡)",
            rf"(?:无|没有|未造成)(?:一人|人员|人)(?P<nobody>{_ANY})",
            rf"(?P<dead>{_N})死(?:(?P<hurt>{_N})伤)?(?!亡)",
            rf"(?P<before>{_N}){_PEOPLE}{_HOW}(?P<before_word>{_ANY})",
            rf"(?P<after_word>{_ANY}){_WHOM}{_ABOUT}(?P<after>{_N})(?:人|名|位|例)",
            rf"损失(?:初步统计|估计)?{_ABOUT}(?P<loss>{_N})(?P<scale>亿|万|千)?元",
            rf"过火面积{_ABOUT}(?P<area>{_N})(?P<unit>平方米|公顷|平方公里)",
        )
    )
)
_FORMER = re.compile(r"[（(](?:上次|原|此前)[^（）()]*[）)]")
_MORE = re.compile(r"(?:新增|增加|又有|又|再|另有|另)(?:造成|致)?$")
_NEAR = 6
_WIDE = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """One figure of a text: its name, its value, the words it was said with."""

    name: str
    value: int
    words: str


def said_figures(text: str) -> list[SaidFigure]:
    """Return the figures a text states, in its order."""
    # A comma is of a number only between digits; elsewhere the wide one ends a clause.
    narrow = re.sub(r"[０-９．]", lambda sign: sign.group().translate(_WIDE), text)
    plain = _FORMER.sub(lambda former: " " * len(former.group()), narrow)
    return [
        figure
        for match in _SAID.finditer(plain)
        if not _MORE.search(plain[max(0, match.start() - _NEAR) : match.start()])
        for figure in _figures(match)
    ]


def count(text: str) -> int | None:
    """Return a whole number written in digits or in Chinese; None for what is none."""
    if re.fullmatch(r"[0-9]+(?:,[0-9]{3})*", text):
        return int(text.replace(",", ""))
    total, digit = 0, None
    for sign in text:
        if sign in _DIGITS:
            digit = _DIGITS[sign] if digit is None else digit * 10 + _DIGITS[sign]
        elif sign in _TENS:
            total += (1 if digit is None else digit) * _TENS[sign]
            digit = None
        else:
            return None
    return total + (digit or 0) if text else None


def _figures(match: re.Match[str]) -> list[SaidFigure]:
    words, part = match.group(), match.groupdict()
    if part["none"]:
        return [SaidFigure("deaths", 0, words), SaidFigure("injured", 0, words)]
    if part["nobody"]:
        return [SaidFigure(_NAME_OF[part["nobody"]], 0, words)]
    if part["loss"]:
        return _scaled("loss_yuan", part["loss"], _SCALES.get(part["scale"] or "", 1), words)
    if part["area"]:
        return _scaled("burnt_area_m2", part["area"], _AREAS[part["unit"]], words)
    if part["dead"]:
        found = [("deaths", part["dead"]), ("injured", part["hurt"])]
    elif part["before"]:
        found = [(_NAME_OF[part["before_word"]], part["before"])]
    else:
        found = [(_NAME_OF[part["after_word"]], part["after"])]
    return [
        SaidFigure(name, value, words)
        for name, said in found
        if said and (value := count(said)) is not None
    ]


def _scaled(name: str, said: str, scale: int, words: str) -> list[SaidFigure]:
    plain = said.replace(",", "")
    try:
        value = round(float(plain) * scale)
    except ValueError:
        whole = count(said)
        if whole is None:
            return []
        value = whole * scale
    return [SaidFigure(name, value, words)]
