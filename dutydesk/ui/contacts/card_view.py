"""One contact in full: who, where, every number with a way to use it, and when it was checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.contact_masking import is_hidden
from dutydesk.domain.contact_state import is_stale
from dutydesk.domain.contacts import ContactCard, ContactNumber
from dutydesk.domain.person_card import PersonCard
from dutydesk.ui.contacts.away_notes import AwayNotes
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.steady_scroll import SteadyScroll
from dutydesk.wording.contact_card import (
    call_words,
    role_words,
    training_words,
    validity_words,
    verified_words,
)
from dutydesk.wording.contacts import NUMBER_KINDS, ROLE_PAIRS

_LOW = 280  # Below this height, at 100 % type, all verbs but one go into 更多.
NOBODY = "选一个人，这里显示他的全部号码。"


class CardView(QWidget):
    """``number_taken(ContactNumber)``, ``pair_wanted(ContactCard)``, a signal for each button."""

    number_taken = Signal(object)
    pair_wanted = Signal(object)
    look_wanted = Signal()
    call_wanted = Signal()
    edit_wanted = Signal()
    verify_wanted = Signal()
    train_wanted = Signal()
    retire_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: PersonCard | None = None
        self._may_write = True
        self._away: Callable[[ContactCard], str] | None = None
        self.number_buttons: list[QPushButton] = []
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        self._scroll = SteadyScroll()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAccessibleName("联系人")
        self.pair_button: QPushButton | None = None
        self.call = QPushButton("记去电  Ctrl+D")
        self.edit = QPushButton("修改  Ctrl+E")
        self.verify = QPushButton("核实无误  Ctrl+Enter")
        self.train = QPushButton("培训")
        self.retire = QPushButton()
        self.more = QPushButton("更多")
        self.more.setMenu(QMenu(self.more))
        self.more.menu().aboutToShow.connect(self._fill_menu)
        set_style(self.call, rank="primary")
        for button, signal in (
            (self.call, self.call_wanted),
            (self.edit, self.edit_wanted),
            (self.verify, self.verify_wanted),
            (self.train, self.train_wanted),
            (self.retire, self.retire_wanted),
        ):
            button.clicked.connect(signal)
        self._foot = self._buttons()
        self._page = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot)
        theme.changed.connect(self._build)
        self._build()

    def show_card(self, shown: PersonCard | None, *, may_write: bool) -> None:
        """Show a contact, or that none is chosen."""
        if (shown, may_write) != (self._shown, self._may_write):
            self._shown, self._may_write = shown, may_write
            self._build()

    def tell_away(self, notes: AwayNotes) -> None:
        """Let the card say who is away and who acts meanwhile."""
        self._away = notes.words
        notes.changed.connect(self._build)
        self._build()

    def shown(self) -> PersonCard | None:
        """Return the contact shown."""
        return self._shown

    def texts(self) -> list[str]:
        """Return all texts shown."""
        labels = [label.text() for label in self._page.findChildren(QLabel)]
        return labels + [button.text() for button in self.findChildren(QPushButton)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Keep height for the number to ring: the verbs would lie on one another."""
        is_low = self.height() < self._theme.px(_LOW)
        for button in (self.edit, self.verify, self.train, self.retire):
            button.setVisible(not is_low)
        self.more.setVisible(is_low)

    def _fill_menu(self) -> None:
        menu = self.more.menu()
        menu.clear()
        for button in (self.edit, self.verify, self.train, self.retire):
            menu.addAction(button.text(), button.click).setEnabled(button.isEnabled())

    def _buttons(self) -> QWidget:
        foot = QWidget()
        self._foot_grid = QGridLayout(foot)
        self._foot_grid.addWidget(self.call, 0, 0)
        self._foot_grid.addWidget(self.edit, 0, 1)
        self._foot_grid.addWidget(self.more, 0, 1)
        self._foot_grid.addWidget(self.verify, 1, 0, 1, 2)
        self._foot_grid.addWidget(self.train, 2, 0)
        self._foot_grid.addWidget(self.retire, 2, 1)
        return foot

    def _build(self) -> None:
        theme = self._theme
        page = QWidget()
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(page, ground="surface")
        column = QVBoxLayout(page)
        side = theme.px(16)
        column.setContentsMargins(side, theme.px(12), side, theme.px(12))
        column.setSpacing(theme.px(6))
        self._foot_grid.setSpacing(theme.px(8))
        self._foot_grid.setContentsMargins(side, theme.px(8), side, theme.px(8))
        self._foot.setVisible(self._shown is not None)
        self._fold()
        self.number_buttons = []
        self.pair_button = None
        if self._shown is None:
            column.addWidget(_label(NOBODY, "muted"))
        else:
            self._fill(column, self._shown)
        column.addStretch(1)
        # The old page is freed by the scroll area.
        self._page = page
        self._scroll.setWidget(page)

    def _fill(self, column: QVBoxLayout, shown: PersonCard) -> None:
        contact = shown.card.contact
        name = _label(contact.name)
        name.setFont(self._theme.font("large", bold=True))
        column.addWidget(name)
        column.addWidget(_label(_who(shown.card)))
        away = self._away(shown.card) if self._away else ""
        if away:
            column.addWidget(_label(away, "soon"))
        if contact.is_retired:
            column.addWidget(_label("已停用：不在名单和查找里", "soon"))
        self._add_numbers(column, shown.card)
        if shown.is_masked and any(is_hidden(one.number) for one in shown.card.numbers):
            column.addWidget(self._look_button(), 0, Qt.AlignmentFlag.AlignLeft)
        self._add_pair(column, shown)
        for words, tone in _rest(shown):
            column.addWidget(_label(words, tone))
        self.call.setEnabled(self._may_write)
        for button in (self.edit, self.verify, self.retire):
            button.setEnabled(self._may_write)
        self.retire.setText("重新启用" if contact.is_retired else "停用")

    def _look_button(self) -> QPushButton:
        button = QPushButton("看完整号码  Ctrl+M")
        button.clicked.connect(self.look_wanted)
        return button

    def _add_pair(self, column: QVBoxLayout, shown: PersonCard) -> None:
        for place, card in enumerate(shown.pairs):
            other = card.contact
            role = ROLE_PAIRS[other.role_pair] if other.role_pair else "搭档"
            key = "" if place else "  Ctrl+B"
            button = QPushButton(f"{role}　{other.name}{key}")
            button.clicked.connect(partial(self.pair_wanted.emit, card))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.pair_button = self.pair_button or button

    def _add_numbers(self, column: QVBoxLayout, card: ContactCard) -> None:
        if not card.numbers:
            column.addWidget(_label("没有号码", "soon"))
            return
        grid = QGridLayout()
        grid.setSpacing(self._theme.px(6))
        grid.setColumnStretch(1, 1)
        for number in card.numbers:
            at = grid.rowCount()
            grid.addWidget(_label(_kind(number), "muted"), at, 0)
            button = QPushButton(number.number)
            button.setFont(self._theme.font("title"))
            button.setAccessibleName(f"复制{_kind(number)} {number.number}")
            button.setToolTip("点一下或按回车，复制号码")
            button.clicked.connect(partial(self._take, number))
            grid.addWidget(button, at, 1)
            self.number_buttons.append(button)
            if number.is_doubtful:
                grid.addWidget(_label("写法可疑，请核实", "soon"), at + 1, 1)
        column.addLayout(grid)

    def _take(self, number: ContactNumber) -> None:
        self.number_taken.emit(number)


def _label(words: str, tone: str = "") -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    # Styling resets a font that is set afterwards; only what has a tone is styled.
    if tone:
        set_style(label, tone=tone)
    return label


def _kind(number: ContactNumber) -> str:
    word = NUMBER_KINDS[number.kind]
    return f"{word}（{number.label}）" if number.label else word


def _who(card: ContactCard) -> str:
    contact = card.contact
    return role_words(card.unit_path, contact.post, contact.duty_role, contact.role_pair)


def _rest(person: PersonCard) -> Iterator[tuple[str, str]]:
    """Yield what else is known, each with its tone."""
    yield from ((words, "muted") for words in _facts(person.card))
    yield from _states(person)
    if person.calls:
        yield "最近通话", "muted"
    for call in person.calls:
        yield call_words(call), ""


def _facts(card: ContactCard) -> Iterator[str]:
    contact = card.contact
    for shown in card.roles:
        role = shown.role
        words = role_words(shown.unit_path, role.post, role.duty_role, role.role_pair)
        area = f"（{role.area}）" if role.area else ""
        yield f"兼任：{words}{area}"
    for word, text in (
        ("兼任", "；".join(contact.other_posts)),
        ("责任区域", contact.area),
        ("地址", contact.address),
        ("类别", contact.category),
        ("备注", contact.note),
    ):
        if text:
            yield f"{word}：{text}"


def _states(person: PersonCard) -> Iterator[tuple[str, str]]:
    contact, dates, training = person.card.contact, person.dates, person.training
    if dates is not None:
        term, ends = validity_words(contact, dates), contact.valid_to
        if term:
            yield term, "soon" if ends is not None and ends <= dates.soon else "muted"
        tone = "soon" if is_stale(contact, dates.stale_before) else "muted"
        yield verified_words(contact, dates), tone
    if training is not None and (words := training_words(training)):
        yield words, "soon" if training.missing else "muted"
