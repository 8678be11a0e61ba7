"""The keys of the handover page."""

from __future__ import annotations

from dutydesk.domain.handover import CheckResult
from dutydesk.ui.actions import ActionGroup, ActionSpec

TO_SIGN = ActionSpec("handover.to_sign", "到签字处", "Ctrl+J", ActionGroup.ENTRY, "signature")
FILL_REST = ActionSpec(
    "handover.fill_rest", "其余检查项全部正常", "Ctrl+Shift+N", ActionGroup.ENTRY, "list-checks"
)
RESULT_KEYS = (
    (CheckResult.NORMAL, "检查项：正常", "Ctrl+1"),
    (CheckResult.ABNORMAL, "检查项：异常", "Ctrl+2"),
    (CheckResult.NOT_APPLICABLE, "检查项：不适用", "Ctrl+3"),
)
