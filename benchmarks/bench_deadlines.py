"""时限 with a thousand incidents on file: a second, a refresh of the panel, the lane's minute.

The panel and the alarm are the desk's own, offscreen; what the lane reads is measured apart.
Limits are absolute: five milliseconds for what the window does, so that no key press waits.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

INCIDENTS, QUICK_INCIDENTS = 1_000, 1_000
REFRESH_MS, SECOND_MS, PAINT_MS, MINUTE_MS = 5.0, 0.5, 16.0, 50.0


def run(quick: bool = False) -> list[dict[str, Any]]:
    """Return a row for a second, a refresh after a change, the reading of a quiet minute."""
    from PySide6.QtWidgets import QApplication

    from dutydesk.app.start import build_window, dress
    from dutydesk.ui.messages import RecordingMessages
    from dutydesk.ui.tasks import InlineRunner

    class Lane(InlineRunner):
        """Does what is asked of the lane at once, or not at all while the window is measured."""

        is_away = False

        def submit(self, *given: Any, **named: Any) -> None:
            if not self.is_away:
                super().submit(*given, **named)

    lane = Lane()
    count = QUICK_INCIDENTS if quick else INCIDENTS
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        room = _room(Path(folder) / "room", count)
        window = build_window(room, dress(app), lane, RecordingMessages())
        window.resize(1366, 768)
        window.show()
        app.processEvents()
        try:
            return _rows(window, room, count, app, lane)
        finally:
            window.close()
            room.close()


def _rows(window: Any, room: Any, count: int, app: Any, lane: Any) -> list[dict[str, Any]]:
    from dutydesk.app.matters import line_round

    panel, hub, clock = window.deadlines, window.desk.hub, room.clock
    hub.beat()
    hub.beat()

    lane.is_away = True

    def second() -> None:
        clock.forward(seconds=1)
        hub.second.emit(clock.now())

    seconds = [_spent(second) for _ in range(40)]
    lines = panel.lines()
    # One clock was stopped by a report, then another: lines as the lane hands them over.
    turns = [lines[:at] + lines[at + 1 :] for at in range(count // 2, count // 2 + 12)]

    def refresh(turn: tuple[Any, ...]) -> None:
        panel._show(panel.read_no + 1, turn)  # noqa: SLF001 -- what a reading ends in

    def repaint() -> None:
        app.processEvents()

    refreshes, paints = [], []
    for turn in turns:
        refreshes.append(_spent(lambda turn=turn: refresh(turn)))
        paints.append(_spent(repaint))
    reader = line_round(room)
    reader.read()

    def minute() -> None:
        clock.forward(minutes=1)
        reader.read()

    minutes = [_spent(minute) for _ in range(12)]
    return [
        _row("deadlines: one second", count, median(seconds), SECOND_MS),
        _row("deadlines: panel and alarm after a change", count, median(refreshes), REFRESH_MS),
        _row("deadlines: layout and paint after it", count, median(paints), PAINT_MS),
        _row("deadlines: reading a quiet minute (lane)", count, median(minutes), MINUTE_MS),
    ]


def _row(name: str, n: int, ours: float, limit: float) -> dict[str, Any]:
    return {"name": name, "n": n, "ours": ours, "baseline": limit, "unit": "ms", "limit": 1.0}


def _spent(deed: Callable[[], None]) -> float:
    start = time.perf_counter()
    deed()
    return (time.perf_counter() - start) * 1000


def _room(folder: Path, count: int) -> Any:
    """Make a room in which a thousand incidents came in within minutes: every clock runs."""
    from dutydesk.assembly.clocks import FixedClock
    from dutydesk.assembly.opening import create_room
    from dutydesk.assembly.room import NewRoom
    from dutydesk.domain.incident import DraftIncident, IncidentCategory
    from dutydesk.domain.instants import from_iso
    from dutydesk.domain.officer import Actor

    clock = FixedClock(from_iso("2026-11-20T08:30+08:00"))
    room = create_room(folder, NewRoom("性能测试", is_practice=True), clock)
    by = Actor("cli")
    for number in range(count):
        clock.at += timedelta(seconds=1)
        draft = DraftIncident(
            id=room.incident.new_id(),
            title=f"安和街道第{number}社区燃气泄漏",
            category=IncidentCategory.ACCIDENT,
            kind="燃气泄漏",
            place=f"安和街道第{number}社区",
            received_at=clock.now(),
        )
        room.incident.open(draft, by=by)
    return room


if __name__ == "__main__":
    for measured in run():
        print(measured)
