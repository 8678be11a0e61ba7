"""简报, the room of bulletins: drafts first, then what was signed, by its number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dutydesk.domain.bulletin import Bulletin, BulletinState
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.ui.bulletin.bulletin_dialog import BulletinDialog
from dutydesk.ui.bulletin.keys import CHANGE, DROP, NEW, SIGN
from dutydesk.ui.bulletin.reading import BulletinServices
from dutydesk.ui.bulletin.step_dialogs import DropDialog, SignDialog
from dutydesk.ui.desk import Desk
from dutydesk.ui.ledger_room import LedgerLook, LedgerRoom
from dutydesk.ui.widgets.empty_state import EmptyWords
from dutydesk.ui.widgets.row_table import RowColumn, TableRow
from dutydesk.wording import when
from dutydesk.wording.bulletin import BULLETIN_KIND, BULLETIN_STATE, number_words

_COLUMNS = (
    RowColumn("期号", "2026年第120期"),
    RowColumn("种类", "值班快报"),
    RowColumn("标题"),
    RowColumn("报送", "区委值班室、区政府总值班室"),
    RowColumn("拟稿", "某某某 12月28日 23:15"),
)
_EMPTY = EmptyWords(
    "file-text",
    "没有简报",
    "值班快报一事一报，值班信息、值班要情一段时间一报。内容由事件或当天的值班日志自动拟出来。",
    "写一份  Ctrl+N",
)
_LOOK = LedgerLook("简报", "拟稿", "正文", _COLUMNS, _EMPTY, ("bulletin",))


class BulletinPanel(LedgerRoom):
    """Lists bulletins; ``count_changed`` says how many drafts wait.

    ``word_wanted(Bulletin)`` when a file for WPS is asked for.
    """

    word_wanted = Signal(object)
    help_page = "bulletin"

    def __init__(
        self,
        desk: Desk,
        services: BulletinServices,
        show_paper: Callable[[PaperRequest], object],
        parent: QWidget | None = None,
    ) -> None:
        verbs = (
            ("写一份  Ctrl+N", self.begin),
            ("修改  Ctrl+E", self.change_selected),
            ("签发  Ctrl+J", self.sign_selected),
            ("不发  Ctrl+D", self.drop_selected),
            ("预览和打印  F9", self.print_view),
            ("存为 Word  Ctrl+Shift+P", self.ask_for_word),
        )
        super().__init__(desk, _LOOK, verbs, parent)
        self._services, self._show_paper = services, show_paper
        self._listed: dict[str, Bulletin] = {}
        # What was sent is looked for as often as what is being written.
        self.which.setCurrentIndex(self.which.findData("all"))
        desk.actions.add(NEW, self.begin, self)
        for spec, handler in (
            (CHANGE, self.change_selected),
            (SIGN, self.sign_selected),
            (DROP, self.drop_selected),
        ):
            desk.actions.add(spec, handler, self, local=True)
        self.reload()

    def begin(self) -> bool:
        """Ask for a new bulletin (Ctrl+N)."""
        if self.desk.session.seat.may_write:
            BulletinDialog(self.desk, self._services, self.window()).open()
        return True

    def print_view(self) -> bool:
        """F9: the selected bulletin; a draft leaves room for its number and to sign."""
        bulletin = self.selected()
        if bulletin is None:
            return False
        self._show_paper(request_of(bulletin))
        return True

    def why_no_paper(self) -> str:
        return "没有选中简报。先选一份，再按 F9。"

    def ask_for_word(self) -> None:
        """Ask for the selected one as a file for WPS."""
        bulletin = self.selected()
        if bulletin is not None:
            self.word_wanted.emit(bulletin)

    def selected(self) -> Bulletin | None:
        """Return the bulletin of the current row."""
        return self._listed.get(self.table.chosen())

    def change_selected(self) -> None:
        """Write the selected draft anew."""
        bulletin = self._ready()
        if bulletin is not None:
            BulletinDialog(self.desk, self._services, self.window(), bulletin=bulletin).open()

    def sign_selected(self) -> None:
        """Sign the selected draft."""
        bulletin = self._ready()
        if bulletin is not None:
            SignDialog(self.desk, self._services.bulletin, bulletin, self.window()).open()

    def drop_selected(self) -> None:
        """Put on record that the selected draft is not sent."""
        bulletin = self._ready()
        if bulletin is not None:
            DropDialog(self.desk, self._services.bulletin, bulletin, self.window()).open()

    def reload(self) -> None:
        """Read the bulletins again."""
        self.desk.runner.submit(self._services.bulletin.bulletins, done=self._show)

    def _ready(self) -> Bulletin | None:
        bulletin = self.selected() if self.isVisible() else None
        may = self.desk.session.seat.may_write
        return bulletin if bulletin is not None and bulletin.is_draft and may else None

    def _show(self, found: Sequence[Bulletin]) -> None:
        drafts = [one for one in found if one.is_draft]
        shown = [*drafts, *(one for one in found if not one.is_draft)] if self.is_all else drafts
        self._listed = {one.id: one for one in shown}
        now = self.desk.clock.now()
        self.list_rows([_row(one, now) for one in shown], len(drafts))

    def _on_selected(self) -> None:
        bulletin = self.selected()
        if bulletin is not None:
            self.steps.show_steps(_head(bulletin), bulletin.body.splitlines())
        self._allow()

    def _allow(self) -> None:
        may_write, bulletin = self.desk.session.seat.may_write, self.selected()
        new, change, sign, drop, paper, word = self._verbs.buttons
        new.setEnabled(may_write)
        for button in (change, sign, drop):
            button.setEnabled(may_write and bulletin is not None and bulletin.is_draft)
        paper.setEnabled(bulletin is not None)
        word.setEnabled(may_write and bulletin is not None)

    def _on_activated(self, _index: object) -> None:
        bulletin = self.selected()
        if bulletin is not None and bulletin.is_draft:
            self.change_selected()
        else:
            self.print_view()


def request_of(bulletin: Bulletin) -> PaperRequest:
    """Return the paper of a bulletin."""
    return PaperRequest(PaperKind(bulletin.kind.value), bulletin_id=bulletin.id)


def _row(bulletin: Bulletin, now: datetime) -> TableRow:
    stands = number_words(bulletin) or BULLETIN_STATE[bulletin.state]
    drafted = f"{bulletin.drafted_by} {when.near(bulletin.drafted_at, now)}".strip()
    urgency = f"【{bulletin.urgency}】" if bulletin.urgency else ""
    to = "、".join((*bulletin.report_to, *bulletin.copy_to))
    kind = BULLETIN_KIND[bulletin.kind]
    return TableRow(bulletin.id, (stands, kind, f"{urgency}{bulletin.title}", to, drafted))


def _head(bulletin: Bulletin) -> str:
    parts = ["正文"]
    if bulletin.state is BulletinState.SIGNED and bulletin.signed_at:
        parts.append(f"{bulletin.signed_by} {when.moment(bulletin.signed_at)}签发")
    if bulletin.reviewed_by:
        parts.append(f"审核：{bulletin.reviewed_by}")
    if bulletin.drop_reason:
        parts.append(f"不发：{bulletin.drop_reason}")
    return "　".join(parts)
