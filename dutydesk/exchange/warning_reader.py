"""Reads the pasted text of a warning by rules: colour, kind, who issued it, times, area, measures.

Rules of this file: nothing is guessed beyond the words; what is not found stays empty, and no text
raises. Every pattern is bounded, so that a hostile text costs no more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.warning import MAX_FIELD
from dutydesk.domain.warning_color import WarningColor
from dutydesk.domain.warning_reading import WarningReading
from dutydesk.exchange.message.plain import narrow
from dutydesk.exchange.warning_times import issued_at, validity

MAX_TEXT = 5_000
_HEADING = 40
_COLORS = {
    "红": WarningColor.RED,
    "橙": WarningColor.ORANGE,
    "黄": WarningColor.YELLOW,
    "蓝": WarningColor.BLUE,
}
_LEVELS = {
    **dict.fromkeys(("Ⅰ", "I", "一", "1"), WarningColor.RED),
    **dict.fromkeys(("Ⅱ", "II", "二", "2"), WarningColor.ORANGE),
    **dict.fromkeys(("Ⅲ", "III", "三", "3"), WarningColor.YELLOW),
    **dict.fromkeys(("Ⅳ", "IV", "四", "4"), WarningColor.BLUE),
}
_COLOR = re.compile(r"(?P<color>[红橙黄蓝])色?(?:级)?(?=预警|[()（）]|$|[,。;!\s信])")
_LEVEL = re.compile(r"(?P<level>Ⅰ|Ⅱ|Ⅲ|Ⅳ|III|II|IV|I|[一二三四1-4])级")
_CHANGED_TO = re.compile(r"(?:升级|降级|变更|调整|更新|升格|降低|提升|提高)(?:为|至|到|发布)")
_LIFTING = re.compile(r"解除[^。;\n]{0,30}预警|预警[^。;\n]{0,12}(?:已|予以)?解除")
# What a text calls a kind beside its name in the list.
_OTHER_NAMES = {
    "山洪": "山洪灾害",
    "地灾": "地质灾害",
    "内涝": "城市内涝",
    "渍涝": "城市内涝",
    "沙尘": "沙尘暴",
    "雷暴": "雷电",
    "重污染天气": "空气重污染",
    "森林草原火险": "森林火险",
    "雪灾": "暴雪",
    "强对流": "雷雨大风",
}
_HAN = r"\u4e00-\u9fff"
_ORGAN = (
    r"(?:气象台|气象局|应急管理局|应急局|应急办|水务局|水利局|自然资源局|自然资源委员会|"
    r"规划和自然资源局|生态环境局|林业局|园林绿化局|防汛办|防办|指挥部办公室|指挥部|"
    r"预警信息发布中心|预警中心|水文局|水文站|水文总站|气象服务中心|地震局|委员会|政府办公室)"
)
_CLOCK = r"[\d年月日时点分:/\-\s今明昨天凌晨早上午中下晚]{0,24}"
_ISSUER = re.compile(
    rf"(?P<who>[{_HAN}A-Za-z、·]{{2,40}}?)(?:于|在)?{_CLOCK}"
    r"(?:联合|继续|更新|再次)?(?:发布|升级|降级|变更|解除|将|签发)"
)
_ANY_ISSUER = re.compile(rf"[{_HAN}]{{0,16}}{_ORGAN}(?:[和与、][{_HAN}]{{0,16}}{_ORGAN}){{0,3}}")
_SAID_ISSUER = re.compile(rf"发布(?:单位|机构|部门)[:为]\s*(?P<who>[{_HAN}A-Za-z、·]{{2,40}})")
_DOC_NO = re.compile(
    rf"[{_HAN}]{{1,10}}[〔\[(]\d{{4}}[〕\])]\s?第?\d{{1,5}}号|(?:第|编号[:：]?)\d{{1,5}}号"
)
_AREA_SAID = re.compile(
    r"(?:可能)?(?:影响(?:范围|区域|地区)|受影响(?:区域|地区)|预警(?:范围|区域)|落区)"
    r"(?:[:为是]|主要(?:为|是)?)\s*(?P<area>[^。;\n]{2,120})"
)
_AREA = re.compile(
    r"(?:未来\d{1,3}(?:[-至到]\d{1,3})?个?(?:小时|天|日)(?:内|里)?|预计)[,，]?\s*"
    r"(?P<area>[^。;\n\d,]{2,60}?)"
    r"(?:仍?将|可能|仍|有(?:短时)?|累计|降雨量|降水量|的?最高|最低|会|已|受|发生|出现)"
)
_WHOLE_AREA = re.compile(r"(?:全|我|本)(?:市|区|县|镇|街道|乡)(?:大部(?:分地区)?|全域)?")
_AREA_END = re.compile(
    r"(?:街道|社区|乡镇|乡|镇|村|区|县|市|省|地区|山区|流域|道路|路段|境内|沿线|一带|大部|全域)$"
)
_MEASURES = re.compile(
    r"(?:防御指南|防御措施|防范措施|应对措施|应采取的措施|防范建议|工作要求|温馨提示)[:]?\s*"
    r"(?P<measures>.{2,2000})",
    re.DOTALL,
)
_PLEASE = re.compile(r"(?:请|要求|提醒)[^。;\n]{2,200}[。;]?")
_CAUSE = re.compile(r"(?P<cause>受[^。;,\n]{2,60}?影响)")
_IMPACT = re.compile(
    r"(?P<impact>[^。;\n,]{0,60}(?:可能|极易|容易|易)"
    r"(?:引发|造成|导致|发生|诱发)[^。;\n]{2,120}?)(?=[。;\n]|,请|,注意|$)"
)
_LEAD_IN = re.compile(r"^(?:据|经|接|根据|收到|转发|转|【|\[|\(|来自|由)+")


@dataclass(frozen=True, slots=True)
class _Level:
    """Kind and colour as one mention has them."""

    kind: str
    color: WarningColor | None


def read_warning(text: str, received_at: datetime, kinds: Sequence[str]) -> WarningReading:
    """Return what a text says; ``kinds`` are the names known here, ``received_at`` dates it."""
    text = text[:MAX_TEXT]
    plain = narrow(text)
    told = _target(plain)
    level = _level(told, kinds)
    issued = issued_at(plain, received_at)
    starts_at, ends_at = validity(plain, issued or received_at)
    return WarningReading(
        kind=level.kind,
        color=level.color,
        issued_by=_issuer(plain),
        issued_at=issued,
        title=_title(text),
        doc_no=_group(_DOC_NO, plain, text, 0),
        valid_from=starts_at,
        valid_to=ends_at,
        area=_area(plain, text),
        content=text.strip(),
        measures=_measures(plain, text),
        cause=_group(_CAUSE, plain, text, "cause"),
        impact=_group(_IMPACT, plain, text, "impact"),
        is_lifting=_LIFTING.search(plain) is not None,
        is_change=_CHANGED_TO.search(plain) is not None,
    )


def _target(plain: str) -> str:
    """Return the text from where it says what now holds: 由蓝色升级为黄色 tells of yellow."""
    found = _CHANGED_TO.search(plain)
    return plain[found.end() :] if found else plain


def _level(plain: str, kinds: Sequence[str]) -> _Level:
    names = {name: name for name in kinds} | {
        other: name for other, name in _OTHER_NAMES.items() if name in kinds
    }
    color = _COLOR.search(plain)
    if color is not None:
        # The kind stands before its colour, or after it: 暴雨橙色预警, 橙色(Ⅱ级)暴雨预警.
        before = plain[max(0, color.start() - 30) : color.start()]
        behind = plain[color.end() : color.end() + 20]
        kind = _last(before, names) or _first(behind, names) or _first(plain, names)
        return _Level(kind, _COLORS[color["color"]])
    level = _LEVEL.search(plain)
    return _Level(_first(plain, names), _LEVELS[level["level"]] if level else None)


def _last(part: str, names: dict[str, str]) -> str:
    found = [(part.rfind(name) + len(name), len(name), name) for name in names if name in part]
    return names[max(found)[2]] if found else ""


def _first(part: str, names: dict[str, str]) -> str:
    found = [(part.find(name), -len(name), name) for name in names if name in part]
    return names[min(found)[2]] if found else ""


def _issuer(plain: str) -> str:
    said = _SAID_ISSUER.search(plain)
    if said is not None:
        return said["who"]
    for found in _ISSUER.finditer(plain):
        organs = _ANY_ISSUER.search(found["who"])
        if organs is not None:
            return _LEAD_IN.sub("", organs[0])
    anywhere = _ANY_ISSUER.search(plain)
    return _LEAD_IN.sub("", anywhere[0]) if anywhere else ""


def _title(text: str) -> str:
    """Return the first line where it is a heading: short, of a warning, with more below it."""
    first, _, rest = text.strip().partition("\n")
    first = first.strip().strip("【】")
    is_heading = 0 < len(first) <= _HEADING and "预警" in first and not first.endswith("。")
    return first if is_heading and rest.strip() else ""


def _area(plain: str, text: str) -> str:
    said = _group(_AREA_SAID, plain, text, "area")
    if said:
        return said
    area = _group(_AREA, plain, text, "area").strip("在内的")
    return area if _AREA_END.search(area) else _group(_WHOLE_AREA, plain, text, 0)


def _measures(plain: str, text: str) -> str:
    said = _group(_MEASURES, plain, text, "measures")
    asked = (text[slice(*found.span())] for found in _PLEASE.finditer(plain))
    return said or "".join(asked)[:MAX_FIELD]


def _group(pattern: re.Pattern[str], plain: str, text: str, name: str | int) -> str:
    """Return a group as it was pasted: the plain text has the same places."""
    found = pattern.search(plain)
    return text[slice(*found.span(name))].strip(" ,:;，：；。\n") if found else ""
