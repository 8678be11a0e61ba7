"""The keys of the room of bulletins."""

from __future__ import annotations

from dutydesk.ui.actions import ActionGroup, ActionSpec

NEW = ActionSpec("bulletin.new", "写一份简报", "Ctrl+N", ActionGroup.ENTRY, "plus", room="简报")
CHANGE = ActionSpec("bulletin.change", "修改选中的拟稿", "Ctrl+E", ActionGroup.ENTRY, "pencil")
SIGN = ActionSpec("bulletin.sign", "签发选中的拟稿", "Ctrl+J", ActionGroup.ENTRY, "signature")
DROP = ActionSpec("bulletin.drop", "选中的拟稿不发", "Ctrl+D", ActionGroup.ENTRY, "x")
WORD = ActionSpec(
    "bulletin.word", "存为 Word 文件", "Ctrl+Shift+P", ActionGroup.VIEW, "file-text", room="简报"
)
VERBS = (NEW, CHANGE, SIGN, DROP, WORD)
