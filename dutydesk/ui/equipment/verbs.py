"""The keys of the room of equipment."""

from __future__ import annotations

from dutydesk.ui.actions import ActionGroup, ActionSpec

NORMAL = ActionSpec("equipment.normal", "选中的设备：正常", "Ctrl+1", ActionGroup.ENTRY, "check")
ABNORMAL = ActionSpec(
    "equipment.abnormal", "选中的设备：异常…", "Ctrl+2", ActionGroup.ENTRY, "triangle-alert"
)
REPORTED = ActionSpec(
    "equipment.reported", "选中的设备：已报修…", "Ctrl+3", ActionGroup.ENTRY, "triangle-alert"
)
REST = ActionSpec(
    "equipment.rest", "其余设备全部正常", "Ctrl+Shift+N", ActionGroup.ENTRY, "list-checks"
)
NEW = ActionSpec("equipment.new", "列入一件设备", "Ctrl+N", ActionGroup.ENTRY, "plus", room="设备")
CHANGE = ActionSpec("equipment.change", "改选中的设备", "Ctrl+E", ActionGroup.ENTRY, "pencil")
VERBS = (NORMAL, ABNORMAL, REPORTED, REST, NEW, CHANGE)
