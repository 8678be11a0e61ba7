"""The keys of the room 值班日志, and what it says while it is empty."""

from __future__ import annotations

from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.widgets.empty_state import EmptyWords

_ROOM = "值班日志"

FURTHER = ActionSpec(
    "duty_log.further", "更多条件", "Ctrl+F", ActionGroup.VIEW, "search", room=_ROOM
)
CLEAR = ActionSpec("duty_log.clear", "清空条件", "Ctrl+D", ActionGroup.VIEW, "x", room=_ROOM)
IN_CONTEXT = ActionSpec(
    "duty_log.in_context",
    "看选中记录的前后",
    "Ctrl+J",
    ActionGroup.VIEW,
    "scroll-text",
    room=_ROOM,
)
KEEP = ActionSpec(
    "duty_log.saved_filters",
    "常用条件",
    "Ctrl+S",
    ActionGroup.VIEW,
    "list-checks",
    room=_ROOM,
)
# The first nine saved filters.
USE = tuple(
    ActionSpec(
        f"duty_log.use_filter_{no}",
        f"第{no}组常用条件",
        f"Ctrl+{no}",
        ActionGroup.VIEW,
        "list-checks",
        room=_ROOM,
    )
    for no in range(1, 10)
)
VERBS = (FURTHER, CLEAR, IN_CONTEXT, KEEP, *USE)

EMPTY = EmptyWords(
    "scroll-text",
    "还没有值班记录",
    "各班记下的都在这里，可以按日期、类别和字句查找，一天一天打印。",
    "记第一条  F2",
)
