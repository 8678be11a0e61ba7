"""The rooms of the desk: each factory connects one panel to its services when it is entered.

Panels are imported inside their factory, so that the desk opens without loading all of them.
"""

# ruff: noqa: PLC0415 -- see above

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from dutydesk.app.bulletin_room import bulletin_spec
from dutydesk.app.contact_parts import attach_contact_parts, contact_verbs
from dutydesk.app.continuing import attach_front_room, attach_whole_log
from dutydesk.app.incident_room import incident_spec
from dutydesk.app.late import late
from dutydesk.app.ledger_rooms import ledger_specs
from dutydesk.app.people_rooms import attach_reminder, people_specs
from dutydesk.app.record_deeds import attach_records, record_verbs
from dutydesk.app.register_rooms import register_specs
from dutydesk.assembly.room import DutyRoom
from dutydesk.ui.desk import Desk
from dutydesk.ui.main_window import DeskWindow
from dutydesk.ui.rooms import RoomPanel, RoomSpec

if TYPE_CHECKING:
    from dutydesk.domain.contacts import ContactCard
    from dutydesk.domain.paper_issue import PaperRequest
    from dutydesk.ui.actions import ActionSpec
    from dutydesk.ui.duty_log.phrase_desk import PhraseServices
    from dutydesk.ui.widgets.person_picker import Candidate


def room_specs(room: DutyRoom) -> Sequence[RoomSpec]:
    """Return the rooms in the order of the list."""
    return (
        RoomSpec("duty_desk", "值班台", "clipboard-list", "F5", partial(_duty_desk, room)),
        RoomSpec(
            "duty_log",
            "值班日志",
            "scroll-text",
            "Ctrl+L",
            partial(_duty_log, room),
            _duty_log_verbs,
        ),
        RoomSpec(
            "day_view",
            "值班日历",
            "calendar-days",
            "Shift+F5",
            partial(_days, room),
            _days_verbs,
        ),
        RoomSpec("contacts", "通讯录", "contact", "F4", partial(_contacts, room), contact_verbs),
        *people_specs(room, show_paper),
        incident_spec(room, show_paper),
        bulletin_spec(room, show_paper),
        *ledger_specs(room, show_paper),
        *register_specs(room, show_paper),
        RoomSpec(
            "handover",
            "交接班",
            "arrow-left-right",
            "F8",
            partial(_handover, room),
            _handover_verbs,
        ),
        RoomSpec(
            "officer", "值班人员", "users", "Ctrl+G", partial(_officer, room), _officer_verbs
        ),
        RoomSpec("settings", "设置", "settings", "F10", partial(_settings, room)),
    )


def _days_verbs() -> Sequence[ActionSpec]:
    from dutydesk.ui.duty_log.days_head import VERBS
    from dutydesk.ui.duty_log.register_deed import PRINT_FROM_DAYS

    return (*VERBS, PRINT_FROM_DAYS)


def _handover_verbs() -> Sequence[ActionSpec]:
    from dutydesk.ui.handover.keys import VERBS

    return VERBS


def _officer_verbs() -> Sequence[ActionSpec]:
    from dutydesk.ui.officer.panel import VERBS

    return VERBS


def _officer(room: DutyRoom, desk: Desk) -> RoomPanel:
    from dutydesk.ui.officer.panel import OfficersPanel

    return OfficersPanel(desk, room.officer)


def _settings(room: DutyRoom, desk: Desk) -> RoomPanel:
    from dutydesk.ui.roster.holiday_dialog import HolidayDeed
    from dutydesk.ui.settings.panel import SettingsPanel
    from dutydesk.ui.settings.watch_words import WatchWordDeed

    panel = SettingsPanel(desk, room.settings, room.officer, room.workstation)
    words = WatchWordDeed(panel, room.watch_word, (room.incident, room.officer))
    words.row.insertWidget(1, HolidayDeed(panel, room.holiday, room.officer).button)
    return panel


def _duty_desk(room: DutyRoom, desk: Desk) -> RoomPanel:
    from dutydesk.ui.duty_log.desk_panel import DutyDeskPanel, DutyDeskServices
    from dutydesk.ui.duty_log.phrase_desk import PhraseDesk

    open_items = late(lambda: room.open_item)
    services = DutyDeskServices(room.duty_log, open_items, late(lambda: room.day_view))
    panel = DutyDeskPanel(desk, services, partial(_callers, room))
    PhraseDesk(panel, partial(_phrases, room))
    panel.sheet_wanted.connect(partial(_show_sheet, room, desk))
    attach_front_room(panel)
    return attach_records(room, panel, "duty_desk")


def _duty_log_verbs() -> Sequence[ActionSpec]:
    from dutydesk.ui.duty_log.log_keys import VERBS
    from dutydesk.ui.duty_log.register_deed import PRINT_REGISTER

    return (*record_verbs("duty_log"), PRINT_REGISTER, *VERBS)


def _handover(room: DutyRoom, desk: Desk) -> RoomPanel:
    from dutydesk.app.keeping import automatic_backup
    from dutydesk.ui.handover.panel import HandoverPanel
    from dutydesk.ui.handover.reading import HandoverServices

    services = HandoverServices(
        room.handover,
        room.relief,
        room.checklist,
        room.open_item,
        room.shift,
        room.officer,
        partial(automatic_backup, room),
        partial(show_paper, room, desk),
    )
    return HandoverPanel(desk, services)


def attach_everywhere(room: DutyRoom, desk: Desk, window: DeskWindow) -> None:
    """Give the window what is reached from every room: the running shift, who is on, 谁管这事."""
    from dutydesk.app.who_parts import attach_who
    from dutydesk.ui.shift.reading import ShiftServices
    from dutydesk.ui.shift.shift_desk import ShiftDesk

    ShiftDesk(desk, ShiftServices(room.shift, room.officer), window)
    attach_who(room, desk, window, begin_call)
    attach_reminder(room, window)


def _phrases(room: DutyRoom) -> PhraseServices:
    from dutydesk.ui.duty_log.phrase_desk import PhraseServices

    return PhraseServices(room.phrase, room.officer)


def _callers(room: DutyRoom, text: str) -> Sequence[Candidate]:
    from dutydesk.ui.duty_log.callers import find_callers

    return find_callers(room.contacts, text, room.absence_notice.notes)


def _duty_log(room: DutyRoom, desk: Desk) -> RoomPanel:
    from dutydesk.ui.duty_log.filter_deeds import FilterDeeds
    from dutydesk.ui.duty_log.log_panel import LogPanel
    from dutydesk.ui.duty_log.register_deed import RegisterDeed

    panel = LogPanel(desk, room.duty_log)
    FilterDeeds(panel, room.saved_filter)
    panel.sheet_wanted.connect(partial(_show_sheet, room, desk))

    def chosen() -> date | None:
        listed = panel.selected()
        return listed.duty_date if listed else None

    RegisterDeed(panel, chosen, partial(show_paper, room, desk))
    attach_whole_log(room, panel)
    return attach_records(room, panel, "duty_log")


def _days(room: DutyRoom, desk: Desk) -> RoomPanel:
    from dutydesk.ui.duty_log.days_panel import DaysPanel
    from dutydesk.ui.duty_log.register_deed import PRINT_FROM_DAYS, RegisterDeed

    panel = DaysPanel(desk, room.day_view, room.duty_log)
    show = partial(show_paper, room, desk)
    RegisterDeed(panel, panel.chosen_day, show, PRINT_FROM_DAYS)
    panel.sheet_wanted.connect(partial(_show_sheet, room, desk))
    panel.day_wanted.connect(partial(_show_day, desk))
    return panel


def _show_day(desk: Desk, duty_date: date) -> None:
    """Go on with a duty day in the whole log."""
    from dutydesk.ui.duty_log.log_panel import LogPanel

    window = desk.notices.window()
    if not isinstance(window, DeskWindow):
        return
    window.enter("duty_log")
    log = window.room()
    if isinstance(log, LogPanel):
        log.ask_for_day(duty_date)


def _contacts(room: DutyRoom, desk: Desk) -> RoomPanel:
    from dutydesk.ui.contacts.away_notes import AwayNotes
    from dutydesk.ui.contacts.panel import ContactsPanel
    from dutydesk.ui.contacts.services import ContactsRoomServices

    show = partial(show_paper, room, desk)
    services = ContactsRoomServices(room.contacts, room.contact_card, room.contact_import)
    panel = ContactsPanel(desk, services, show)
    panel.call_wanted.connect(partial(_call_contact, desk))
    panel.card.tell_away(AwayNotes(desk, room.absence_notice.away, panel))
    attach_contact_parts(room, panel)
    return panel


def _call_contact(desk: Desk, card: ContactCard, number: str) -> None:
    begin_call(desk, card.unit, card.contact.name, number)


def begin_call(desk: Desk, unit: str, name: str, number: str) -> None:
    """Go to the front room and begin an outgoing call to whom another room showed."""
    from dutydesk.domain.entry_kind import EntryKind
    from dutydesk.ui.duty_log.caller import Caller
    from dutydesk.ui.duty_log.desk_panel import DutyDeskPanel

    window = desk.notices.window()
    if not isinstance(window, DeskWindow):
        return
    window.enter("duty_desk")
    front = window.room()
    if isinstance(front, DutyDeskPanel):
        caller = Caller(unit, name, number)
        front.form.begin_with(caller, EntryKind.OUTGOING_CALL)


def show_paper(room: DutyRoom, desk: Desk, request: PaperRequest) -> None:
    """Open the preview of a paper; a room is handed this with the first two bound."""
    from dutydesk.ui.papers.paper_desk import PaperDesk

    papers = desk.notices.findChild(PaperDesk)
    if papers is None:
        papers = PaperDesk(desk, room.paper, parent=desk.notices)
    papers.show_paper(request)


def _show_sheet(room: DutyRoom, desk: Desk, duty_date: date) -> None:
    from dutydesk.domain.paper_issue import PaperKind, PaperRequest

    show_paper(room, desk, PaperRequest(PaperKind.LOG_SHEET, duty_date=duty_date))
