"""The practice room: a lived day, its handover, the running shift, at any hour."""

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from dutydesk.assembly.demo import build_demo
from dutydesk.assembly.demo_papers import write_papers
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.errors import RoomExists
from dutydesk.domain.incident import IncidentStatus
from dutydesk.domain.instants import from_iso
from dutydesk.domain.shift import ShiftStatus
from tests.conftest import ROOT

NOON = "2026-11-21T12:00"
HOURS = [
    ("2026-11-21T02:21", date(2026, 11, 20)),
    ("2026-11-21T08:29", date(2026, 11, 20)),
    ("2026-11-21T08:30", date(2026, 11, 21)),
    ("2026-11-21T08:31", date(2026, 11, 21)),
    ("2026-12-01T00:00", date(2026, 11, 30)),
    ("2027-01-01T09:00", date(2027, 1, 1)),
    ("2028-02-29T23:59", date(2028, 2, 29)),
]


@pytest.fixture
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[DutyRoom]:
    room = build_demo(tmp_path / "room", from_iso(getattr(request, "param", NOON)))
    yield room
    room.close()


@pytest.mark.parametrize(("made", "duty_date"), HOURS, indirect=["made"])
def test_at_any_hour_a_shift_runs_and_the_one_before_was_handed_over(
    made: DutyRoom, duty_date: date, tmp_path: Path
) -> None:
    now = made.clock.now()
    view = made.shift.view()
    assert view.shift is not None
    assert (view.shift.duty_date, view.shift.status) == (duty_date, ShiftStatus.ON_DUTY)
    assert view.shift.starts_at <= now < view.shift.ends_at
    (handed,) = made.handover.handovers(9)
    assert handed.facts.outgoing_shift.duty_date == duty_date - timedelta(days=1)
    entries = made.duty_log.entries_of_duty_date(duty_date)
    assert all(listed.entry.recorded_at <= now for listed in entries)
    assert made.verification.verify().ok
    papers = write_papers(made, tmp_path / "papers")
    assert len(papers) >= 15
    assert all(path.is_absolute() and path.stat().st_size > 1000 for path in papers)


def test_the_finished_day_holds_every_kind_of_thing_a_newcomer_should_see(made: DutyRoom) -> None:
    day = made.duty_log.entries_of_duty_date(date(2026, 11, 20))
    assert any(listed.is_struck for listed in day)
    assert any(listed.entry.is_late for listed in day)
    assert len({listed.entry.kind for listed in day}) >= 10
    (incident,) = made.incident.incidents()
    assert incident.incident.status is IncidentStatus.ENDED
    assert [report.stage.value for report in incident.reports] == [
        "first",
        "first",
        "follow_up",
        "final",
    ]
    assert made.settings.room().is_practice
    assert len(made.contacts.find("某", 50)) >= 9


def test_open_items_are_carried_on(made: DutyRoom) -> None:
    titles = [item.title for item in made.open_item.open_items()]
    assert any("车库" in title for title in titles)
    assert any("安和路" in title for title in titles)


def test_the_papers_show_the_day(made: DutyRoom, tmp_path: Path) -> None:
    papers = write_papers(made, tmp_path / "papers")
    text = {
        path.name: "".join(page.extract_text() for page in PdfReader(path).pages)
        for path in papers
    }
    sheet = next(words for name, words in text.items() if name.startswith("log_sheet"))
    assert "安和市场" in sheet
    assert "安和街道办事处值班室" in sheet
    directory = next(words for name, words in text.items() if name.startswith("directory"))
    assert "尉迟某" in directory
    reports = [words for name, words in text.items() if name.startswith("special_report")]
    assert len(reports) == 3


def test_a_room_that_is_there_is_not_written_over(made: DutyRoom) -> None:
    with pytest.raises(RoomExists):
        build_demo(made.store.folder, from_iso(NOON))


def demo_in_a_process(into: Path, now: str) -> dict[str, str]:
    words = [sys.executable, "main.py", "--json", "--now", now, "demo", "--into", str(into)]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True, timeout=120)
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((into / "papers").iterdir())
    }


@pytest.mark.parametrize("now", ["2026-11-21T02:21", "2026-11-30T23:59"])
def test_the_same_now_gives_equal_papers_in_two_processes(tmp_path: Path, now: str) -> None:
    first = demo_in_a_process(tmp_path / "a", now)
    assert len(first) >= 15
    assert demo_in_a_process(tmp_path / "b", now) == first


@pytest.mark.parametrize("made", ["2027-03-02T12:00"], indirect=True)
def test_the_reports_of_the_practice_day_speak_of_that_day(made: DutyRoom) -> None:
    (view,) = made.incident.incidents()
    bodies = "".join(report.body for report in view.reports)
    assert "3月1日18时13分" in bodies
    assert "11月20日" not in bodies
    assert "{" not in bodies
