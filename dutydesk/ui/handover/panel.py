"""交接班 (F8): one page from top to bottom that two officers go through at one desk."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from dutydesk.domain.changes import Changes
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.handover import HandoverSide
from dutydesk.domain.handover_facts import HandoverView
from dutydesk.domain.officer import Officer
from dutydesk.ui.desk import Desk
from dutydesk.ui.handover.after_backup import AfterBackup
from dutydesk.ui.handover.checks import CheckSection
from dutydesk.ui.handover.decisions import Decisions
from dutydesk.ui.handover.items import ItemSection
from dutydesk.ui.handover.keys import bind
from dutydesk.ui.handover.passed import PassedSection, passed_words
from dutydesk.ui.handover.pen import HandoverPen
from dutydesk.ui.handover.reading import TABLES, HandoverServices, Reading, seat_of
from dutydesk.ui.handover.records import RecordSection
from dutydesk.ui.handover.remarks import RemarkSection
from dutydesk.ui.handover.section import plain
from dutydesk.ui.handover.signing import SignSection
from dutydesk.ui.handover.summary import IncidentSection, SummarySection
from dutydesk.ui.handover.things import ThingSection
from dutydesk.ui.rooms import RoomPanel, first_field
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.steady_scroll import SteadyScroll
from dutydesk.ui.widgets.tab_order import chain
from dutydesk.wording.handover_record import passed_on
from dutydesk.wording.sentences import sentence

_NOBODY = "还没有人接班，没有可交的班。按 Shift+F8 接班。"


class HandoverPanel(RoomPanel):
    """Shows the running handover, writes it as it is filled in, and passes duty."""

    help_page = "handover"

    def __init__(
        self, desk: Desk, services: HandoverServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._services = services
        self._reading: Reading | None = None
        self._goes_to_sign = self._was_entered = False
        theme = desk.theme
        self.passed = PassedSection(theme)
        self.summary, self.incidents = SummarySection(theme), IncidentSection(theme)
        self.items, self.checks = ItemSection(theme), CheckSection(theme)
        self.things, self.remarks = ThingSection(theme), RemarkSection(theme)
        self.signs, self.records = SignSection(theme), RecordSection(theme)
        self.answer, self._nobody = plain(tone="overdue"), plain(_NOBODY, tone="muted")
        self.area = SteadyScroll()
        sections = (self.checks, self.things, self.remarks)
        self.pen = HandoverPen(desk, services, sections, self)
        self._decisions = Decisions(desk, services, self)
        self._after_backup = AfterBackup(desk, services.backup, self)
        self._build()
        self._connect()
        self._restyle()
        self.reload()

    def entered(self) -> None:
        """Go on where work was left; a handover that is over makes way for the new one."""
        self.passed.view = None
        # The first time nobody has chosen a place yet; Qt gives the focus to some button.
        last = self.last_field() if self._was_entered else None
        self._was_entered = self._reading is not None
        (last or self).setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload()

    def print_view(self) -> bool:
        """F9: the handover that was just signed, else the draft of this one."""
        view = self.passed.view or (self._reading.view if self._reading else None)
        if view is not None:
            self.pen.save()
            self._services.print_record(view.handover.id)
        return view is not None

    def reload(self) -> None:
        """Read the handover again, and the former ones."""
        self.desk.runner.submit(self._services.read, done=self._show, failed=self._refused)
        job = partial(self._services.former, self.records.limit)
        self.desk.runner.submit(job, done=self.records.show_views, failed=self._refused)

    def to_sign(self) -> None:
        """Go to the first side that has not signed."""
        for card in self.signs.cards():
            if card.pin.isVisible():
                target = card.pin if card.who.officer_id() else card.who
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.area.ensureWidgetVisible(card)
                return

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="window")
        page, self._draft = QWidget(), QWidget()
        self._column, self._sections = QVBoxLayout(page), QVBoxLayout(self._draft)
        self._sections.setContentsMargins(0, 0, 0, 0)
        parts: list[QWidget] = [self.summary, self.incidents, self.items, self.checks]
        for section in (*parts, self.things, self.remarks, self.signs):
            self._sections.addWidget(section)
        for widget in (self.answer, self.passed, self._nobody, self._draft, self.records):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        for hidden in (self.answer, self.passed, self._nobody, self._draft):
            hidden.hide()
        self.area.setWidget(page)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _connect(self) -> None:
        desk, signs, records = self.desk, self.signs, self.records
        self._after_backup.told.connect(self.passed.show_backup)
        self.pen.written.connect(self.reload)
        self.pen.signed.connect(self._on_signed)
        self.pen.passed.connect(self._pass)
        self.pen.refused.connect(self._say)
        self.pen.sign_refused.connect(self._say_at_card)
        self.items.taken.connect(self.pen.take)
        self.items.owner_given.connect(self.pen.give_owner)
        self.checks.edit_list.clicked.connect(self._decisions.edit_list)
        signs.sign_wanted.connect(self.pen.sign)
        signs.take_back_wanted.connect(self._take_back)
        signs.force_wanted.connect(self._force)
        signs.stay_wanted.connect(self._stay)
        self._decisions.answered.connect(self._on_answered)
        self._decisions.passed.connect(self._pass)
        self.summary.print.clicked.connect(self.print_view)
        self.summary.to_sign.clicked.connect(self.to_sign)
        self.passed.print_wanted.connect(self.print_view)
        self.passed.next_wanted.connect(self._next)
        records.print_wanted.connect(self._print_former)
        records.countersign_wanted.connect(self._countersign)
        records.review_wanted.connect(self._review)
        records.more_wanted.connect(self.reload)
        desk.hub.committed.connect(self._on_committed)
        desk.hub.minute.connect(self._on_minute)
        desk.session.changed.connect(self._allow)
        desk.theme.changed.connect(self._restyle)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]  # Qt runs
        self.checks.counted.connect(signs.show_unchecked)
        fills = (self.to_sign, self.checks.fill_rest, self.things.fill_rest)
        buttons = [signs.force, signs.stay, self.checks.edit_list]
        buttons += [records.countersign, records.review]
        bind(desk.actions, self, self.checks, (*fills, *(one.click for one in buttons)))

    def _show(self, reading: Reading) -> None:
        self._reading = reading
        view, now = reading.view, self.desk.clock.now()
        is_passed = self.passed.view is not None
        self._nobody.setVisible(view is None and not is_passed)
        self._draft.setVisible(view is not None and not is_passed)
        self.passed.setVisible(is_passed)
        if view is None or self.pen.is_busy:
            return
        facts = view.facts
        self.summary.show_view(view)
        self.incidents.show_incidents(facts.incidents, facts.first_report_word, now)
        self.items.show_items((*facts.open_items, *facts.directives), now)
        self.checks.show_checks(view.checks)
        self.things.show_things(view.things)
        self.remarks.show_remarks(view.handover.remarks, passed_on(view))
        self.signs.show_reading(reading, self.items.untaken(), now)
        self._allow()
        chain(self.summary, self.items, self.checks, self.things, self.remarks, self.signs)
        if self._goes_to_sign:
            self._goes_to_sign = False
            self.to_sign()
        elif self.hasFocus():
            first = self.checks.first() or first_field(self._draft) or self
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _allow(self) -> None:
        may_write = self.desk.session.seat.may_write
        view = self._reading.view if self._reading else None
        # What somebody has signed is not changed under the signature.
        is_open = may_write and view is not None and not view.signatures
        for section in (self.checks, self.things, self.remarks):
            section.allow(may_write=is_open)
        for part in (self.items, self.signs, self.records):
            part.allow(may_write=may_write)

    def _on_signed(self) -> None:
        # The page still shows the fields just used; the other side is next once it is read again.
        self._goes_to_sign = True

    def _pass(self, view: HandoverView) -> None:
        """Duty has passed: the seat, the words, the backup, the paper."""
        incoming = view.signature(HandoverSide.INCOMING)
        officer = self._officer(incoming.officer_id) if incoming else None
        if officer is not None:
            self.desk.session.sit_down(seat_of(officer))
        self.passed.show_view(view)
        self.answer.hide()
        self._show_passed()
        words = passed_words(view)
        verb = "打印交接班记录"
        job = partial(self._services.print_record, view.handover.id)
        self.desk.notices.put(Notice("handover.passed", NoticeKind.DONE, words, verb, job))
        self._after_backup.run()

    def _show_passed(self) -> None:
        self._draft.hide()
        self.passed.show()
        self.area.verticalScrollBar().setValue(0)
        self.passed.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _officer(self, officer_id: str) -> Officer | None:
        known = self._reading.officers if self._reading else ()
        return next((one for one in known if one.id == officer_id), None)

    def _next(self) -> None:
        self.passed.view = None
        self.reload()

    def _on_answered(self) -> None:
        self.answer.hide()
        self.reload()

    def _force(self) -> None:
        if self._reading is not None:
            self.pen.save()
            self._decisions.force(self._reading)

    def _stay(self) -> None:
        if self._reading is not None:
            self._decisions.stay(self._reading)

    def _take_back(self, side: HandoverSide) -> None:
        if self._reading is not None:
            self._decisions.take_back(self._reading, side)

    def _countersign(self, view: HandoverView) -> None:
        if self._reading is not None:
            self._decisions.countersign(self._reading, view)

    def _review(self, view: HandoverView) -> None:
        if self._reading is not None:
            self._decisions.review(self._reading, view)

    def _print_former(self, view: HandoverView) -> None:
        self._services.print_record(view.handover.id)

    def _say_at_card(self, side: HandoverSide, words: str) -> None:
        self.signs.card(side).say(words)

    def _say(self, words: str) -> None:
        self.answer.setText(words)
        self.answer.show()
        self.area.verticalScrollBar().setValue(0)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._say(sentence(error))

    def _on_committed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self.pen and changes.names(*TABLES):
            self.reload()

    def _on_minute(self, _now: object) -> None:
        # Limits run out while two people talk.
        if self.isVisible() and not self.pen.is_busy:
            self.reload()

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.area.widget().isAncestorOf(now):
            self.area.ensureWidgetVisible(now, 0, self.desk.theme.px(60))

    def _restyle(self) -> None:
        theme = self.desk.theme
        side = theme.px(12)
        self._column.setContentsMargins(side, side, side, side)
        for column in (self._column, self._sections):
            column.setSpacing(side)
