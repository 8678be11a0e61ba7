from datetime import timedelta

from dutydesk.store import journal_search
from tests.builders import Staff, draft


def recorded(staffed: Staff, count: int):
    room, made = staffed.room, []
    for number in range(count):
        room.clock.forward(seconds=number % 3)  # type: ignore[attr-defined]  # FixedClock
        made.append(room.duty_log.record(draft(room, f"第{number}件"), by=staffed.by).value)
    return made


def test_every_entry_is_found_by_its_time_alone(staffed: Staff, monkeypatch) -> None:
    monkeypatch.setattr(journal_search, "_BEFORE", 3)
    monkeypatch.setattr(journal_search, "_AFTER", 6)
    entries = recorded(staffed, 60)
    with staffed.room.store.reading() as tables:
        for entry in entries:
            (found,) = tables.journal.history("log_entry", entry.id, entry.recorded_at)
            assert found.row is not None
            assert found.row["text"] == entry.text


def test_few_rows_are_read_for_one_entry(staffed: Staff, monkeypatch) -> None:
    entries = recorded(staffed, 40)
    with staffed.room.store.reading() as tables:
        asked = []
        rows = tables.journal._rows
        plain = rows.query
        monkeypatch.setattr(rows, "query", lambda sql, *a: asked.append(sql) or plain(sql, *a))
        tables.journal.history("log_entry", entries[20].id, entries[20].recorded_at)
    assert not any(sql.endswith("WHERE instr(body, ?)") for sql in asked)


def test_a_clock_that_went_back_hides_nothing(staffed: Staff, monkeypatch) -> None:
    monkeypatch.setattr(journal_search, "_BEFORE", 1)
    monkeypatch.setattr(journal_search, "_AFTER", 1)
    before = recorded(staffed, 20)
    staffed.room.clock.at -= timedelta(days=30)  # type: ignore[attr-defined]  # FixedClock
    after = recorded(staffed, 20)
    with staffed.room.store.reading() as tables:
        for entry in (*before, *after):
            assert len(tables.journal.history("log_entry", entry.id, entry.recorded_at)) == 1
