"""Every writing use case refuses at the service whom the table of permissions does not name."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dutydesk.domain.checklist import ChecklistKind
from dutydesk.domain.contacts import Contact, Unit
from dutydesk.domain.duty_log import Correction
from dutydesk.domain.handover import HandoverSide
from dutydesk.domain.incident import DraftIncident, IncidentCategory
from dutydesk.domain.officer import Actor, OfficerMayNot, OfficerRole
from dutydesk.domain.permission import USE_CASES
from dutydesk.domain.shift import Posts, Presence
from dutydesk.services.handover import Filling, Signing
from tests.builders import PIN, Staff, draft, item_draft

Deed = Callable[[Staff, Actor, Path], object]

R = OfficerRole


def signing(staff: Staff) -> Signing:
    return Signing(side=HandoverSide.OUTGOING, officer_id=staff.admin.id, pin=PIN)


def incident(staff: Staff) -> DraftIncident:
    room = staff.room
    return DraftIncident(
        id=room.incident.new_id(),
        title="t",
        category=IncidentCategory.ACCIDENT,
        kind="火灾",
        place="p",
        received_at=room.clock.now(),
    )


def corrected(staff: Staff, by: Actor) -> object:
    log = staff.room.duty_log
    entry = log.record(draft(staff.room), by=staff.by).value
    return log.correct(entry.id, Correction(id=log.new_id(), reason="错", text="改"), by=by)


def taken_back(staff: Staff, by: Actor, _: Path) -> object:
    levels = staff.room.level
    levels.remove_kind(levels.kinds()[0].id, by=Actor("cli"))
    return levels.take_shipped(by=by)


DEEDS: dict[str, Deed] = {
    "checklist.put": lambda s, by, _: s.room.checklist.put(
        s.room.checklist.new(ChecklistKind.CHECK, "g", "n"), by=by
    ),
    "checklist.remove": lambda s, by, _: s.room.checklist.remove(
        s.room.checklist.items()[0].id, by=by
    ),
    "level.put_criterion": lambda s, by, _: s.room.level.put_criterion(
        replace(s.room.level.criteria()[0], source="x"), by=by
    ),
    "level.put_kind": lambda s, by, _: s.room.level.put_kind(
        replace(s.room.level.kinds()[0], name="x"), by=by
    ),
    "level.put_near_miss": lambda s, by, _: s.room.level.put_near_miss(
        replace(s.room.level.near_misses()[0], source="x"), by=by
    ),
    "level.remove_criterion": lambda s, by, _: s.room.level.remove_criterion(
        s.room.level.criteria()[0].id, by=by
    ),
    "level.remove_kind": lambda s, by, _: s.room.level.remove_kind(
        s.room.level.kinds()[0].id, by=by
    ),
    "level.remove_near_miss": lambda s, by, _: s.room.level.remove_near_miss(
        s.room.level.near_misses()[0].id, by=by
    ),
    "level.take_shipped": taken_back,
    "contacts.export": lambda s, by, at: s.room.contact_import.export(
        at / "x.csv", is_masked=True, by=by
    ),
    "contacts.save": lambda s, by, _: s.room.contacts.save(
        Contact(id=s.room.contacts.new_id(), name="单强"), [], by=by
    ),
    "contacts.save_unit": lambda s, by, _: s.room.contacts.save_unit(
        Unit(id=s.room.contacts.new_id(), name="消防"), by=by
    ),
    "duty_log.correct": lambda s, by, _: corrected(s, by),
    "duty_log.record": lambda s, by, _: s.room.duty_log.record(draft(s.room), by=by),
    "handover.fill": lambda s, by, _: s.room.handover.fill(Filling(remarks="z"), by=by),
    "handover.sign": lambda s, by, _: s.room.handover.sign(signing(s), by=by),
    "handover.take_items": lambda s, by, _: s.room.handover.take_items((), is_taken=True, by=by),
    "incident.open": lambda s, by, _: s.room.incident.open(incident(s), by=by),
    "officer.add": lambda s, by, _: s.room.officer.add("新", R.ADMIN, PIN, by=by),
    "officer.change": lambda s, by, _: s.room.officer.change(s.officer.id, R.ADMIN, "", by=by),
    "officer.deactivate": lambda s, by, _: s.room.officer.deactivate(s.officer.id, by=by),
    "officer.reactivate": lambda s, by, _: s.room.officer.reactivate(s.officer.id, by=by),
    "officer.set_pin": lambda s, by, _: s.room.officer.set_pin(
        s.officer.id, "135790", admin_id=s.admin.id, admin_pin=PIN, by=by
    ),
    "open_item.open": lambda s, by, _: s.room.open_item.open(item_draft("x", "y"), by=by),
    "settings.put": lambda s, by, _: s.room.settings.put({"rule_set": "statute"}, by=by),
    "settings.rename_unit": lambda s, by, _: s.room.settings.rename_unit("别的", by=by),
    "shift.change_posts": lambda s, by, _: s.room.shift.change_posts(
        Posts(s.admin.id), Presence.BY_PHONE, by=by
    ),
    "shift.describe": lambda s, by, _: s.room.shift.describe("晴", "平稳", by=by),
}


@pytest.mark.parametrize("role", OfficerRole)
@pytest.mark.parametrize("action", DEEDS)
def test_a_role_is_refused_by_the_service_and_not_only_by_the_screen(
    staffed: Staff, tmp_path: Path, action: str, role: OfficerRole
) -> None:
    room = staffed.room
    person = room.officer.add("丁某", role, PIN, by=staffed.by).value
    by = Actor(person.id, person.id)
    with room.store.reading() as tables:
        before = [row.action for _, row in tables.journal.each()].count(action)
    if role in USE_CASES[action].roles:
        DEEDS[action](staffed, by, tmp_path)
    else:
        with pytest.raises(OfficerMayNot):
            DEEDS[action](staffed, by, tmp_path)
    with room.store.reading() as tables:
        written = [row.action for _, row in tables.journal.each()].count(action) - before
    assert bool(written) is (role in USE_CASES[action].roles)
    assert (tmp_path / "x.csv").exists() is (action == "contacts.export" and bool(written))


def test_the_command_line_passes_whoever_is_on_duty(staffed: Staff) -> None:
    assert staffed.room.settings.put({"rule_set": "statute"}, by=Actor("cli")).changes.touched


def test_a_viewer_is_given_no_post(staffed: Staff) -> None:
    room = staffed.room
    viewer = room.officer.add("丁某", R.VIEWER, PIN, by=staffed.by).value
    for posts in (
        Posts("", viewer.id),
        Posts("", None, viewer.id),
        Posts("", None, None, viewer.id),
    ):
        with pytest.raises(OfficerMayNot):
            room.shift.change_posts(posts, Presence.ON_SITE, by=staffed.by)
