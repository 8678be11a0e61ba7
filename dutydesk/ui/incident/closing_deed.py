"""善后: 归档、复盘、整改、遮盖, their dialogs by key, and what of it stands in the detail pane."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.incident import Incident
from dutydesk.domain.incident_closing import ClosingSheet, LooseEnd
from dutydesk.services.incident import IncidentView
from dutydesk.services.incident_closing import IncidentClosingService
from dutydesk.services.incident_masking import IncidentMaskingService, MaskingSheet
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.incident.closing_dialogs import ArchiveDialog, RectifyDialog, ReviewDialog
from dutydesk.ui.incident.decide_dialogs import EndDialog
from dutydesk.ui.incident.lines_section import LinesSection
from dutydesk.ui.incident.masking_dialogs import MaskingDialog, UnmaskDialog
from dutydesk.ui.incident.panel import IncidentPanel
from dutydesk.ui.owner_choice import FindOwners
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.wording import incident_closing as words
from dutydesk.wording.incident_masking import masking_words

ARCHIVE = ActionSpec(
    "incident.archive", "归档选中的事件", "Ctrl+Shift+J", ActionGroup.ENTRY, "inbox"
)
REVIEW = ActionSpec("incident.review", "复盘选中的事件", "", ActionGroup.ENTRY, "pencil")
RECTIFY = ActionSpec("incident.rectify", "列入整改", "", ActionGroup.ENTRY, "list-checks")
MASK = ActionSpec("incident.mask", "遮盖人员信息", "Ctrl+Shift+M", ActionGroup.ENTRY, "eye")
UNMASK = ActionSpec("incident.unmask", "恢复显示人员信息", "", ActionGroup.ENTRY, "eye")
VERBS = (ARCHIVE, REVIEW, RECTIFY, MASK, UNMASK)
_NOTICE = "incident.mask"


@dataclass(frozen=True, slots=True)
class ClosingServices:
    """What the dialogs ask of the services."""

    closing: IncidentClosingService
    masking: IncidentMaskingService
    find_owners: FindOwners


@dataclass(frozen=True, slots=True)
class _Read:
    closing: ClosingSheet
    masking: MaskingSheet


class ClosingDeed(QObject):
    """Hangs on the room: five verbs, one section, and rows of the dialog that ends."""

    def __init__(self, panel: IncidentPanel, services: ClosingServices) -> None:
        super().__init__(panel)
        self._panel, self._desk, self._services = panel, panel.desk, services
        self.section = LinesSection(panel.desk.theme)
        self._head = panel.detail.add_section("善后", self.section)
        self._buttons = []
        for spec, show in (
            (REVIEW, self._review),
            (RECTIFY, self._rectify),
            (ARCHIVE, self._archive),
            (MASK, self._mask),
            (UNMASK, self._unmask),
        ):
            panel.deeds.add(spec, partial(self._ask, show), self._closed)
            if spec is not UNMASK:
                label = f"{_BUTTON[spec.id]}  {spec.key}".rstrip()
                trigger = partial(self._desk.actions.trigger, spec.id)
                self._buttons.append(self.section.add_button(label, trigger))
        panel.deeds.ending = self._add_loose_ends
        panel.view_shown.connect(self._on_shown)
        shown = panel.selected()
        if shown is not None:
            self._on_shown(shown)

    def _closed(self) -> IncidentView | None:
        """Return the selected incident if it has ended and may be written about."""
        view = self._panel.selected()
        is_closed = view is not None and view.incident.is_closed
        return view if is_closed and self._desk.session.seat.may_write else None

    def _ask(self, show: Callable[[_Read], None], view: IncidentView) -> None:
        self._desk.runner.submit(partial(self._read, view.incident.id), done=show)

    def _read(self, incident_id: str) -> _Read:
        """Run on the store lane: touches no widget."""
        services = self._services
        return _Read(services.closing.sheet(incident_id), services.masking.sheet(incident_id))

    def _archive(self, read: _Read) -> None:
        if read.closing.archive is not None:
            said = f"已经归档：{words.archive_words(read.closing.archive)}。"
            self._desk.notices.put(Notice(ARCHIVE.id, NoticeKind.HINT, said))
            return
        service, window = self._services.closing, self._panel.window()
        ArchiveDialog(self._desk, service, read.closing, window).open()

    def _review(self, read: _Read) -> None:
        service, window = self._services.closing, self._panel.window()
        ReviewDialog(self._desk, service, read.closing, window).open()

    def _rectify(self, read: _Read) -> None:
        services, window = self._services, self._panel.window()
        RectifyDialog(
            self._desk, services.closing, services.find_owners, read.closing, window
        ).open()

    def _mask(self, read: _Read) -> None:
        self._desk.notices.take_down(_NOTICE)
        service, window = self._services.masking, self._panel.window()
        MaskingDialog(self._desk, service, read.masking, window).open()

    def _unmask(self, read: _Read) -> None:
        service, window = self._services.masking, self._panel.window()
        UnmaskDialog(self._desk, service, read.masking, window).open()

    def _on_shown(self, view: IncidentView) -> None:
        is_closed = view.incident.is_closed
        self._head.setVisible(is_closed)
        self.section.setVisible(is_closed)
        if is_closed:
            self._ask(self._show, view)

    def _show(self, read: _Read) -> None:
        chosen = self._panel.selected()
        sheet = read.closing
        if chosen is None or chosen.incident.id != sheet.incident.id:
            return
        now = self._desk.clock.now()
        lines = [(line, "") for one in sheet.reviews for line in words.review_lines(one)]
        mended = (words.rectification_line(one, now) for one in sheet.rectifications)
        lines += [(f"整改　{line}", "") for line in mended]
        lines += [(f"{one.words}　→　{one.answer}", "") for one in sheet.answers]
        answered = {one.record_id for one in sheet.answers}
        left = (end for end in sheet.loose_ends if end.record_id not in answered)
        lines += [(f"○ {end.words}", "soon") for end in left]
        lines += [(masking_words(one), "") for one in read.masking.decisions]
        if not read.masking.decisions:
            lines.append(("○ 还没有决定是否遮盖人员信息。", "muted"))
        if not sheet.reviews:
            lines.append(("○ 还没有复盘。", "muted"))
        if sheet.archive is None:
            lines.append(("○ 还没有归档。", "muted"))
        else:
            lines.append((f"● {words.archive_words(sheet.archive)}", "done"))
        self.section.show_lines(lines)
        for button in self._buttons:
            button.setEnabled(self._desk.session.seat.may_write)

    def _add_loose_ends(self, dialog: EndDialog, view: IncidentView) -> None:
        """Ask in the dialog that ends about what is still open; afterwards offer masking."""
        dialog.accept_button.setEnabled(False)
        job = partial(self._services.closing.loose_ends, view.incident.id)
        self._desk.runner.submit(job, done=partial(_show_ends, dialog))
        dialog.answered.connect(self._stay)
        dialog.answered.connect(self._offer_masking)

    def _stay(self, incident: Incident) -> None:
        """Keep the ended one in sight: what follows its end is done from here."""
        which = self._panel.which
        which.setCurrentIndex(which.findData("all"))
        self._panel.show_record(incident.id)
        self._panel.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_masking(self, incident: Incident) -> None:
        job = partial(self._read, incident.id)
        self._desk.runner.submit(job, done=self._offered)

    def _offered(self, read: _Read) -> None:
        found = len(read.masking.proposed)
        if found and not read.masking.decisions:
            number = read.masking.incident.incident_no
            text = f"{number}已结束。文中有{found}处像是人员信息，请决定是否遮盖。"
            show = partial(self._mask, read)
            self._desk.notices.put(Notice(_NOTICE, NoticeKind.HINT, text, "遮盖人员信息", show))


_BUTTON = {REVIEW.id: "复盘", RECTIFY.id: "列入整改", ARCHIVE.id: "归档", MASK.id: "遮盖人员信息"}


def _show_ends(dialog: EndDialog, ends: tuple[LooseEnd, ...]) -> None:
    dialog.ask_about(ends)
