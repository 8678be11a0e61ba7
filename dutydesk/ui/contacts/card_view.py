"""One contact in full: who, where, every number with a way to use it, and when it was checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.contacts import Contact, ContactCard, ContactNumber
from dutydesk.domain.dataclass import dataclass
from dutydesk.services.contacts import ContactsService
from dutydesk.ui.contacts.away_notes import AwayNotes
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.steady_scroll import SteadyScroll
from dutydesk.wording import when
from dutydesk.wording.contacts import CONTACT_ROLES, NUMBER_KINDS, ROLE_PAIRS

NOBODY = "选一个人，这里显示他的全部号码。"


@dataclass(frozen=True, slots=True)
class ShownCard:
    """A contact with whoever stands in for them."""

    card: ContactCard
    pair: ContactCard | None = None


def read_shown(service: ContactsService, contact_id: str) -> ShownCard:
    """Read a contact and whoever stands in for them; a job for the lane, raises RecordUnknown."""
    card = service.card(contact_id)
    pair_id = card.contact.pair_contact_id
    return ShownCard(card, service.card(pair_id) if pair_id else None)


class CardView(QWidget):
    """``number_taken(ContactNumber)``, ``pair_wanted``, and one signal for each button."""

    number_taken = Signal(object)
    pair_wanted = Signal()
    call_wanted = Signal()
    edit_wanted = Signal()
    verify_wanted = Signal()
    retire_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: ShownCard | None = None
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
        self.verify = QPushButton("核实无误")
        self.retire = QPushButton()
        set_style(self.call, rank="primary")
        for button, signal in (
            (self.call, self.call_wanted),
            (self.edit, self.edit_wanted),
            (self.verify, self.verify_wanted),
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

    def show_card(self, shown: ShownCard | None, *, may_write: bool) -> None:
        """Show a contact, or that none is chosen."""
        if (shown, may_write) != (self._shown, self._may_write):
            self._shown, self._may_write = shown, may_write
            self._build()

    def tell_away(self, notes: AwayNotes) -> None:
        """Let the card say who is away and who acts meanwhile."""
        self._away = notes.words
        notes.changed.connect(self._build)
        self._build()

    def shown(self) -> ShownCard | None:
        """Return the contact shown."""
        return self._shown

    def texts(self) -> list[str]:
        """Return all texts shown."""
        labels = [label.text() for label in self._page.findChildren(QLabel)]
        return labels + [button.text() for button in self.findChildren(QPushButton)]

    def _buttons(self) -> QWidget:
        foot = QWidget()
        self._foot_grid = QGridLayout(foot)
        self._foot_grid.addWidget(self.call, 0, 0)
        self._foot_grid.addWidget(self.edit, 0, 1)
        self._foot_grid.addWidget(self.verify, 1, 0)
        self._foot_grid.addWidget(self.retire, 1, 1)
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

    def _fill(self, column: QVBoxLayout, shown: ShownCard) -> None:
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
        self._add_pair(column, shown)
        for words in _rest(contact):
            column.addWidget(_label(words, "muted"))
        self.call.setEnabled(self._may_write)
        for button in (self.edit, self.verify, self.retire):
            button.setEnabled(self._may_write)
        self.retire.setText("重新启用" if contact.is_retired else "停用")

    def _add_pair(self, column: QVBoxLayout, shown: ShownCard) -> None:
        if shown.pair is None:
            return
        other = shown.pair.contact
        role = ROLE_PAIRS[other.role_pair] if other.role_pair else "搭档"
        button = QPushButton(f"{role}　{other.name}  Ctrl+B")
        button.clicked.connect(self.pair_wanted)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.pair_button = button

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
    role = CONTACT_ROLES[contact.duty_role] if contact.duty_role else ""
    pair = ROLE_PAIRS[contact.role_pair] if contact.role_pair else ""
    parts = (" / ".join(card.unit_path), contact.post, role, pair)
    return "　".join(dict.fromkeys(part for part in parts if part))


def _rest(contact: Contact) -> Iterator[str]:
    for word, text in (
        ("兼任", "；".join(contact.other_posts)),
        ("责任区域", contact.area),
        ("地址", contact.address),
        ("类别", contact.category),
        ("今年培训", f"{contact.training_days}天" if contact.training_days is not None else ""),
        ("备注", contact.note),
    ):
        if text:
            yield f"{word}：{text}"
    if contact.last_verified_at is None:
        yield "还没有核实过"
    else:
        yield f"{when.with_year(contact.last_verified_at)} {contact.verified_by}核实"
