"""The keys of the ledger of directives."""

from __future__ import annotations

from dutydesk.ui.actions import ActionGroup, ActionSpec

NEW = ActionSpec(
    "directive.new", "列一件领导批示", "Ctrl+N", ActionGroup.ENTRY, "plus", room="批示"
)
PASS_ON = ActionSpec(
    "directive.pass_on", "传达选中的批示", "Ctrl+U", ActionGroup.ENTRY, "corner-down-right"
)
SIGN_FOR = ActionSpec(
    "directive.sign_for", "记选中批示的签收", "Ctrl+R", ActionGroup.ENTRY, "user-check"
)
CHASE = ActionSpec("directive.chase", "催办选中的批示", "Ctrl+D", ActionGroup.ENTRY, "megaphone")
FEED_BACK = ActionSpec(
    "directive.feed_back", "记选中批示的反馈", "Ctrl+Y", ActionGroup.ENTRY, "message-square"
)
CLOSE = ActionSpec("directive.close", "办结选中的批示", "Ctrl+J", ActionGroup.ENTRY, "check")
VERBS = (NEW, PASS_ON, SIGN_FOR, CHASE, FEED_BACK, CLOSE)
