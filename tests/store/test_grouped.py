from collections.abc import Sequence
from typing import Any

import pytest

from dutydesk.assembly.clocks import FixedClock
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.incident_masking import DraftMasking, MaskingDecision
from dutydesk.store import casebook
from dutydesk.store.grouped import by_incident
from dutydesk.store.incident import GRADING
from dutydesk.store.rows import Rows
from tests.incident_builders import grading, incident
from tests.services.test_incident_report import CLI, opened, report


def test_records_of_many_incidents_are_told_apart_and_stay_in_their_order(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="test") as work:
        for name in ("i1", "i2", "i3"):
            work.tables.incident.put(incident(id=name, incident_no=f"2026-00{name[1]}"))
        made = [grading(id=f"g{n}", incident_id=f"i{1 + n % 2}") for n in range(4)]
        for one in made:
            work.tables.incident.add_grading(one)
        found = by_incident(work.tables.incident._rows, GRADING, ["i1", "i2", "i3", "i4"])
    assert found == {"i1": (made[0], made[2]), "i2": (made[1], made[3])}


def test_files_of_many_incidents_are_those_read_one_by_one(
    room: DutyRoom, clock: FixedClock
) -> None:
    made = [opened(room, title=f"第{n}件", source="王某13800001111来电") for n in range(4)]
    clock.forward(minutes=5)
    for one in made[:2]:
        report(room, one, "first")
    ended = report(room, made[0], "final").incident_id
    room.incident.close(ended, by=CLI)
    masking = DraftMasking(
        id=room.incident_masking.new_id(),
        incident_id=ended,
        decision=MaskingDecision.MASK,
        words=("13800001111",),
        reason="",
    )
    room.incident_masking.decide(masking, by=CLI)
    with room.store.reading() as tables:
        all_of_them = tables.incident.all()
        files = casebook.files_of(tables, all_of_them)
        assert files == [casebook.file_of(tables, one) for one in all_of_them]
        assert [len(one.reports) for one in files] == [2, 1, 0, 0]
        assert "13800001111" not in files[0].incident.source
        assert "13800001111" in files[1].incident.source
        assert casebook.files_of(tables, []) == []


@pytest.mark.parametrize("listed", ["incidents", "watch"])
def test_a_list_of_many_incidents_reads_the_file_no_oftener_than_a_short_one(
    room: DutyRoom, monkeypatch: pytest.MonkeyPatch, listed: str
) -> None:
    asked: list[str] = []
    query = Rows.query

    def counted(self: Rows, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        asked.append(sql)
        return query(self, sql, parameters)

    opened(room)
    monkeypatch.setattr(Rows, "query", counted)
    getattr(room.incident, listed)()
    short = len(asked)
    monkeypatch.setattr(Rows, "query", query)
    for _ in range(5):
        opened(room)
    monkeypatch.setattr(Rows, "query", counted)
    asked.clear()
    getattr(room.incident, listed)()
    assert len(asked) == short
