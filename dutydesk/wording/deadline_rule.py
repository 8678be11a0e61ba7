"""Words of the unit's limits: a rule in one sentence, its parts for a table."""

from __future__ import annotations

from dutydesk.domain.deadline_rule import ClockStart, DeadlineRule
from dutydesk.domain.incident import IncidentLevel
from dutydesk.domain.report_clock import ReportClock
from dutydesk.wording.deadline_task import TASK
from dutydesk.wording.incident import CATEGORY, FIRST_WORD, LEVEL, MEDIUM, stage_word

CLOCK_START = {
    ClockStart.OCCURRED: "事发",
    ClockStart.RECEIVED: "接报",
    ClockStart.FIRST_DELIVERY: "首次书面报出",
    ClockStart.STABLE: "基本稳定",
}

SENSITIVE_ONLY = "敏感事件"
AT_ONCE = "立即"

_HOUR, _DAY = 60, 24 * 60
_IN_DAYS_FROM = 2 * _DAY


def rule_text(
    rule: DeadlineRule,
    first_word: str = FIRST_WORD,
    level: IncidentLevel | None = None,
    ungraded_as: IncidentLevel | None = None,
) -> str:
    """Return a rule in words, as stored on the reports it applied to.

    ``level`` is the incident's: without one yet the strictest rule applies, or those of the level
    the unit chose for that, and it is said.
    """
    ungraded = ""
    if level is IncidentLevel.UNCLASSIFIED:
        by = f"按{LEVEL[ungraded_as]}一档" if ungraded_as else "按最严一档"
        ungraded = f"未定级，{by}："
    scope = f"{scope_text(rule)}{matter_text(rule, first_word)}"
    return f"{ungraded}{scope}{measure_text(rule)}。依据：{rule.source}"


def clock_rule(clock: ReportClock, level: IncidentLevel, first_word: str = FIRST_WORD) -> str:
    """Return the rule of a clock in words; empty where it is no longer in the set."""
    if clock.rule is None:
        return ""
    return rule_text(clock.rule, first_word, level, clock.ungraded_as)


def scope_text(rule: DeadlineRule) -> str:
    """Return 事故灾难火灾较大, 各等级 for a rule of every level."""
    return "".join(
        (
            SENSITIVE_ONLY if rule.is_sensitive_only else "",
            CATEGORY[rule.category] if rule.category else "",
            rule.kind or "",
            LEVEL[rule.level] if rule.level else "各等级",
        )
    )


def matter_text(rule: DeadlineRule, first_word: str = FIRST_WORD) -> str:
    """Return 首报（电话）, 对外发布."""
    if rule.stage is None or rule.medium is None:
        return TASK[rule.task]
    return f"{stage_word(rule.stage, first_word)}（{MEDIUM[rule.medium]}）"


def measure_text(rule: DeadlineRule) -> str:
    """Return 接报后30分钟内, 每日08:00、17:00前, 每10天一次, 立即."""
    if rule.minutes is not None:
        return f"{CLOCK_START[rule.starts_from]}后{minutes_text(rule.minutes)}内"
    if rule.daily_times:
        return f"每日{'、'.join(rule.daily_times)}前"
    if rule.every_days is not None:
        return "每天一次" if rule.every_days == 1 else f"每{rule.every_days}天一次"
    return AT_ONCE


def minutes_text(minutes: int) -> str:
    """Return 30分钟, 2小时, 1小时30分钟; from two days on whole days are days: 30天."""
    if minutes >= _IN_DAYS_FROM and minutes % _DAY == 0:
        return f"{minutes // _DAY}天"
    hours, rest = divmod(minutes, _HOUR)
    return (f"{hours}小时" if hours else "") + (f"{rest}分钟" if rest or not hours else "")
