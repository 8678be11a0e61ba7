"""What is carried into the tree with the mouse: a unit or a person, by its id."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData

UNIT = "application/x-dutydesk-unit"
PERSON = "application/x-dutydesk-contact"


def carried(kind: str, record_id: str) -> QMimeData:
    """Return what a drag holds."""
    data = QMimeData()
    data.setData(kind, QByteArray(record_id.encode()))
    return data


def id_in(data: QMimeData, kind: str) -> str:
    """Return the id of a kind that a drag holds, empty without one."""
    return bytes(data.data(kind).data()).decode() if data.hasFormat(kind) else ""
