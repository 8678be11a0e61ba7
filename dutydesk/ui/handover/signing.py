"""The sign block: what still stops it, the three sides, and what to do when nobody comes."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from dutydesk.domain.handover import HandoverSide
from dutydesk.domain.handover_facts import (
    FirstReportOverdue,
    HandoverBlock,
    SamePersonBothSides,
)
from dutydesk.services.handover import Signing
from dutydesk.ui.handover.reading import Reading
from dutydesk.ui.handover.section import Section, plain
from dutydesk.ui.handover.sign_card import IncomingCard, SignCard
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.tab_order import chain, tab_order
from dutydesk.wording.handover import block_words

_CARD = 264
_MOST_COLUMNS = 3


class SignSection(Section):
    """``sign_wanted(Signing)``, ``take_back_wanted(side)``, ``force_wanted``, ``stay_wanted``."""

    sign_wanted = Signal(object)
    take_back_wanted = Signal(object)
    force_wanted = Signal()
    stay_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "签字", parent)
        self._reading: Reading | None = None
        self._untaken = self._unchecked = 0
        self.blocks, self.advice = plain(tone="overdue"), plain(tone="soon")
        self.outgoing = SignCard(theme, HandoverSide.OUTGOING)
        self.incoming = IncomingCard(theme)
        self.lead = SignCard(theme, HandoverSide.LEAD)
        self._cards = QGridLayout()
        self._columns = 0
        self.force, self.stay = QPushButton("单方交接…"), QPushButton("继续值守…")
        self._build()
        self.restyle()

    def cards(self) -> tuple[SignCard, ...]:
        """Return the three sides."""
        return (self.outgoing, self.incoming, self.lead)

    def card(self, side: HandoverSide) -> SignCard:
        """Return the card of a side."""
        return next(card for card in self.cards() if card.side is side)

    def show_unchecked(self, count: int) -> None:
        """Say how many lines of the checklist nobody has filled; it stops no signature."""
        self._unchecked = count
        self._tell()

    def show_reading(self, reading: Reading, untaken: int, now: datetime) -> None:
        """Show who signs, who has signed, and what stops it."""
        view = reading.view
        if view is None:
            return
        self._reading, self._untaken = reading, untaken
        self.outgoing.fix_officer(reading.primary)
        self.incoming.show_officers(reading.writers)
        self.lead.show_officers(reading.leads)
        lead_id = reading.shift.lead_officer_id if reading.shift else None
        kept = next((one for one in reading.officers if one.id == lead_id), None)
        self.incoming.show_posts(reading.writers, reading.leads, kept)
        self.incoming.propose(reading.rostered)
        for card in self.cards():
            card.show_signature(view.signature(card.side), now)
        self._tell()

    def allow(self, *, may_write: bool) -> None:
        """Let the sides sign, or only be read."""
        for card in self.cards():
            card.allow(may_write=may_write)
        self.force.setEnabled(may_write)
        self.stay.setEnabled(may_write)

    def restyle(self) -> None:
        super().restyle()
        self._foot.setSpacing(self.theme.px(8))
        self._cards.setHorizontalSpacing(self.theme.px(12))
        self._cards.setVerticalSpacing(self.theme.px(12))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.force)
        self._foot.addWidget(self.stay)
        self._foot.addStretch(1)
        self.body.addWidget(self.blocks)
        self.body.addWidget(self.advice)
        self.body.addLayout(self._cards)
        self.body.addLayout(self._foot)
        self.force.setToolTip("接班人不到，或交班人不能签字")
        self.stay.setToolTip("接班人未到，本班继续值守")
        self.force.clicked.connect(self.force_wanted)
        self.stay.clicked.connect(self.stay_wanted)
        for card in self.cards():
            card.changed.connect(self._tell)
            card.sign_wanted.connect(self._sign)
            card.take_back_wanted.connect(self.take_back_wanted)

    def _sign(self, side: HandoverSide) -> None:
        card = self.card(side)
        view = self._reading.view if self._reading else None
        if view is None:
            return
        signing = Signing(
            side=side,
            officer_id=card.who.officer_id() or "",
            pin=card.pin.text(),
            note=card.typed_note,
            posts=self.incoming.posts() if side is HandoverSide.INCOMING else None,
            takes_all=False,
            handover_id=view.handover.id if side is HandoverSide.LEAD else None,
        )
        self.sign_wanted.emit(signing)

    def _tell(self) -> None:
        blocks = self._blocks()
        words = "\n".join(f"■ {line}" for line in block_words(blocks))
        self.blocks.setText(words)
        self.blocks.setVisible(bool(words))
        self.words.setText(
            f"还有 {len(blocks)} 处要先处理" if blocks else "两人签完，值班责任移交"
        )
        set_style(self.words, tone="overdue" if blocks else "muted")
        is_signed = self.incoming.signed.isVisibleTo(self)
        said = (
            (self._unchecked, f"检查清单还有{self._unchecked}项没有核对，照样可以签字。"),
            (
                self._untaken,
                f"还有 {self._untaken} 项未办结事项没有勾选“已接”，照样可以签字。",
            ),
        )
        self.advice.setText("\n".join(words for count, words in said if count))
        self.advice.setVisible(any(count for count, _ in said) and not is_signed)

    def _blocks(self) -> tuple[HandoverBlock, ...]:
        """Return what is on record, and what the choices made here would add or settle."""
        reading = self._reading
        if reading is None or reading.view is None:
            return ()
        blocks = list(reading.view.blocking)
        chosen, primary = self.incoming.who.officer(), reading.primary
        is_same = chosen is not None and primary is not None and chosen.id == primary.id
        if is_same and not any(isinstance(one, SamePersonBothSides) for one in blocks):
            blocks.insert(0, SamePersonBothSides(chosen.name if chosen else ""))
        if any(card.typed_note for card in self.cards()):
            blocks = [one for one in blocks if not isinstance(one, FirstReportOverdue)]
        return tuple(blocks)

    def _arrange(self) -> None:
        room = self.width() - self.theme.px(32)
        columns = max(1, min(_MOST_COLUMNS, room // self.theme.px(_CARD)))
        if columns == self._columns:
            return
        self._columns = columns
        for card in self.cards():
            self._cards.removeWidget(card)
        for at, card in enumerate(self.cards()):
            self._cards.addWidget(card, at // columns, at % columns)
        chain(*self.cards())
        last = tab_order(self.lead)[-1]
        for button in (self.force, self.stay):
            QWidget.setTabOrder(last, button)
            last = button
        for column in range(_MOST_COLUMNS):
            self._cards.setColumnStretch(column, 1 if column < columns else 0)
