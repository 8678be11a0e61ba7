"""Who may do what at the desk: every writing use case, and the roles it is for.

Rules of this file: a use case is named by the action its journal row carries, and one that is not
here cannot write. The store asks, once, before anything is written; the screens only show early
what would be refused. What is no officer's name passes: the command line (whoever may open the
data folder may use it), the desk before anybody is on duty, and the program itself.
"""

from __future__ import annotations

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.officer import Officer, OfficerInactive, OfficerMayNot, OfficerRole

ADMINS = frozenset({OfficerRole.ADMIN})
WRITERS = frozenset({OfficerRole.DUTY_OFFICER, OfficerRole.LEAD_OFFICER, OfficerRole.ADMIN})
EVERYBODY = frozenset(OfficerRole)


@dataclass(frozen=True, slots=True)
class Permission:
    """The roles a use case is for, and the glossary word of what the others may not do."""

    roles: frozenset[OfficerRole]
    word: str


_RECORD, _CONTACTS = Permission(WRITERS, "record"), Permission(WRITERS, "contacts")
_SHIFT, _SIGN = Permission(WRITERS, "shift"), Permission(WRITERS, "sign")
_ROSTER = Permission(WRITERS, "roster")
_SETTINGS, _OFFICERS = Permission(ADMINS, "settings"), Permission(ADMINS, "officers")
# A wrong PIN is journalled whoever typed it: proving who one is comes before every right.
_PIN = Permission(EVERYBODY, "record")

USE_CASES: dict[str, Permission] = {
    "absence_notice.back": _RECORD,
    "absence_notice.cancel": _RECORD,
    "absence_notice.change": _RECORD,
    "absence_notice.file": _RECORD,
    "alarm.acknowledge": _RECORD,
    "attachment.add": _RECORD,
    "attachment.withdraw": _RECORD,
    "bulletin.drop": _RECORD,
    "bulletin.put": _RECORD,
    "bulletin.sign": _RECORD,
    "call_list.put": _RECORD,
    "call_list.remove": _RECORD,
    "call_round.add": _RECORD,
    "call_round.attempt": _RECORD,
    "call_round.end": _RECORD,
    "call_round.reopen": _RECORD,
    "call_round.skip": _RECORD,
    "call_round.start": _RECORD,
    "call_round.turn": _RECORD,
    "checklist.put": _SETTINGS,
    "checklist.remove": _SETTINGS,
    # The program itself, whoever sits at the desk.
    "clock_change.note": Permission(EVERYBODY, "record"),
    "command_hq.put": _SETTINGS,
    "contacts.export": _CONTACTS,
    "contacts.import": _CONTACTS,
    "contacts.merge": _CONTACTS,
    "contacts.move_person": _CONTACTS,
    "contacts.move_unit": _CONTACTS,
    "contacts.retire": _CONTACTS,
    "contacts.save": _CONTACTS,
    "contacts.save_telephones": _CONTACTS,
    "contacts.save_unit": _CONTACTS,
    "contacts.unmask": Permission(EVERYBODY, "contacts"),
    "contacts.undo_import": _CONTACTS,
    "contacts.verify": _CONTACTS,
    "deadline_rule.choose": _SETTINGS,
    "deadline_rule.put": _SETTINGS,
    "deadline_rule.remove": _SETTINGS,
    "deadline_rule.take_shipped": _SETTINGS,
    "directive.chase": _RECORD,
    "directive.close": _RECORD,
    "directive.feed_back": _RECORD,
    "directive.note": _RECORD,
    "directive.pass_on": _RECORD,
    "directive.sign_for": _RECORD,
    # The program itself, while it makes a practice room.
    "drill.start": Permission(EVERYBODY, "record"),
    "duty_log.correct": _RECORD,
    "duty_log.record": _RECORD,
    "duty_log.withdraw": _RECORD,
    "equipment.check": _RECORD,
    "equipment.check_rest": _RECORD,
    "equipment.put": _RECORD,
    "equipment.seed": _RECORD,
    # Who countersigns, relieves or reviews proves it by a PIN; this is who sits at the desk.
    "handover.fill": _RECORD,
    "handover.force": _SIGN,
    "handover.review": _SIGN,
    "handover.sign": _SIGN,
    "handover.stay_on": _SIGN,
    "handover.take_back": _SIGN,
    "handover.take_items": _RECORD,
    "holiday.import": _SETTINGS,
    "holiday.put": _SETTINGS,
    "holiday.take_shipped": _SETTINGS,
    "hq_member.put": _CONTACTS,
    "hq_member.remove": _CONTACTS,
    "incident.archive": _RECORD,
    "incident.close": _RECORD,
    "incident.mask": _RECORD,
    "incident.note_action": _RECORD,
    "incident.notify": _RECORD,
    "incident.open": _RECORD,
    "incident.rectify": _RECORD,
    "incident.report": _RECORD,
    "incident.task": _RECORD,
    "incident.review": _RECORD,
    "incident.unmask": Permission(ADMINS, "unmask"),
    "incident.update": _RECORD,
    "incident_offer.dismiss": _RECORD,
    "incident_offer.link": _RECORD,
    "initial_action.put": _SETTINGS,
    "late_correction.see": _SIGN,
    "level.put_criterion": _SETTINGS,
    "level.put_kind": _SETTINGS,
    "level.put_near_miss": _SETTINGS,
    "level.remove_criterion": _SETTINGS,
    "level.remove_kind": _SETTINGS,
    "level.remove_near_miss": _SETTINGS,
    "level.take_shipped": _SETTINGS,
    "list.export": Permission(WRITERS, "paper"),
    "notified_party.put": _SETTINGS,
    "nil_report.chase": _RECORD,
    "nil_report.summarize": _RECORD,
    "nil_report.take": _RECORD,
    "officer.add": _OFFICERS,
    "officer.change": _OFFICERS,
    "officer.clock_set_back": _PIN,
    "officer.deactivate": _OFFICERS,
    "officer.reactivate": _OFFICERS,
    "officer.right_pin": _PIN,
    "officer.set_pin": Permission(ADMINS, "set_pin"),
    "officer.wrong_pin": _PIN,
    "open_item.change": _RECORD,
    "open_item.close": _RECORD,
    "open_item.note": _RECORD,
    "open_item.open": _RECORD,
    "open_item.remind": _RECORD,
    "open_item.reopen": _RECORD,
    "paper.printed": Permission(WRITERS, "paper"),
    "paper.saved": Permission(WRITERS, "paper"),
    "phrase.move": _SETTINGS,
    "phrase.put": _SETTINGS,
    "phrase.take_shipped": _SETTINGS,
    "report_draft.acknowledge": _RECORD,
    # Who reviews or signs proves it by a PIN, or the officer at the desk was told by telephone.
    "report_draft.review": _SIGN,
    "report_draft.save": _RECORD,
    "report_draft.send": _RECORD,
    "report_draft.send_back": _RECORD,
    "report_draft.sign": _SIGN,
    "report_draft.submit": _RECORD,
    "report_draft.void": _RECORD,
    "responsibility.put": _SETTINGS,
    "roster.clear": _ROSTER,
    "roster.generate": _ROSTER,
    "roster.import": _ROSTER,
    "roster.publish": _ROSTER,
    "roster.put": _ROSTER,
    "roster.put_key_period": _ROSTER,
    "roster.put_member": _ROSTER,
    # The list of posts is the unit's, as every list is.
    "roster.put_post": _SETTINGS,
    "roster.put_wish": _ROSTER,
    "roster.swap": _ROSTER,
    "roster.take_back": _ROSTER,
    "roster.undo": _ROSTER,
    "reporting_unit.put": _RECORD,
    "reporting_unit.take_from_contacts": _RECORD,
    "roll_call.end": _RECORD,
    "roll_call.record": _RECORD,
    "roll_call.start": _RECORD,
    "roll_call_plan.put": _RECORD,
    "saved_filter.put": _RECORD,
    "saved_filter.remove": _RECORD,
    "settings.put": _SETTINGS,
    "settings.rename_unit": _SETTINGS,
    "settings.save": _SETTINGS,
    "shift.change_posts": _SHIFT,
    "shift.describe": _SHIFT,
    "shift.start": Permission(WRITERS, "shift_start"),
    "warning.change": _RECORD,
    "warning.end_response": _RECORD,
    "warning.extend": _RECORD,
    "warning.forward": _RECORD,
    "warning.lift": _RECORD,
    "warning.note": _RECORD,
    "warning.register": _RECORD,
    "warning.report": _RECORD,
    "warning.respond": _RECORD,
    "warning_kind.put": _SETTINGS,
    "training.record": _CONTACTS,
    "training.remove": _CONTACTS,
    "training_requirement.put": _SETTINGS,
    "watch_word.put": _SETTINGS,
}


def check_may(officer: Officer, action: str) -> None:
    """Accept an officer for a use case; raises OfficerInactive, OfficerMayNot."""
    if not officer.is_active:
        raise OfficerInactive(officer.name)
    permission = USE_CASES[action]
    if officer.role not in permission.roles:
        raise OfficerMayNot(officer.name, permission.word)
