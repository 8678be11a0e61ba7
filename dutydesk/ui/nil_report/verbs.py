"""The keys of the room of zero reports."""

from __future__ import annotations

from dutydesk.ui.actions import ActionGroup, ActionSpec

CONTENT = ActionSpec(
    "nil_report.content", "选中的单位有情况或更正…", "Ctrl+E", ActionGroup.ENTRY, "pencil"
)
CHASE = ActionSpec("nil_report.chase", "催报选中的单位…", "Ctrl+B", ActionGroup.ENTRY, "phone")
UNANSWERED = ActionSpec(
    "nil_report.unanswered", "催报无人接听", "Ctrl+Shift+B", ActionGroup.ENTRY, "phone"
)
GROUP = ActionSpec(
    "nil_report.group", "几个单位一起零报告…", "Ctrl+Shift+A", ActionGroup.ENTRY, "list-checks"
)
SUMMARIZE = ActionSpec(
    "nil_report.summarize", "本期汇总记入日志", "Ctrl+J", ActionGroup.ENTRY, "scroll-text"
)
INCIDENT = ActionSpec(
    "nil_report.incident", "由选中单位的情况建突发事件", "Ctrl+I", ActionGroup.ENTRY, "siren"
)
NEW = ActionSpec(
    "nil_report.new", "列入一个下属单位", "Ctrl+N", ActionGroup.ENTRY, "plus", room="零报告"
)
CHANGE = ActionSpec("nil_report.change", "改选中的下属单位", "Ctrl+D", ActionGroup.ENTRY, "pencil")
MONTH = ActionSpec(
    "nil_report.month", "零报告月表", "Ctrl+M", ActionGroup.VIEW, "calendar-days", room="零报告"
)
BEFORE = ActionSpec(
    "nil_report.before", "前一期零报告", "Ctrl+PgUp", ActionGroup.VIEW, "undo-2", room="零报告"
)
AFTER = ActionSpec(
    "nil_report.after",
    "后一期零报告",
    "Ctrl+PgDown",
    ActionGroup.VIEW,
    "chevron-right",
    room="零报告",
)
NOW = ActionSpec(
    "nil_report.now", "回到本期零报告", "Ctrl+Home", ActionGroup.VIEW, "clock", room="零报告"
)
VERBS = (
    CONTENT,
    CHASE,
    UNANSWERED,
    GROUP,
    SUMMARIZE,
    INCIDENT,
    NEW,
    CHANGE,
    MONTH,
    BEFORE,
    AFTER,
    NOW,
)
# What has no button of its own.
MORE = (
    *(one.id for one in (UNANSWERED, INCIDENT, NEW, CHANGE, BEFORE, AFTER, NOW)),
    "desk.print",
    "nil_report.history",
)
