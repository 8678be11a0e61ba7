import json

import pytest

from dutydesk import paths
from dutydesk.domain.checklist import ChecklistKind
from dutydesk.store.checklist import seed
from tests.builders import Staff


def test_the_shipped_checklist_is_copied_whole_and_in_order(staffed: Staff) -> None:
    file = paths.resources_dir() / "checklists" / "default.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    shipped = [(group["name"], name) for group in document["groups"] for name in group["items"]]
    with staffed.room.store.reading() as tables:
        items = tables.checklist.all()
    checks = [(one.group_name, one.name) for one in items if one.kind is ChecklistKind.CHECK]
    assert checks == shipped
    assert len(set(checks)) == len(checks)
    things = [one.name for one in items if one.kind is ChecklistKind.THING]
    assert things == [one["name"] for one in document["things"]]


def test_seeding_is_journalled_with_the_transaction_that_asks_for_it(staffed: Staff) -> None:
    room = staffed.room
    with room.store.writing(actor="test", action="seed") as work:
        seed(work.tables.checklist, room.ids)
    assert len(work.changes.ids("checklist_item")) == 40


@pytest.mark.parametrize("column", ["kind = 'other'", "name = ''"])
def test_the_file_refuses_a_line_without_name_or_kind(staffed: Staff, column: str) -> None:
    from sqlcipher3 import dbapi2

    from dutydesk.domain.errors import StoreError

    with (
        pytest.raises((StoreError, dbapi2.IntegrityError)),
        staffed.room.store.unjournalled() as tables,
    ):
        tables._rows.execute_unjournalled(f"UPDATE checklist_item SET {column}")
