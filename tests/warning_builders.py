"""Warnings for tests: one that came in at 08:20 of the day the clock stands on."""

from datetime import datetime

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.instants import from_iso
from dutydesk.domain.warning import DraftWarning, WarningStepKind
from dutydesk.domain.warning_color import WarningColor
from dutydesk.domain.warning_step import DraftWarningStep

TEXT = "预计未来3小时，我区大部分地区将出现50毫米以上降雨"
WHOLE = (
    "区气象台2026年11月20日08时18分发布暴雨橙色预警信号：预计未来3小时，我区大部分地区"
    "将出现50毫米以上降雨，山区可能引发山洪、滑坡等灾害，请有关单位做好防范。"
)


def at(clock: str, day: int = 20) -> datetime:
    """Return an instant of November 2026."""
    return from_iso(f"2026-11-{day:02}T{clock}")


def warning_draft(room: DutyRoom | None = None, **changes: object) -> DraftWarning:
    """Return a warning as typed, every field that the law asks for filled."""
    values: dict[str, object] = {
        "id": room.warning.new_id() if room is not None else "w1",
        "kind": "暴雨",
        "color": WarningColor.ORANGE,
        "issued_by": "区气象台",
        "issued_at": at("08:18"),
        "received_at": at("08:20"),
        "valid_from": at("08:18"),
        "valid_to": at("11:18"),
        "area": "全区",
        "content": TEXT,
        "measures": "停止户外作业",
        "channels": ("短信", "大喇叭"),
    }
    return DraftWarning(**{**values, **changes})  # type: ignore[arg-type]


def step_draft(
    warning_id: str, kind: WarningStepKind, step_id: str = "s1", **changes: object
) -> DraftWarningStep:
    """Return a step as typed, at 08:25."""
    values: dict[str, object] = {"at": at("08:25"), "to_whom": "丙某"}
    return DraftWarningStep(id=step_id, warning_id=warning_id, kind=kind, **{**values, **changes})  # type: ignore[arg-type]
