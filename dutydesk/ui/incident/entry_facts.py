"""What a log entry already says of an incident; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dutydesk.domain.duty_log import LogEntry

_TITLE = 30
_CLAUSE_ENDS = re.compile(r"[，。；：、,;:!?！？\n]")
_WHO_SAYS = re.compile(r"^(?:[^，。；\n]{0,12}?(?:反映|报告称?|报称|来电称?))[:：，,]?\s*")
# When it was: the title says where and what.
_WHEN = re.compile(
    r"^(?:(?:\d{2,4}年|\d{1,2}月(?:\d{1,2}[日号])?|\d{1,2}日|(?:今|昨|当)[天日晚晨]|[凌清早]晨|早上|上午|中午|下午|傍晚"
    r"|晚上|晚(?=\d)|夜间|深夜|\d{1,2}[时点](?:\d{1,2}分?|半)?|\d{1,2}[:：]\d{2}分?|许|左右|前后)\s*)+[，,：:]?\s*"
)
_HAPPENS = re.compile(r"(?:发生|出现|突发|(?<![没所拥具只还])有(?![限关人]))(?:一起|了)?")
# A source that is a place itself, and a text that names one of its own.
_IS_PLACE = re.compile(r"(?:社区|小区|村|街道|镇|乡|园区|园|学校|医院|市场|站)$")
_NAMES_PLACE = re.compile(r"社区|小区|村|街道|[路街道巷镇乡]\d|学校|医院|市场")


def lines_from(entry: LogEntry, kinds: Iterable[str] = ()) -> dict[str, str]:
    """Return the fields of the form as the entry fills them; the place is a guess to correct."""
    return {
        "title": title_from(entry.text, entry.source, kinds),
        "place": entry.source,
        "source": " ".join(filter(None, (entry.source, entry.person, entry.phone))),
        "situation": entry.text,
    }


def title_from(text: str, source: str = "", kinds: Iterable[str] = ()) -> str:
    """Return place and kind as a title proposes them: 安和三社区3号楼燃气泄漏.

    At most the first clause: the paper reads 关于…的报告, and what was done stands in its text.
    """
    clause = _first_clause(text)
    found = [kind for kind in kinds if kind in clause]
    if found:
        kind = max(found, key=len)
        clause = clause[: clause.index(kind) + len(kind)]
    title = _HAPPENS.sub("", clause)
    if _IS_PLACE.search(source) and not _NAMES_PLACE.search(title):
        title = source + title
    return title[:_TITLE]


def _first_clause(text: str) -> str:
    said = _WHO_SAYS.sub("", _WHEN.sub("", text.strip()), count=1)
    said = _WHEN.sub("", said)
    clauses = (one.strip() for one in _CLAUSE_ENDS.split(said or text))
    return next((one for one in clauses if one), "")
