"""The room of figures on five years: reading, computing and drawing a year, once it is loaded."""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from dutydesk import paths
from dutydesk.assembly.clocks import FixedClock, seeded_ids
from dutydesk.assembly.opening import create_room
from dutydesk.assembly.room import DutyRoom, NewRoom
from dutydesk.domain.incident import GRADES, Grading, Incident, IncidentCategory, IncidentStatus
from dutydesk.domain.instants import from_iso
from dutydesk.domain.paper_span import PaperSpan
from dutydesk.domain.report import Report, ReportMedium, ReportStage
from dutydesk.services.statistics import StatisticsView

LIMIT_MS = 200.0
YEARS, A_YEAR, RUNNING = 5, 600, 6
_FIRST = 2022
_KINDS = ("火灾", "道路交通事故", "燃气泄漏", "爆炸", "建筑坍塌", "触电", "溺水", "电梯事故")


def run(quick: bool) -> list[dict[str, Any]]:
    """Return a row for the year read and computed, and one for it drawn."""
    rounds = 5 if quick else 15
    with tempfile.TemporaryDirectory() as folder:
        room = _five_years(Path(folder) / "data")
        year = PaperSpan(date(_FIRST + YEARS - 1, 1, 1), date(_FIRST + YEARS - 1, 12, 31))
        view = room.statistics.of(year)
        read = _milliseconds(lambda: room.statistics.of(year), rounds)
        room.close()
    drawn = _milliseconds(_drawing(view), rounds)
    return [_row("statistics_read_and_drawn", read + drawn), _row("statistics_read", read)]


def _row(name: str, ours: float) -> dict[str, Any]:
    return {
        "name": name,
        "n": YEARS * A_YEAR,
        "ours": ours,
        "baseline": LIMIT_MS,
        "unit": "ms",
        "limit": 1.0,
    }


def _milliseconds(act: Callable[[], object], rounds: int) -> float:
    spent = []
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        spent.append((time.perf_counter() - start) * 1000)
    return median(spent)


def _drawing(view: StatisticsView) -> Callable[[], object]:
    """Return what shows the figures in charts that are there already, painted to the last line."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from dutydesk.ui.statistics.figures_view import FiguresView
    from dutydesk.ui.theme import Theme

    app = QApplication.instance() or QApplication([])
    page = FiguresView(Theme(paths.resources_dir(), "sans-serif"))
    page.resize(1100, 900)
    page.show()

    def show() -> None:
        page.show_hours(view.statistics.hours, "接报时段（起）", "起")
        page.show_view(view)
        page.grab()

    show()
    app.processEvents()
    return show


def _five_years(folder: Path) -> DutyRoom:
    """Make a room with so many incidents a year, three reports each, the newest still running."""
    clock = FixedClock(from_iso(f"{_FIRST}-01-01T08:30"))
    ids = seeded_ids(clock, 2026)
    room = create_room(folder, NewRoom("安和街道办事处值班室", is_practice=True), clock, ids)
    chance = random.Random(2026)
    for year in range(_FIRST, _FIRST + YEARS):
        with room.store.writing(actor="cli", action="incident.open") as work:
            for number in range(1, A_YEAR + 1):
                is_running = year == _FIRST + YEARS - 1 and number > A_YEAR - RUNNING
                at = from_iso(f"{year}-01-01T00:00") + timedelta(
                    minutes=chance.randrange(365 * 24 * 60)
                )
                incident = _incident(ids.new(), f"{year}-{number:03d}", at, chance, is_running)
                work.tables.incident.put(incident)
                work.tables.incident.add_grading(
                    Grading(
                        id=ids.new(),
                        incident_id=incident.id,
                        level=incident.level,
                        is_sensitive=False,
                        decided_at=at,
                        decided_by="甲某",
                    )
                )
                for stage in (ReportStage.FIRST, ReportStage.FOLLOW_UP, ReportStage.FINAL):
                    if not is_running:
                        work.tables.report.append(_report(ids.new(), incident, stage, chance))
    clock.at = from_iso(f"{_FIRST + YEARS}-01-01T08:30")
    return room


def _incident(
    key: str, number: str, at: datetime, chance: random.Random, is_running: bool
) -> Incident:
    over = None if is_running else at + timedelta(days=1)
    return Incident(
        id=key,
        incident_no=number,
        title="安和三社区火灾",
        category=IncidentCategory.ACCIDENT,
        kind=chance.choice(_KINDS),
        place="安和三社区",
        received_at=at,
        level=chance.choice(GRADES),
        status=IncidentStatus.HANDLING if is_running else IncidentStatus.ENDED,
        opened_at=at,
        opened_by="甲某",
        closed_at=over,
        closed_by=None if is_running else "甲某",
    )


def _report(key: str, incident: Incident, stage: ReportStage, chance: random.Random) -> Report:
    late = chance.choice((0, 0, 0, 0, 8))
    sent = incident.received_at + timedelta(minutes=28 + late)
    return Report(
        id=key,
        incident_id=incident.id,
        stage=stage,
        medium=ReportMedium.PHONE,
        sequence_no=1,
        title="关于安和三社区火灾情况的报告",
        body="情况" * 200,
        figures=incident.figures(),
        level=incident.level,
        report_to=("区政府总值班室",),
        drafted_by="甲某",
        signed_by="丙某",
        signed_at=sent,
        sent_at=sent,
        recorded_at=sent,
        starts_at=incident.received_at,
        due_at=incident.received_at + timedelta(minutes=30),
        is_met=not late,
        late_by_minutes=late,
        late_reason="通信中断" if late else "",
    )
