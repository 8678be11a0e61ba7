"""The keys of the room of roll calls."""

from __future__ import annotations

from dutydesk.ui.actions import ActionGroup, ActionSpec

IN_ORDER = ActionSpec(
    "roll_call.in_order", "选中的单位：应答，在岗正常", "Ctrl+1", ActionGroup.ENTRY, "check"
)
NO_ANSWER = ActionSpec(
    "roll_call.no_answer", "选中的单位：无人接听", "Ctrl+2", ActionGroup.ENTRY, "triangle-alert"
)
WRONG_NUMBER = ActionSpec(
    "roll_call.wrong_number", "选中的单位：号码有误", "Ctrl+3", ActionGroup.ENTRY, "x"
)
RESULT = ActionSpec("roll_call.result", "填点名结果…", "Ctrl+E", ActionGroup.ENTRY, "pencil")
NEW = ActionSpec(
    "roll_call.new", "开始一次点名…", "Ctrl+N", ActionGroup.ENTRY, "plus", room="点名"
)
END = ActionSpec(
    "roll_call.end", "结束点名，记入日志", "Ctrl+J", ActionGroup.ENTRY, "scroll-text", room="点名"
)
PLANS = ActionSpec(
    "roll_call.plans", "点名计划", "Ctrl+M", ActionGroup.VIEW, "calendar-days", room="点名"
)
BEFORE = ActionSpec(
    "roll_call.before", "前一次点名", "Ctrl+PgUp", ActionGroup.VIEW, "undo-2", room="点名"
)
AFTER = ActionSpec(
    "roll_call.after", "后一次点名", "Ctrl+PgDown", ActionGroup.VIEW, "chevron-right", room="点名"
)
VERBS = (IN_ORDER, NO_ANSWER, WRONG_NUMBER, RESULT, NEW, END, PLANS, BEFORE, AFTER)
# What has no button of its own.
MORE = (BEFORE.id, AFTER.id, "desk.print", "roll_call.history")
