"""The keys of the room of figures."""

from __future__ import annotations

from dutydesk.ui.actions import ActionGroup, ActionSpec

EARLIER = ActionSpec(
    "statistics.earlier", "看上一个月（年）", "Ctrl+PgUp", ActionGroup.VIEW, "", room="统计"
)
LATER = ActionSpec(
    "statistics.later", "看下一个月（年）", "Ctrl+PgDown", ActionGroup.VIEW, "", room="统计"
)
PICTURE = ActionSpec(
    "statistics.picture", "统计图存为图片", "Ctrl+E", ActionGroup.ENTRY, "save", room="统计"
)
VERBS = (EARLIER, LATER, PICTURE)
