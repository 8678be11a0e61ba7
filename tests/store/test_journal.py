from dutydesk.domain.journal import GENESIS, seal
from tests.builders import Staff, draft


def test_every_row_is_sealed_over_the_one_before(staffed: Staff) -> None:
    staffed.room.duty_log.record(draft(staffed.room), by=staffed.by)
    with staffed.room.store.reading() as tables:
        rows = [row for _, row in tables.journal.each()]
        newest, head, count = (
            tables.journal.newest(),
            tables.journal.head(),
            tables.journal.count(),
        )
    assert rows[0].prev == GENESIS
    assert [row.prev for row in rows[1:]] == [row.hash for row in rows[:-1]]
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
    assert all(seal(row) == row.hash for row in rows)
    assert len({row.replica for row in rows}) == 1
    assert (newest, head, count) == (rows[-1], rows[-1].hash.hex(), len(rows))


def test_rows_are_read_on_from_any_place(staffed: Staff) -> None:
    with staffed.room.store.reading() as tables:
        every = list(tables.journal.each())
        assert list(tables.journal.each(2)) == every[2:]
        assert list(tables.journal.each(every[-1][0])) == []


def test_a_record_has_its_own_history_and_no_other(staffed: Staff) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room), by=staffed.by).value
    room.shift.describe("晴", "", by=staffed.by)
    room.shift.describe("雨", "", by=staffed.by)
    steps = room.history.steps("shift", staffed.shift.id)
    assert [step.row["weather"] for step in steps if step.row] == ["", "晴", "雨"]
    assert {step.actor for step in steps[1:]} == {staffed.admin.id}
    (only,) = room.history.steps("log_entry", entry.id)
    assert (only.action, only.table) == ("duty_log.record", "log_entry")
    assert room.history.steps("officer", staffed.shift.id) == []


def test_what_wrote_nothing_leaves_no_row(staffed: Staff) -> None:
    store = staffed.room.store
    with store.reading() as tables:
        before = tables.journal.head()
    with store.writing(actor="test", action="test.nothing"):
        pass
    with store.reading() as tables:
        assert tables.journal.head() == before
    with store.writing(actor="test", action="test.note") as work:
        work.note["why"] = "a note alone is worth a row"
    with store.reading() as tables:
        assert tables.journal.head() != before
