"""The room of warnings, connected to its services; registering one from an entry of the log."""

# ruff: noqa: PLC0415 -- the panel is loaded when it is entered

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from dutydesk.app.record_deeds import attach_records, record_verbs
from dutydesk.assembly.room import DutyRoom
from dutydesk.ui.desk import Desk
from dutydesk.ui.main_window import DeskWindow
from dutydesk.ui.rooms import RoomPanel, RoomSpec
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dutydesk.domain.duty_log import LogEntry
    from dutydesk.domain.paper_issue import PaperRequest
    from dutydesk.domain.warning import WarningNotice
    from dutydesk.ui.actions import ActionSpec
    from dutydesk.ui.warning.warning_dialog import WarningServices

_LISTED = "warning_listed"
WARNING = "warning"
ShowPaper = Callable[[DutyRoom, Desk, "PaperRequest"], None]


def warning_spec(room: DutyRoom, show_paper: ShowPaper) -> RoomSpec:
    """Return the room of warnings."""
    factory = partial(_warning, room, show_paper)
    return RoomSpec(WARNING, "预警", "cloud-sun", "Shift+F11", factory, _verbs)


def _verbs() -> Sequence[ActionSpec]:
    from dutydesk.ui.warning.keys import VERBS

    return (*VERBS, *record_verbs(WARNING))


def begin_warning(room: DutyRoom, desk: Desk, window: QWidget, entry: LogEntry) -> None:
    """Ask for the fields of the warning that a log entry tells of, or say that it has one."""
    from dutydesk.domain.warning_refusals import WarningListed
    from dutydesk.ui.warning.warning_dialog import WarningDialog, WarningStart
    from dutydesk.wording.sentences import sentence

    def ask(found: tuple[WarningNotice | None, Sequence[str]]) -> None:
        known, kinds = found
        if known is not None:
            told = sentence(WarningListed(known.warning_no))
            desk.notices.put(Notice(_LISTED, NoticeKind.HINT, told))
            return
        dialog = WarningDialog(desk, _services(room), WarningStart(kinds, entry=entry), window)
        dialog.answered.connect(partial(_registered, desk, window))
        dialog.open()

    def read() -> tuple[WarningNotice | None, Sequence[str]]:
        kinds = [one.name for one in room.warning_kind.kinds() if one.is_active]
        return room.warning.of_entry(entry.id), kinds

    desk.runner.submit(read, done=ask)


def _registered(desk: Desk, window: QWidget, warning: WarningNotice) -> None:
    """Say on the desk that it is on file, and where it goes on: nothing else there shows it."""
    from dutydesk.wording.warning import headline

    def show() -> None:
        if isinstance(window, DeskWindow):
            window.enter(WARNING)

    said = f"已登记{headline(warning)}（{warning.warning_no}）。报告、转发、叫应都在预警里办。"
    desk.notices.put(Notice(_LISTED, NoticeKind.DONE, said, "去预警  Shift+F11", show))


def _warning(room: DutyRoom, show_paper: ShowPaper, desk: Desk) -> RoomPanel:
    from dutydesk.app.call_parts import begin_call_round
    from dutydesk.ui.warning.kind_list import KindListDeed
    from dutydesk.ui.warning.panel import WarningPanel

    panel = WarningPanel(desk, _services(room), partial(show_paper, room, desk))

    def call(warning_id: str) -> None:
        begin_call_round(desk, warning_id=warning_id)

    panel.call_round_wanted.connect(call)
    KindListDeed(panel, room.warning_kind, room.officer)
    return attach_records(room, panel, WARNING)


def _services(room: DutyRoom) -> WarningServices:
    from dutydesk.ui.owner_choice import find_owners
    from dutydesk.ui.warning.warning_dialog import WarningServices

    find = partial(find_owners, room.contacts)
    return WarningServices(room.warning, room.warning_text, room.warning_kind, find)
