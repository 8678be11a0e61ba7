from __future__ import annotations

from dataclasses import replace
from datetime import date

from dutydesk.domain.contacts import Contact, ContactRole, FurtherRole, Unit
from dutydesk.domain.hq_member import HqMember, HqPart
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.phone import NumberKind
from dutydesk.services.contacts import NumberDraft
from dutydesk.services.training import TrainingDraft
from tests.builders import Staff


def fill(staff: Staff) -> None:
    room, by = staff.room, staff.by
    for place, name in enumerate(("街道", "社区")):
        room.contacts.save_unit(Unit(name, name, order_no=place), by=by)
    mobile = (NumberDraft(NumberKind.MOBILE, "19900000013"),)
    worker = Contact("a", "甲", "社区", duty_role=ContactRole.GRID_WORKER)
    room.contacts.save(worker, mobile, by=by)
    role = FurtherRole("r", "b", "社区", "联络员")
    room.contacts.save(Contact("b", "乙", "街道", "科长"), mobile, (role,), by=by)
    today = room.training.today()
    gone = Contact("c", "丙", "街道", valid_to=today.replace(year=today.year - 1))
    room.contacts.save(gone, mobile, by=by)


def test_the_stale_list_goes_by_units_and_forgets_who_was_verified(staffed: Staff) -> None:
    fill(staffed)
    room = staffed.room
    stale = room.contact_paper.stale()
    assert [(row.unit, row.name, row.verified) for row in stale.rows] == [
        ("街道", "乙", "从未"),
        ("社区", "甲", "从未"),
    ]
    room.contacts.verify("b", by=staffed.by)
    assert [row.name for row in room.contact_paper.stale(is_masked=True).rows] == ["甲"]


def test_the_training_list_sums_and_marks_who_is_short(staffed: Staff) -> None:
    fill(staffed)
    room = staffed.room
    room.training.record(TrainingDraft("t", "a", room.training.today(), 3, "防汛"), by=staffed.by)
    training = room.contact_paper.training()
    [row] = training.rows
    assert (row.name, row.done, row.missing, row.topics) == ("甲", "3天", "1天", "防汛")
    [one] = training.sums
    assert (one.name, one.people, one.met) == ("网格员", 1, 0)
    last = room.contact_paper.training(date(training.year - 1, 5, 1))
    assert (last.year, last.rows[0].done, last.as_of.month) == (training.year - 1, "0天", 12)


def test_every_paper_of_contacts_is_made_and_the_directory_follows_roles_and_terms(
    staffed: Staff,
) -> None:
    fill(staffed)
    room = staffed.room
    members = (
        HqMember(id="m", hq_id="", part=HqPart.CHIEF, contact_id="a", name="旧名"),
        HqMember(id="n", hq_id="", part=HqPart.CHIEF, name="丁", phone="19900000014"),
    )
    for member in members:
        hq = room.hq_member.views()[0].hq
        room.hq_member.put(replace(member, hq_id=hq.id), by=staffed.by)
    units = {unit.name: unit for unit in room.directory.directory().units}
    assert [(one.name, one.post) for one in units["社区"].people] == [("甲", ""), ("乙", "联络员")]
    assert [one.name for one in units["街道"].people] == ["乙"]
    assert [(one.name, one.duty_role, one.mobile) for one in units[hq.name].people] == [
        ("甲", "指挥长", "19900000013"),
        ("丁", "指挥长", "19900000014"),
    ]
    for kind in (PaperKind.STALE_CONTACT_LIST, PaperKind.TRAINING_LIST, PaperKind.DIRECTORY):
        composed, pdf = room.paper.make(PaperRequest(kind, is_masked=True))
        assert composed.kind is kind
        assert pdf.pages == 1
