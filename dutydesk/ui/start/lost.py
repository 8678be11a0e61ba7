"""What a restored room has lost, as lines an officer can enter again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from dutydesk.domain.backup import LostWrite
from dutydesk.domain.duty_log import EntryKind
from dutydesk.domain.instants import from_text
from dutydesk.wording.duty_log import ENTRY_KIND
from dutydesk.wording.when import full

_OTHER = {
    "open_item": "未办结事项的改动",
    "incident": "突发事件的改动",
    "report": "报告",
    "handover": "交接班",
    "shift": "班次",
    "officer": "值班人员的改动",
    "setting": "设置的改动",
    "contact": "通讯录的改动",
}


def lost_lines(lost: Sequence[LostWrite]) -> list[str]:
    """Return one line for each thing that the backup does not hold, oldest first."""
    return [line for write in lost for line in _lines(write)]


def _lines(write: LostWrite) -> Iterator[str]:
    at = full(write.recorded_at)
    try:
        images = json.loads(write.body)
    except ValueError:
        yield f"{at} 写入一次，内容读不出"
        return
    rows = list(_rows(images))
    entries = [row for table, row in rows if table == "log_entry" and row]
    for row in entries:
        yield f"{full(_at(row, write))} {_kind(row)} {_text(row)}"
    if not entries:
        words = dict.fromkeys(_OTHER[table] for table, _ in rows if table in _OTHER)
        yield f"{at} {'、'.join(words) or '其他改动'}"


def _rows(body: Any) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """Yield table and row of each after-image, passing over what is not one."""
    images = body.get("rows") if isinstance(body, dict) else None
    for image in images if isinstance(images, list) else []:
        match image:
            case [str(table), _, dict() | None as row]:
                yield table, row


def _at(row: dict[str, Any], write: LostWrite) -> Any:
    try:
        return from_text(row["at"])
    except (KeyError, TypeError, ValueError):
        return write.recorded_at


def _kind(row: dict[str, Any]) -> str:
    kind = row.get("kind")
    return ENTRY_KIND[EntryKind(kind)] if kind in set(EntryKind) else "记录"


def _text(row: dict[str, Any]) -> str:
    parts = (row.get(name) for name in ("source", "person", "phone", "text", "handling"))
    return " ".join(str(part) for part in parts if part)
