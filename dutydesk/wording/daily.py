"""The text of a 值班日报: seven sections from what a duty day holds (domain notes §9.3).

Rules of this file: nothing is added to what the record says; an empty section says 无, so that a
reader sees that it was looked at.
"""

from __future__ import annotations

from collections.abc import Sequence

from dutydesk.domain.daily import DailyDirective, DailyFacts, DailyIncident, DailyPost
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.open_item import OpenItem
from dutydesk.domain.report import Report, ReportMedium
from dutydesk.domain.warning import WarningNotice, WarningState
from dutydesk.wording.bulletin_proposal import entry_words, incident_words
from dutydesk.wording.incident import MEDIUM, chinese_number
from dutydesk.wording.report import stage_line
from dutydesk.wording.warning import RESPONSE_LEVEL, WARNING_COLOR
from dutydesk.wording.when import day, spoken, spoken_near

NONE = "无。"
_COUNTED = (
    ((EntryKind.INCOMING_CALL,), "接来电", "个"),
    ((EntryKind.OUTGOING_CALL,), "去电", "个"),
    ((EntryKind.INCOMING_DOCUMENT, EntryKind.FAX), "来文", "件"),
    ((EntryKind.SUPERIOR_NOTICE,), "上级通知", "件"),
    ((EntryKind.VISIT,), "来访", "批"),
)


def title(facts: DailyFacts) -> str:
    """Return 7月8日值班日报."""
    return f"{day(facts.duty_date)}值班日报"


def body(facts: DailyFacts) -> str:
    """Return the whole text, heading by heading."""
    sections: tuple[tuple[str, Sequence[str]], ...] = (
        ("总体情况", _general(facts)),
        ("突发事件及处置", [_incident(one, facts) for one in facts.incidents]),
        ("预警和天气", _weather(facts)),
        ("重要来电来文", [entry_words(one) for one in facts.entries]),
        ("领导批示指示及落实", [_directive(one) for one in facts.directives]),
        ("未办结事项", [_item(one, facts) for one in facts.open_items]),
        (_duty_heading(facts), _posts(facts)),
    )
    lines = []
    for number, (heading, said) in enumerate(sections, 1):
        lines.append(f"{chinese_number(number)}、{heading}")
        lines += _numbered(said)
    return "\n".join(lines)


def nil_sentence(facts: DailyFacts) -> str:
    """Return 截至7月9日8时，本辖区未接报突发事件，各项工作运行平稳。."""
    return f"截至{spoken(facts.until)}，本辖区未接报突发事件，各项工作运行平稳。"


def _numbered(said: Sequence[str]) -> list[str]:
    if not said:
        return [NONE]
    return [f"{at}. {one}" if len(said) > 1 else one for at, one in enumerate(said, 1)]


def _general(facts: DailyFacts) -> list[str]:
    if facts.is_quiet:
        first = nil_sentence(facts)
    else:
        count = sum(one.is_of_day for one in facts.incidents)
        first = f"截至{spoken(facts.until)}，本辖区接报突发事件{count}起。"
    counted = [
        f"{word}{count}{unit}"
        for kinds, word, unit in _COUNTED
        if (count := sum(facts.counts.get(kind, 0) for kind in kinds))
    ]
    # One paragraph: numbered sentences would make two matters of it.
    said = first + (f"{'，'.join(counted)}。" if counted else "") + facts.nil_report
    return [said]


def _incident(one: DailyIncident, facts: DailyFacts) -> str:
    earlier = "" if one.is_of_day else "（此前接报）"
    return f"{earlier}{incident_words(one.incident)}{_reports(one.reports, facts)}"


def _reports(reports: Sequence[Report], facts: DailyFacts) -> str:
    if not reports:
        return "尚未报送。"
    said = []
    before = None
    for one in reports:
        # Only a new day is named: a bare clock behind it would be read as of that day.
        at = spoken_near(one.sent_at, before) if before else spoken(one.sent_at)
        said.append(f"{at}{_medium(one)}{stage_line(one, facts.first_report_word)}")
        before = one.sent_at
    return f"报送情况：{'，'.join(said)}。"


def _medium(report: Report) -> str:
    return MEDIUM[report.medium] if report.medium is ReportMedium.PHONE else ""


def _weather(facts: DailyFacts) -> list[str]:
    said = [f"天气：{facts.weather.strip().rstrip('。')}。"] if facts.weather.strip() else []
    return said + [warning_words(one) for one in facts.warnings]


def warning_words(one: WarningNotice) -> str:
    """Return 7月8日19时20分，区气象台发布暴雨橙色预警，影响全区，19时24分已报告…。."""
    parts = [
        f"{spoken(one.issued_at)}，{one.issued_by}发布{one.kind}{WARNING_COLOR[one.color]}预警"
    ]
    if one.area.strip():
        parts.append(f"影响{one.area.strip()}")
    if one.reported_at is not None:
        parts.append(
            f"{spoken_near(one.reported_at, one.issued_at)}报告{one.reported_to}".rstrip()
        )
    if one.forwarded_at is not None:
        parts.append(
            f"{spoken_near(one.forwarded_at, one.issued_at)}转发{one.forwarded_to}".rstrip()
        )
    if one.response_level is not None:
        parts.append(f"启动{RESPONSE_LEVEL[one.response_level]}")
    if one.ended_at is not None:
        word = "变更" if one.state is WarningState.REPLACED else "解除"
        parts.append(f"{spoken_near(one.ended_at, one.issued_at)}{word}")
    return "，".join(parts) + "。"


def _directive(one: DailyDirective) -> str:
    return f"{one.words.rstrip('。')}。{one.status}。"


def _item(one: OpenItem, facts: DailyFacts) -> str:
    due = f"，时限{spoken_near(one.due_at, facts.until)}" if one.due_at else ""
    return f"{one.title.rstrip('。')}，{one.owner}承办{due}。"


def _duty_heading(facts: DailyFacts) -> str:
    return f"{day(facts.next_date)}值班安排" if facts.next_date else "今日值班安排"


def _posts(facts: DailyFacts) -> list[str]:
    if not facts.next_posts:
        return []
    # A paragraph each, and no list: a number in brackets would begin the next line.
    said = [_post(one) for one in facts.next_posts]
    phone = [f"值班电话：{facts.duty_phone}"] if facts.duty_phone else []
    return ["\n".join([*said, *phone])]


def _post(one: DailyPost) -> str:
    phone = f"（{one.phone}）" if one.phone else ""
    return f"{one.post}：{one.person}{phone}"
