"""Writing a bulletin: what it is about, the text the program proposes, to whom, its page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from dutydesk.domain.bulletin import Bulletin, BulletinKind, DraftBulletin, as_typed
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.ui.ask_dialog import Job
from dutydesk.ui.bulletin.page_sheet import PageSheet
from dutydesk.ui.bulletin.reading import (
    Beginning,
    BulletinServices,
    choices,
    read_beginning,
    told_of,
    usual_choice,
)
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.receivers import line_of, units_in
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.wording.bulletin import BULLETIN_KIND, typed_paper
from dutydesk.wording.sentences import sentence

_TEXT_ROWS = 9
_URGENCIES = ("", "加急", "特急")


class BulletinDialog(LongDialog):
    """A new draft, or one written anew; a text written by hand is never overwritten."""

    help_page = "bulletin"

    def __init__(
        self,
        desk: Desk,
        services: BulletinServices,
        parent: QWidget,
        *,
        bulletin: Bulletin | None = None,
    ) -> None:
        title = "修改简报" if bulletin else "写一份简报"
        super().__init__(desk, title, "存为拟稿  Ctrl+Enter", parent)
        self._services, self._bulletin = services, bulletin
        # Made once: a draft that was written but not acknowledged is not written twice.
        self._id = bulletin.id if bulletin else services.bulletin.new_id()
        self._beginning: Beginning | None = None
        self._is_by_hand = False
        self._day = bulletin.duty_date if bulletin else None
        theme = desk.theme
        self.kind, self.about = ChoiceBox(theme, "种类"), ChoiceBox(theme, "依据")
        self.urgency = ChoiceBox(theme, "紧急程度")
        self.title, self.reviewed_by = QLineEdit(), QLineEdit()
        self.report_to, self.copy_to = QLineEdit(), QLineEdit()
        self.body, self.page = QPlainTextEdit(), QPushButton("看纸面")
        self._lay_rows()
        self._words = self.keep(
            f"bulletin:{bulletin.id if bulletin else 'new'}",
            {
                "kind": self.kind,
                "about": self.about,
                "title": self.title,
                "body": self.body,
                "report_to": self.report_to,
                "copy_to": self.copy_to,
                "urgency": self.urgency,
                "reviewed_by": self.reviewed_by,
            },
        )
        self._words.goes_along = ("kind", "about")
        self._words.taken_up.connect(self._on_taken_up)
        self._words.given_up.connect(self._on_given_up)
        desk.runner.submit(
            partial(read_beginning, services.bulletin), done=self._begin, failed=self._no_text
        )

    def job(self) -> Job | None:
        return partial(self._services.bulletin.put, self._draft(), by=self.desk.session.seat.actor)

    def show_page(self) -> None:
        """Show what is typed as it would be printed."""
        if self._beginning is None:
            return
        head, by = self._beginning.head, self._bulletin
        seat = self.desk.session.seat
        report = typed_paper(
            head.room,
            self._draft(),
            drafted_by=by.drafted_by if by else seat.name,
            phone=head.phone,
            now=self.desk.clock.now(),
        )
        PageSheet(self.desk, partial(self._services.render, report), self).open()

    def _draft(self) -> DraftBulletin:
        known = self._bulletin
        incident_id = known.incident_id if known else told_of(_chosen(self.about))[0]
        return DraftBulletin(
            id=self._id,
            kind=self._kind(),
            title=self.title.text().strip(),
            body=self.body.toPlainText().strip(),
            report_to=units_in(self.report_to.text()),
            copy_to=units_in(self.copy_to.text()),
            urgency=_chosen(self.urgency),
            reviewed_by=self.reviewed_by.text().strip(),
            incident_id=incident_id if self._kind() is not BulletinKind.DAILY else None,
            duty_date=self._day,
        )

    def _kind(self) -> BulletinKind:
        return BulletinKind(self.kind.currentData())

    def _lay_rows(self) -> None:
        for kind in BulletinKind:
            self.kind.addItem(BULLETIN_KIND[kind], kind.value)
        for word in _URGENCIES:
            self.urgency.addItem(word or "不标", word)
        self.report_to.setPlaceholderText("几个单位用顿号隔开")
        self.copy_to.setPlaceholderText("可以不填")
        self.reviewed_by.setPlaceholderText("可以不填")
        self.body.setTabChangesFocus(True)
        line = QFontMetrics(self.desk.theme.font()).lineSpacing()
        self.body.setMinimumHeight(line * _TEXT_ROWS + self.desk.theme.px(16))
        self.page.setAutoDefault(False)
        self.page.clicked.connect(self.show_page)
        for word, field in (
            ("种类", self.kind),
            ("依据", self.about),
            ("标题", self.title),
            ("正文", self.body),
            ("报", self.report_to),
            ("送", self.copy_to),
            ("紧急程度", self.urgency),
            ("审核", self.reviewed_by),
            ("", self.page),
        ):
            label = self.form.row(word, field)
            if field is self.about:
                self._about_label = label
        self.kind.activated.connect(self._on_kind)
        self.about.activated.connect(self._propose)
        self.body.textChanged.connect(self._on_text)
        self.title.textEdited.connect(self._on_text)

    def _begin(self, beginning: Beginning) -> None:
        self._beginning = beginning
        known = self._bulletin
        for words, value in choices(beginning.sources):
            self.about.addItem(words, value)
        self.about.setVisible(known is None)
        self._about_label.setVisible(known is None)
        if known is None:
            self._on_kind(0)
            return
        self.kind.setCurrentIndex(self.kind.findData(known.kind.value))
        self.kind.setEnabled(False)
        self._fill(as_typed(known))
        _choose(self.urgency, known.urgency)
        self.reviewed_by.setText(known.reviewed_by)
        self._words.begin()
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kind(self, _at: int) -> None:
        if self._beginning is not None and not self._is_by_hand:
            usual = usual_choice(self._kind(), self._beginning.sources)
            self.about.setCurrentIndex(self.about.findData(usual))
            self._propose()

    def _propose(self, _at: int = 0) -> None:
        incident_id, duty_date = told_of(_chosen(self.about))
        job = partial(
            self._services.bulletin.proposal,
            self._kind(),
            incident_id=incident_id,
            duty_date=duty_date,
        )
        self.desk.runner.submit(job, done=self._show_proposal, failed=self._no_text)

    def _show_proposal(self, proposal: DraftBulletin) -> None:
        # The page is one of this day, whoever wrote its words.
        self._day = proposal.duty_date
        if not self._is_by_hand:
            self._fill(proposal)
            self._words.rebase("kind", "about", "title", "body")
        self._words.begin()

    def _fill(self, draft: DraftBulletin) -> None:
        self.body.blockSignals(True)
        self.body.setPlainText(draft.body)
        self.body.blockSignals(False)
        self.title.setText(draft.title)
        if not self.report_to.text():
            self.report_to.setText(line_of(draft.report_to))
        if not self.copy_to.text():
            self.copy_to.setText(line_of(draft.copy_to))

    def _no_text(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self.say(sentence(error))
        self._words.begin()

    def _on_taken_up(self, changed: Mapping[str, str]) -> None:
        self._is_by_hand = bool({"title", "body"} & set(changed))

    def _on_given_up(self) -> None:
        self._is_by_hand = False

    def _on_text(self) -> None:
        self._is_by_hand = True


def _chosen(box: QComboBox) -> str:
    return str(box.currentData() or "")


def _choose(box: QComboBox, value: str) -> None:
    """Choose a value; one that a command wrote is put beside the usual ones."""
    if box.findData(value) < 0:
        box.addItem(value, value)
    box.setCurrentIndex(box.findData(value))
