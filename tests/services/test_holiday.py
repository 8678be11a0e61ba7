import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dutydesk.assembly.clocks import FixedClock
from dutydesk.domain.duty_calendar import DayClass, HolidayDay, HolidaySource
from dutydesk.domain.holiday import Notice
from dutydesk.domain.holiday_refusals import HolidayDayOutside
from dutydesk.domain.instants import from_iso
from dutydesk.domain.officer import Actor, OfficerMayNot
from dutydesk.exchange import apart
from dutydesk.exchange.holiday_file import read_holiday_file
from tests.builders import Staff
from tests.handover_builders import BY

PAPER = ("国务院办公厅关于2027年部分节假日安排的通知",)
EVE = date(2026, 12, 31)
TYPED = Notice(2027, PAPER, (HolidayDay(date(2027, 1, 1), "元旦"),))


def test_a_year_is_typed_once_however_often_it_is_sent(staffed: Staff) -> None:
    service = staffed.room.holiday
    done = service.put(TYPED, by=BY)
    assert done.value.source is HolidaySource.TYPED
    assert done.changes.touched
    assert not service.put(TYPED, by=BY).changes.touched
    assert service.year(2027).notice == TYPED
    assert not service.calendar().is_estimated(date(2027, 5, 1))


def test_a_file_is_taken_in_and_given_back(staffed: Staff, tmp_path: Path) -> None:
    service = staffed.room.holiday
    file = tmp_path / "2026.json"
    day = {"name": "本地休假", "date": "2026-03-02", "isOffDay": True}
    file.write_text(json.dumps({"year": 2026, "papers": ["本地通知"], "days": [day]}))
    assert service.import_file(file, by=BY).value.source is HolidaySource.FILE
    assert service.calendar().day_class(date(2026, 3, 2)) is DayClass.LEGAL_HOLIDAY
    back = service.take_shipped(2026, by=BY)
    assert back.value.own is None
    assert service.calendar().day_class(date(2026, 3, 2)) is DayClass.WORKDAY
    assert not service.take_shipped(2026, by=BY).changes.touched


def test_one_day_of_a_shipped_year_is_told_otherwise(staffed: Staff) -> None:
    service = staffed.room.holiday
    service.set_days(2026, (EVE, EVE), "本地休假", is_off_day=True, by=BY)
    assert service.calendar().name(date(2026, 12, 31)) == "本地休假"
    assert service.calendar().name(date(2026, 10, 1)) == "国庆节", "the others stay"
    service.set_days(2026, (EVE, EVE), "", is_off_day=None, by=BY)
    assert service.calendar().name(date(2026, 12, 31)) == ""


def test_one_day_of_a_coming_year_leaves_it_estimated(staffed: Staff) -> None:
    service = staffed.room.holiday
    service.set_days(2027, (date(2027, 2, 9), date(2027, 2, 10)), "春节", is_off_day=True, by=BY)
    calendar = service.calendar()
    assert calendar.name(date(2027, 2, 5)) == "春节", "the law's days stay"
    assert calendar.is_estimated(date(2027, 2, 9))


def test_the_next_year_is_listed_and_asked_for_until_it_is_in(
    staffed: Staff, clock: FixedClock
) -> None:
    service = staffed.room.holiday
    clock.at = from_iso("2026-11-20T10:00")
    years = service.years()
    assert [one.notice.year for one in years[:2]] == [2027, 2026]
    assert [one.is_estimated for one in years[:2]] == [True, False]
    assert service.due_year() == 2027
    [line] = service.due()
    assert (line.title, line.is_quiet, line.due_at) == ("请更新2027年节假日", True, None)
    service.put(TYPED, by=BY)
    assert service.due() == []


def test_a_day_outside_its_year_is_refused_and_nothing_changes(staffed: Staff) -> None:
    service = staffed.room.holiday
    stray = Notice(2027, PAPER, (HolidayDay(date(2026, 3, 1), "元旦"),))
    with pytest.raises(HolidayDayOutside):
        service.put(stray, by=BY)
    assert service.year(2027).own is None


def test_only_an_administrator_changes_holidays_at_the_desk(staffed: Staff) -> None:
    officer = Actor(staffed.officer.id, staffed.officer.id)
    with pytest.raises(OfficerMayNot):
        staffed.room.holiday.put(TYPED, by=officer)


def test_a_holiday_file_is_opened_in_a_child_like_every_file_from_outside(
    staffed: Staff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []

    def spied(read: Callable[[Path], Notice], path: Path) -> Notice:
        opened.append(read)
        return TYPED

    monkeypatch.setattr(apart, "apart", spied)
    staffed.room.holiday.import_file(tmp_path / "2027.json", by=BY)
    assert opened == [read_holiday_file]
