import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.errors import StoreReadOnly
from dutydesk.store.rows import Rows, upsert
from tests.builders import Staff


def test_a_statement_inserts_or_replaces_by_id() -> None:
    plain = "INSERT INTO t (id, a) VALUES (?, ?)"
    assert upsert("t", ["id", "a"], update=False) == plain + " RETURNING rowid"
    assert upsert("t", ["id", "a"], update=True) == (
        plain + " ON CONFLICT (id) DO UPDATE SET a = excluded.a RETURNING rowid"
    )


def test_every_write_leaves_its_after_image_and_keeps_its_rowid(room: DutyRoom) -> None:
    row = {"id": "duty_phone", "value": '"1"'}
    with room.store.writing(actor="test", action="test.write") as work:
        first = work.rows.put("setting", row)
        second = work.rows.put("setting", {**row, "value": '"2"'})
        work.rows.remove("setting", "duty_phone")
        assert work.rows.images == [
            ("setting", "duty_phone", row),
            ("setting", "duty_phone", {**row, "value": '"2"'}),
            ("setting", "duty_phone", None),
        ]
    assert first == second
    assert work.changes.ids("setting") == {"duty_phone"}
    assert [step.row for step in room.history.steps("setting", "duty_phone")][-1] is None


def test_reading_rows_refuse_every_write(room: DutyRoom) -> None:
    with room.store.reading() as tables:
        rows: Rows = tables.setting._rows
        for write in (rows.put, rows.append):
            with pytest.raises(StoreReadOnly):
                write("setting", {"id": "x", "value": "1"})
        with pytest.raises(StoreReadOnly):
            rows.remove("setting", "x")
        with pytest.raises(StoreReadOnly):
            rows.execute_unjournalled("DELETE FROM draft")


def test_rows_are_read_whole_first_or_one_by_one(staffed: Staff) -> None:
    with staffed.room.store.reading() as tables:
        rows = tables.officer._rows
        sql = "SELECT name FROM officer ORDER BY rowid"
        assert rows.query(sql) == [("甲某",), ("乙某",), ("丙某",)]
        assert rows.one(sql) == ("甲某",)
        assert rows.one(sql.replace("ORDER", "WHERE 0 ORDER")) is None
        assert next(iter(rows.each(sql))) == ("甲某",)


def test_rows_of_other_columns_or_another_order_are_written_by_name(room: DutyRoom) -> None:
    with room.store.writing(actor="test", action="test.write") as work:
        work.rows.put("setting", {"id": "duty_phone", "value": '"1"'})
        work.rows.put("setting", {"value": '"2"', "id": "duty_phone"})
        found = work.rows.query("SELECT value FROM setting WHERE id = 'duty_phone'")
    assert found == [('"2"',)]
