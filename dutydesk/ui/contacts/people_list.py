"""The list of people: of a unit in pages, or what a search found; any length."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QDrag, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from dutydesk.domain.contact_state import Listed
from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.dataclass import dataclass
from dutydesk.services.contacts import ContactsService
from dutydesk.ui.contacts.dialling import first_number
from dutydesk.ui.contacts.person_reader import as_seen
from dutydesk.ui.contacts.tree_drag import PERSON, carried
from dutydesk.ui.contacts.unit_lines import Which
from dutydesk.ui.desk import Desk
from dutydesk.ui.tasks import Queue
from dutydesk.ui.widgets.paged_model import ID_ROLE, ROW_ROLE, AnyIndex, Column, PagedModel
from dutydesk.ui.widgets.selected_bar import show_bar

HITS = 200
_FIRST_SCREEN = 64
_ROOM_FOR_NUMBERS = 340
# Lists that are worked through from above.
_GO_ON = frozenset({Listed.STALE, Listed.EXPIRING, Listed.UNTRAINED})


@dataclass(frozen=True, slots=True)
class _Listing:
    """The rows to show, those already read among them."""

    rowids: Sequence[int]
    rows: Mapping[int, ContactCard] = field(default_factory=dict)


class _People(PagedModel[ContactCard]):
    """People can be drawn into a unit of the tree."""

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled


class PeopleList(QTableView):
    """``chosen(ContactCard)`` when another row is current, ``taken`` on Enter or double click.

    ``listed(count, is_capped)`` after each reading; ``emptied(None)`` when what was asked for
    has nobody.
    """

    chosen = Signal(object)
    taken = Signal()
    listed = Signal(int, bool)
    emptied = Signal(object)

    def __init__(self, desk: Desk, service: ContactsService) -> None:
        super().__init__()
        self._desk, self._service = desk, service
        self._asked = self._answered = 0
        self._which, self._text = Which(), ""
        self.people = _People(desk.runner, self._page, _COLUMNS, self)
        self.setModel(self.people)
        self.setAccessibleName("联系人名单")
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setWordWrap(False)
        self.setDragEnabled(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setProperty("bare", True)
        show_bar(self, desk.theme)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self.doubleClicked.connect(self._on_double)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def show_which(self, which: Which) -> None:
        """List a unit, everybody, or the retired."""
        self._which, self._text = which, ""
        self._read(keeps=None)

    def search(self, text: str) -> None:
        """List whom a text finds; an empty one lists the unit again."""
        self._text = text.strip()
        self._read(keeps=None)

    def reload(self) -> None:
        """Read the same again; the row that is current stays so."""
        at = self.currentIndex()
        self._read(keeps=self.people.row_id(at.row()) if at.isValid() else -1)

    @property
    def is_reading(self) -> bool:
        """Tell whether other people were asked for than are listed."""
        return self._answered != self._asked

    def card(self) -> ContactCard | None:
        """Return the contact of the current row."""
        row = self.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, ContactCard) else None

    def step(self, rows: int) -> None:
        """Move the current row, stopping at the ends."""
        count = self.people.rowCount()
        if count:
            at = self.currentIndex().row() if self.currentIndex().isValid() else -1
            self._select(max(0, min(at + rows, count - 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The card beside it has the numbers; where there is little room the unit matters more.
        self.setColumnHidden(2, self.width() < self._desk.theme.px(_ROOM_FOR_NUMBERS))

    def startDrag(self, _actions: Qt.DropAction) -> None:
        card = self.card()
        if card is not None:
            drag = QDrag(self)
            drag.setMimeData(carried(PERSON, card.contact.id))
            drag.exec(Qt.DropAction.CopyAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit()
            return
        super().keyPressEvent(event)

    def _read(self, *, keeps: int | None) -> None:
        self._asked += 1
        # Who is short of training is counted person by person: no entry waits for it.
        is_counted = self._which.listed is Listed.UNTRAINED and not self._text
        self._desk.runner.submit(
            partial(self._listing, self._which, self._text),
            done=partial(self._show, self._asked, keeps),
            queue=Queue.POOL if is_counted else Queue.LANE,
        )

    def _listing(self, which: Which, text: str) -> _Listing:
        if text:
            found = {
                place: as_seen(self._desk, card)
                for place, card in enumerate(self._service.find(text, HITS))
            }
            return _Listing(tuple(found), found)
        rowids = self._service.listing(which.unit_id, which.listed)
        return _Listing(rowids, self._page(tuple(rowids[:_FIRST_SCREEN])))

    def _page(self, rowids: tuple[int, ...]) -> Mapping[int, ContactCard]:
        found = self._service.page(rowids)
        return {rowid: as_seen(self._desk, card) for rowid, card in found.items()}

    def _show(self, asked: int, keeps: int | None, listing: _Listing) -> None:
        if asked != self._asked:
            return
        self._answered = asked
        top, row = self.verticalScrollBar().value(), self.currentIndex().row()
        self.people.set_ids(listing.rowids, listing.rows)
        if keeps is None and listing.rowids:
            self._select(0)
        elif keeps is None:
            self.emptied.emit(None)
        else:
            self.verticalScrollBar().setValue(top)
            at = self.people.position(keeps)
            if at is not None:
                self._select(at)
            elif self._which.listed in _GO_ON and not self._text:
                self._go_on(row)
        is_capped = bool(self._text) and len(listing.rowids) >= HITS
        self.listed.emit(len(listing.rowids), is_capped)

    def _go_on(self, row: int) -> None:
        """Take the next one of a list that is worked through: who was done has left it."""
        count = self.people.rowCount()
        if count:
            self._select(max(0, min(row, count - 1)))
        else:
            self.emptied.emit(None)

    def _select(self, row: int) -> None:
        self.selectionModel().setCurrentIndex(
            self.people.index(row, 0),
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        card = current.data(ROW_ROLE)
        if isinstance(card, ContactCard):
            self.chosen.emit(card)
        elif current.isValid():
            self._desk.runner.submit(
                partial(self._page, (int(current.data(ID_ROLE)),)), done=self._arrived
            )

    def _arrived(self, rows: Mapping[int, ContactCard]) -> None:
        """Tell of a row that had not been read when it became current."""
        card = rows.get(int(self.currentIndex().data(ID_ROLE) or -1))
        if card is not None:
            self.chosen.emit(card)

    def _on_double(self, _at: QModelIndex) -> None:
        self.taken.emit()

    def _restyle(self) -> None:
        theme = self._desk.theme
        metrics = QFontMetrics(theme.font())
        self.verticalHeader().setDefaultSectionSize(theme.measure("row"))
        for column, sample in ((0, "灾害信息员"), (2, "0000-00000000")):
            self.setColumnWidth(column, metrics.horizontalAdvance(sample) + theme.px(20))


def _name(card: ContactCard) -> str:
    return card.contact.name


def _place(card: ContactCard) -> str:
    return "　".join(part for part in (card.unit, card.contact.post) if part)


def _number(card: ContactCard) -> str:
    number = first_number(card) or next(iter(card.numbers), None)
    return number.number if number else ""


_COLUMNS = (Column("姓名", _name), Column("单位　职务", _place), Column("号码", _number))
