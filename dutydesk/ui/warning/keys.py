"""The keys of the room of warnings."""

from __future__ import annotations

from dutydesk.ui.actions import ActionGroup, ActionSpec

NEW = ActionSpec("warning.new", "登记一条预警", "Ctrl+N", ActionGroup.ENTRY, "plus", room="预警")
PASTE = ActionSpec(
    "warning.paste",
    "粘贴预警原文来登记",
    "Ctrl+Shift+V",
    ActionGroup.ENTRY,
    "file-input",
    room="预警",
)
REPORT = ActionSpec("warning.report", "报告选中的预警", "Ctrl+R", ActionGroup.ENTRY, "megaphone")
FORWARD = ActionSpec(
    "warning.forward", "转发选中的预警", "Ctrl+U", ActionGroup.ENTRY, "corner-down-right"
)
CALL = ActionSpec("warning.call", "叫应选中预警的责任人", "Ctrl+J", ActionGroup.ENTRY, "phone")
RESPOND = ActionSpec("warning.respond", "启动或调整应急响应", "Ctrl+Y", ActionGroup.ENTRY, "siren")
END_RESPONSE = ActionSpec(
    "warning.end_response", "终止应急响应", "Ctrl+M", ActionGroup.ENTRY, "check"
)
CHANGE = ActionSpec(
    "warning.change", "变更选中的预警（升级、降级）", "Ctrl+E", ActionGroup.ENTRY, "pencil"
)
LIFT = ActionSpec("warning.lift", "解除选中的预警", "Ctrl+D", ActionGroup.ENTRY, "x")
EXTEND = ActionSpec("warning.extend", "延续选中的预警", "Ctrl+B", ActionGroup.ENTRY, "clock")
NOTE = ActionSpec(
    "warning.note", "给选中的预警记一笔", "Ctrl+I", ActionGroup.ENTRY, "message-square"
)
KINDS = ActionSpec("warning.kinds", "编辑预警种类清单", "", ActionGroup.ENTRY, "list-checks")
STEPS = (REPORT, FORWARD, CALL, RESPOND, END_RESPONSE, CHANGE, LIFT, EXTEND, NOTE)
VERBS = (NEW, PASTE, *STEPS, KINDS)
