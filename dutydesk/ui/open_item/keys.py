"""The keys of the room of open items."""

from __future__ import annotations

from dutydesk.ui.actions import ActionGroup, ActionSpec

NEW = ActionSpec(
    "open_item.new", "列一件未办结事项", "Ctrl+N", ActionGroup.ENTRY, "plus", room="未办结"
)
PROGRESS = ActionSpec(
    "open_item.progress", "给选中的事项记进展", "Ctrl+U", ActionGroup.ENTRY, "pencil"
)
CLOSE = ActionSpec("open_item.close", "办结选中的事项", "Ctrl+J", ActionGroup.ENTRY, "check")
REOPEN = ActionSpec(
    "open_item.reopen", "重新办理选中的事项", "Ctrl+R", ActionGroup.ENTRY, "undo-2"
)
VERBS = (NEW, PROGRESS, CLOSE, REOPEN)
