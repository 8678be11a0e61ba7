"""The keys of the room 值班表."""

from __future__ import annotations

from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.history.deed import history_spec

ROOM = "值班表"


def _spec(verb: str, word: str, key: str, icon: str = "", *, is_view: bool = False) -> ActionSpec:
    group = ActionGroup.VIEW if is_view else ActionGroup.ENTRY
    return ActionSpec(f"roster.{verb}", word, key, group, icon, room=ROOM)


EARLIER = _spec("earlier", "看上一个月的值班表", "Ctrl+PgUp", is_view=True)
LATER = _spec("later", "看下一个月的值班表", "Ctrl+PgDown", is_view=True)
TODAY = _spec("today", "回到今天", "Ctrl+Home", "calendar-days", is_view=True)
NEXT_FINDING = _spec("next_finding", "下一处要看的", "Ctrl+J", "triangle-alert", is_view=True)
COUNTS = _spec("counts", "每人值班次数", "Ctrl+T", "chart-column", is_view=True)
GENERATE = _spec("generate", "自动排班", "Ctrl+R", "refresh-cw")
MEMBERS = _spec("members", "值班人员和意愿", "Ctrl+E", "users")
SWAP = _spec("swap", "调班、替班", "Ctrl+S", "arrow-left-right")
UNDO = _spec("undo", "撤回最近一次调班", "Ctrl+Z", "undo-2")
PUBLISH = _spec("publish", "发布这个月", "Ctrl+P", "megaphone")
TAKE_BACK = _spec("take_back", "收回改版", "Ctrl+Shift+O", "undo-2")
IMPORT = _spec("import", "导入值班表", "Ctrl+I", "file-input")
POSTS = _spec("posts", "值班岗位", "Ctrl+Y", "list-checks")
HOLIDAYS = _spec("holidays", "节假日安排", "Ctrl+U", "calendar-days")
PERIODS = _spec("periods", "重点时段", "Ctrl+D", "flag")
HISTORY = history_spec("roster", ROOM)

VERBS = (
    GENERATE,
    SWAP,
    UNDO,
    MEMBERS,
    PUBLISH,
    TAKE_BACK,
    IMPORT,
    PERIODS,
    HOLIDAYS,
    POSTS,
    COUNTS,
    NEXT_FINDING,
    HISTORY,
    TODAY,
    EARLIER,
    LATER,
)
