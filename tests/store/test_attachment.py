import pytest

from dutydesk.domain.attachment import Attachment
from dutydesk.domain.instants import from_iso
from dutydesk.store import driver
from tests.builders import Staff, draft


def held(entry: str, number: int = 1, **changes: object) -> Attachment:
    values: dict[str, object] = {
        "id": f"{entry}-{number}",
        "entry_id": entry,
        "position": number,
        "sha256": f"{number:064x}",
        "name": "现场.jpg",
        "size": 12,
        "media_type": "image/jpeg",
        "taken_at": "2026-11-21T02:15:07",
        "latitude": 30.0,
        "longitude": -104.06,
        "added_at": from_iso("2026-11-21T02:15"),
        "added_by": "甲某",
    }
    return Attachment(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def test_every_field_comes_back_as_it_was_put(staffed: Staff) -> None:
    entry = staffed.room.duty_log.record(draft(staffed.room), by=staffed.by).value
    one = held(entry.id)
    with staffed.room.store.writing(actor="cli", action="attachment.add") as work:
        work.tables.attachment.put(one)
    with staffed.room.store.reading() as tables:
        assert tables.attachment.by_id(one.id) == one
        assert tables.attachment.held_by(entry.id) == [one]
        assert tables.attachment.of_entries([entry.id, "none"]) == {entry.id: [one]}
        assert tables.attachment.by_id("none") is None


def test_a_room_without_attachments_shows_its_entries_as_they_are(staffed: Staff) -> None:
    staffed.room.duty_log.record(draft(staffed.room), by=staffed.by)
    with staffed.room.store.reading() as tables:
        listed = tables.duty_log.of_shift(staffed.shift.id)
        assert tables.attachment.shown_with(listed) == listed
        assert tables.attachment.shown_with([]) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"size": 0},
        {"latitude": 91.0},
        {"sha256": "short"},
        {"is_withdrawn": True},
        {"withdrawal_reason": "x"},
        {"entry_id": "none"},
    ],
)
def test_the_table_takes_no_nonsense(staffed: Staff, changes: dict[str, object]) -> None:
    entry = staffed.room.duty_log.record(draft(staffed.room), by=staffed.by).value
    store = staffed.room.store
    with (
        pytest.raises(driver.IntegrityError),
        store.writing(actor="cli", action="attachment.add") as work,
    ):
        work.tables.attachment.put(held(entry.id, **changes))


def test_no_attachment_is_ever_deleted(staffed: Staff) -> None:
    entry = staffed.room.duty_log.record(draft(staffed.room), by=staffed.by).value
    store = staffed.room.store
    with store.writing(actor="cli", action="attachment.add") as work:
        work.tables.attachment.put(held(entry.id))
    with (
        pytest.raises(driver.IntegrityError, match="not deleted"),
        store.writing(actor="cli", action="attachment.add") as work,
    ):
        work.rows.remove("attachment", f"{entry.id}-1")
