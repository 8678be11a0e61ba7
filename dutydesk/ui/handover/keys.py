"""The keys of the handover page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dutydesk.domain.handover import CheckResult
from dutydesk.ui.actions import ActionGroup, ActionRegistry, ActionSpec

if TYPE_CHECKING:
    from dutydesk.ui.handover.checks import CheckSection

TO_SIGN = ActionSpec("handover.to_sign", "到签字处", "Ctrl+J", ActionGroup.ENTRY, "signature")
FILL_REST = ActionSpec(
    "handover.fill_rest", "其余检查项全部正常", "Ctrl+Shift+N", ActionGroup.ENTRY, "list-checks"
)
ALL_THERE = ActionSpec(
    "handover.all_there", "其余物品全部相符", "Ctrl+Shift+M", ActionGroup.ENTRY, "list-checks"
)
FORCE = ActionSpec("handover.force", "单方交接…", "", ActionGroup.ENTRY, "signature")
STAY = ActionSpec("handover.stay", "继续值守…", "", ActionGroup.ENTRY, "signature")
EDIT_LIST = ActionSpec("handover.edit_list", "改清单", "", ActionGroup.ENTRY, "list-checks")
COUNTERSIGN = ActionSpec(
    "handover.countersign", "会签选中的交接", "", ActionGroup.ENTRY, "signature"
)
REVIEW = ActionSpec("handover.review", "审阅选中的交接", "", ActionGroup.ENTRY, "signature")
VERBS = (TO_SIGN, FILL_REST, ALL_THERE, FORCE, STAY, EDIT_LIST, COUNTERSIGN, REVIEW)
RESULT_KEYS = (
    (CheckResult.NORMAL, "检查项：正常", "Ctrl+1"),
    (CheckResult.ABNORMAL, "检查项：异常", "Ctrl+2"),
    (CheckResult.NOT_APPLICABLE, "检查项：不适用", "Ctrl+3"),
)


def bind(
    actions: ActionRegistry,
    page: QWidget,
    checks: CheckSection,
    handlers: Sequence[Callable[[], object]],
) -> None:
    """Give the page its verbs, in the order of VERBS; keys of a result work in the checklist."""
    for spec, handler in zip(VERBS, handlers, strict=True):
        actions.add(spec, handler, page, local=True)
    for result, word, key in RESULT_KEYS:
        spec = ActionSpec(f"handover.{result.value}", word, key, ActionGroup.ENTRY)
        actions.add(spec, partial(checks.take, result), checks, local=True)
