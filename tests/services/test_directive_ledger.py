from dataclasses import replace
from datetime import date, timedelta

import pytest

from dutydesk.domain.directive import DraftDirective
from dutydesk.domain.directive_step import Chase, PassOn
from dutydesk.domain.instants import china_instant
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.paper_span import SpanUnclear
from tests.builders import Staff, item_draft

LEDGER = PaperRequest(PaperKind.DIRECTIVE_LEDGER)
LAST = china_instant(date(2026, 11, 30), 23, 59)
FIRST = china_instant(date(2026, 12, 1), 0, 0)


def note(staffed: Staff, text: str, **changes: object) -> str:
    room = staffed.room
    values = {"id": room.directive.new_id(), "leader": "区长", "at": room.clock.now()}
    draft = DraftDirective(**{**values, "text": text, **changes})  # type: ignore[arg-type]  # fields by name
    return room.directive.note(draft, by=staffed.by).value.id


def test_the_last_minute_of_a_month_is_in_it_and_midnight_in_the_next(staffed: Staff) -> None:
    room = staffed.room
    room.clock.at = FIRST  # type: ignore[attr-defined]  # FixedClock
    note(staffed, "月末", at=LAST)
    note(staffed, "月初", at=FIRST)
    for month, text in ((date(2026, 11, 3), "月末"), (date(2026, 12, 31), "月初")):
        ledger = room.directive_ledger.ledger(replace(LEDGER, month=month))
        assert [row.text for row in ledger.rows] == [text]
    both = replace(LEDGER, since=date(2026, 11, 30), until=date(2026, 12, 1))
    assert len(room.directive_ledger.ledger(both).rows) == 2
    with pytest.raises(SpanUnclear):
        room.directive_ledger.ledger(replace(both, month=date(2026, 11, 1)))


def test_a_row_holds_everything_of_its_line(staffed: Staff) -> None:
    room, by, now = staffed.room, staffed.by, staffed.room.clock.now()
    due = now + timedelta(hours=1)
    line = note(staffed, "排查隐患", carrier="首报", due_at=due)
    new = room.directive.new_id
    room.directive.pass_on(line, new(), PassOn(unit="应急办", person="乙某", at=now), by=by)
    room.directive.chase(line, new(), Chase("请抓紧", now, "在办"), by=by)
    (row,) = room.directive_ledger.ledger(LEDGER).rows
    assert (row.leader, row.form, row.status) == ("区长", "批示", "已传达")
    assert (row.carrier, row.source) == ("首报", "11月20日日志第1条")
    assert (row.passed_to, row.due_at) == ("应急办 乙某", due)
    assert [(one.text, one.reply) for one in row.chases] == [("请抓紧", "在办")]
    room.clock.at = due  # type: ignore[attr-defined]  # FixedClock
    assert not room.directive_ledger.ledger(LEDGER).rows[0].is_overdue
    room.clock.forward(seconds=1)  # type: ignore[attr-defined]  # FixedClock
    late = room.directive_ledger.ledger(LEDGER)
    assert (late.rows[0].is_overdue, late.overdue_count, late.closed_count) == (True, 1, 0)


def test_the_list_of_what_is_open_has_items_and_directives(staffed: Staff) -> None:
    room = staffed.room
    room.open_item.open(item_draft("路灯不亮", "市政"), by=staffed.by)
    note(staffed, "排查隐患")
    paper = room.directive_ledger.open_items()
    assert [one.title for one in paper.items] == ["路灯不亮"]
    assert [one.title for one in paper.directives] == ["区长批示：排查隐患"]
    assert paper.as_of == room.clock.now()
