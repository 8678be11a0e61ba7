"""The keys of the room of absence notices."""

from __future__ import annotations

from dutydesk.ui.actions import ActionGroup, ActionSpec

NEW = ActionSpec(
    "absence_notice.new", "报备一次外出", "Ctrl+N", ActionGroup.ENTRY, "plus", room="外出报备"
)
BACK = ActionSpec("absence_notice.back", "选中的人销假", "Ctrl+J", ActionGroup.ENTRY, "check")
CHANGE = ActionSpec(
    "absence_notice.change", "变更选中的报备", "Ctrl+E", ActionGroup.ENTRY, "pencil"
)
CANCEL = ActionSpec("absence_notice.cancel", "取消选中的报备", "Ctrl+D", ActionGroup.ENTRY, "x")
VERBS = (NEW, BACK, CHANGE, CANCEL)
