from dataclasses import replace
from typing import Any

import pytest

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import StoreError
from dutydesk.store.handover import facts_from, snapshot_of
from tests.builders import Staff, draft, progress_draft
from tests.handover_builders import LEAD, fire, hand_over, sign, stand_at


def test_facts_come_back_from_their_snapshot_as_they_were(staffed: Staff) -> None:
    from dutydesk.domain.journal import canonical_json
    from tests.builders import item_draft
    from tests.handover_builders import BY

    fire(staffed, staffed.room.clock.now())
    staffed.room.open_item.open(item_draft("塌陷", "市政处"), by=BY)
    room = staffed.room
    (item,) = room.open_item.open_items()
    room.open_item.note(progress_draft(room, item.id, "已到场"), by=BY)
    room.duty_log.record(draft(room, "排查隐患", kind=EntryKind.DIRECTIVE), by=BY)
    facts = staffed.room.handover.draft().facts
    import json

    stored = json.loads(canonical_json(snapshot_of(facts)))
    assert facts_from(stored) == facts
    assert facts.incidents
    assert facts.open_items[0].progress
    assert facts.directives


def test_a_handover_of_before_the_ledger_reads_without_progress_and_directives(
    staffed: Staff,
) -> None:
    from tests.builders import item_draft
    from tests.handover_builders import BY
    from tests.services.test_incident import opened

    staffed.room.open_item.open(item_draft("塌陷", "市政处"), by=BY)
    opened(staffed.room)
    facts = staffed.room.handover.draft().facts
    stored: dict[str, Any] = dict(snapshot_of(facts))
    del stored["directives"]
    stored["incidents"] = [
        {name: value for name, value in row.items() if name != "next_task"}
        for row in stored["incidents"]
    ]
    assert stored["incidents"]
    late = ("is_important", "progress", "progress_count", "is_directive")
    stored["open_items"] = [
        {name: value for name, value in row.items() if name not in late}
        for row in stored["open_items"]
    ]
    assert facts_from(stored) == facts


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE handover SET remarks = '改' WHERE id = ?",
        "DELETE FROM handover WHERE id = ?",
        "UPDATE handover_check SET note = '改' WHERE handover_id = ?",
        "DELETE FROM handover_check WHERE handover_id = ?",
        "UPDATE handover_thing SET quantity = '9' WHERE handover_id = ?",
        "DELETE FROM handover_thing WHERE handover_id = ?",
        "UPDATE handover_signature SET officer_name = '别人' WHERE handover_id = ?",
        "DELETE FROM handover_signature WHERE handover_id = ?",
    ],
)
def test_a_completed_handover_is_frozen_in_the_file(staffed: Staff, sql: str) -> None:
    view = hand_over(staffed)
    from sqlcipher3 import dbapi2

    with (
        pytest.raises((StoreError, dbapi2.IntegrityError)),
        staffed.room.store.unjournalled() as tables,
    ):
        tables._rows.execute_unjournalled(sql, (view.handover.id,))
    assert staffed.room.handover.view(view.handover.id) == view


def test_a_lead_may_still_be_added_to_a_frozen_handover(staffed: Staff) -> None:
    view = hand_over(staffed)
    sign(staffed, LEAD, staffed.lead, handover_id=view.handover.id)
    assert staffed.room.handover.view(view.handover.id).countersigned_at is not None


def test_a_number_is_given_once(staffed: Staff) -> None:
    hand_over(staffed)
    stand_at(staffed, "2026-11-21 08:30")
    with staffed.room.store.reading() as tables:
        assert tables.handover.numbers() == ["2026-001"]
        done = tables.handover.newest_over()
    again = replace(done, id=staffed.room.shift.view().shift.id)
    from sqlcipher3 import dbapi2

    with (
        pytest.raises((StoreError, dbapi2.IntegrityError)),
        staffed.room.store.writing(actor="test", action="test") as work,
    ):
        work.tables.handover.put(again)
