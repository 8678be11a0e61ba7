"""The keys of the handover page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dutydesk.domain.handover import CheckResult
from dutydesk.ui.actions import ActionGroup, ActionRegistry, ActionSpec

if TYPE_CHECKING:
    from dutydesk.ui.handover.checks import CheckSection
    from dutydesk.ui.handover.things import ThingSection

TO_SIGN = ActionSpec("handover.to_sign", "到签字处", "Ctrl+J", ActionGroup.ENTRY, "signature")
FILL_REST = ActionSpec(
    "handover.fill_rest", "其余检查项全部正常", "Ctrl+Shift+N", ActionGroup.ENTRY, "list-checks"
)
ALL_THERE = ActionSpec(
    "handover.all_there", "其余物品全部相符", "Ctrl+Shift+M", ActionGroup.ENTRY, "list-checks"
)
RESULT_KEYS = (
    (CheckResult.NORMAL, "检查项：正常", "Ctrl+1"),
    (CheckResult.ABNORMAL, "检查项：异常", "Ctrl+2"),
    (CheckResult.NOT_APPLICABLE, "检查项：不适用", "Ctrl+3"),
)


def bind(
    actions: ActionRegistry,
    page: QWidget,
    to_sign: Callable[[], None],
    checks: CheckSection,
    things: ThingSection,
) -> None:
    """Give the page its keys; those of a result are heard in the checklist alone."""
    actions.add(TO_SIGN, to_sign, page, local=True)
    actions.add(FILL_REST, checks.fill_rest, page, local=True)
    actions.add(ALL_THERE, things.fill_rest, page, local=True)
    for result, word, key in RESULT_KEYS:
        spec = ActionSpec(f"handover.{result.value}", word, key, ActionGroup.ENTRY)
        actions.add(spec, partial(checks.take, result), checks, local=True)
