"""The keys of the duty desk."""

from __future__ import annotations

from PySide6.QtCore import Qt

from dutydesk.ui.actions import ActionGroup, ActionSpec

CORRECT = ActionSpec("duty_desk.correct", "更正选中的记录", "Ctrl+E", ActionGroup.ENTRY, "pencil")
PARK = ActionSpec(
    "duty_desk.park",
    "放下这条草稿，另记一条",
    "Ctrl+N",
    ActionGroup.ENTRY,
    "file-text",
    room="值班台",
)
START_INCIDENT = ActionSpec(
    "duty_desk.incident", "由选中的记录建突发事件", "Ctrl+I", ActionGroup.ENTRY, "siren"
)
LIST_OPEN = ActionSpec(
    "duty_desk.open_item", "选中的记录列入未办结", "Ctrl+T", ActionGroup.ENTRY, "list-checks"
)
AGAIN = ActionSpec(
    "duty_desk.again",
    "再记一条：同一人、同一类别",
    "Ctrl+D",
    ActionGroup.ENTRY,
    "plus",
    room="值班台",
)
CONTINUE = ActionSpec(
    "duty_desk.continue",
    "接着这件事记一条",
    "Ctrl+R",
    ActionGroup.ENTRY,
    "corner-down-right",
    room="值班台",
)
CONTINUED = ActionSpec(
    "duty_desk.continued",
    "看它接的是哪一条",
    "Ctrl+Shift+Up",
    ActionGroup.VIEW,
    "undo-2",
    room="值班台",
)
FURTHER = ActionSpec(
    "duty_desk.further", "这一类的更多栏目", "Ctrl+M", ActionGroup.ENTRY, "chevron-down"
)
READ_BACK = ActionSpec("duty_desk.read_back", "已复述核对", "Ctrl+B", ActionGroup.ENTRY, "check")
CHOOSE = ActionSpec(
    "duty_desk.choose", "到本班记录里选一条", "Ctrl+Up", ActionGroup.ENTRY, "list-checks"
)

# In the search field of the whole log the arrows choose a row, so that reading on needs no Tab.
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_PageUp: -10,
}
