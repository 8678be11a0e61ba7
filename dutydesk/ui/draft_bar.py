"""The drafts set aside: a row of buttons beside a form, one a draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from dutydesk.domain.draft import Draft
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.restyle import set_style

_WORDS = 10


class DraftForm(Protocol):
    """A form that holds one draft at a time."""

    draft_id: str

    @property
    def is_saving(self) -> bool:
        """Tell whether it waits for the record and must be left as it is."""
        ...

    def is_empty(self) -> bool:
        """Tell whether nothing was typed that would be missed."""
        ...

    def set_aside(self, then: Callable[[], object]) -> None:
        """Keep what is typed, empty the form and go on with ``then``."""
        ...

    def load(self, draft: Draft) -> None:
        """Show a kept draft."""
        ...


@dataclass(frozen=True, slots=True)
class DraftFace:
    """What a button shows of a draft: its ``time``, and the first of ``words`` that was typed."""

    form: str
    time: str
    words: tuple[str, ...]


class DraftBar(QWidget):
    """Shows the drafts that wait, never the one in the form; ``taken_up`` when one goes there.

    The room calls ``restore`` once at the start and ``refresh`` when a draft was set aside.
    """

    taken_up = Signal()

    def __init__(
        self, desk: Desk, form: DraftForm, face: DraftFace, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._form, self._face = desk, form, face
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._label, self._rest = QLabel("写到一半  Shift+F2"), QLabel()
        set_style(self._label, tone="soon")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label)
        self._row.addWidget(self._rest)
        self._row.addStretch(1)
        self._buttons: list[QPushButton] = []
        self.drafts: tuple[Draft, ...] = ()
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def restore(self) -> None:
        """After a start: the newest draft goes back into the form, the others wait here."""
        self._desk.runner.submit(self._read(), done=self._restore)

    def refresh(self) -> None:
        """Read again what waits."""
        self._desk.runner.submit(self._read(), done=self.show_drafts)

    def take_up_last(self) -> bool:
        """Go on with the draft set aside last; False when none waits."""
        waiting = self.drafts
        if waiting:
            self._take_up(waiting[-1])
        return bool(waiting)

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        """Show these drafts, oldest first, but the one in the form; none hides the row."""
        self.drafts = tuple(one for one in drafts if one.id != self._form.draft_id)
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(draft) for draft in self.drafts]
        for at, button in enumerate(self._buttons):
            self._row.insertWidget(2 + at, button)
        self._fit()
        self.setVisible(bool(self.drafts))

    def minimumSizeHint(self) -> QSize:
        # As many drafts as there are never widen the room; _fit shows what there is room for.
        return QSize(self._label.sizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the newest drafts whole, and say how many older ones wait."""
        gap = self._row.spacing()
        margins = self._row.contentsMargins()
        self._rest.setText(f"还有{len(self._buttons)}份更早的")
        free = self.width() - margins.left() - margins.right() - self._label.sizeHint().width()
        widths = [button.sizeHint().width() + gap for button in self._buttons]
        is_tight = sum(widths) > free
        free -= self._rest.sizeHint().width() + gap if is_tight else 0
        hidden = len(self._buttons)
        while hidden and (hidden == len(self._buttons) or sum(widths[hidden - 1 :]) <= free):
            hidden -= 1
        for at, button in enumerate(self._buttons):
            button.setVisible(at >= hidden)
        self._rest.setText(f"还有{hidden}份更早的")
        self._rest.setVisible(hidden > 0)

    def _read(self) -> partial[Sequence[Draft]]:
        return partial(self._desk.drafts.of_form, self._face.form)

    def _restore(self, drafts: Sequence[Draft]) -> None:
        if drafts and self._form.is_empty():
            self._form.load(drafts[-1])
        self.show_drafts(drafts)

    def _take_up(self, draft: Draft) -> None:
        if not self._form.is_saving:
            self._form.set_aside(then=partial(self._load, draft))

    def _load(self, draft: Draft) -> None:
        self._form.load(draft)
        self.refresh()
        self.taken_up.emit()

    def _button(self, draft: Draft) -> QPushButton:
        typed = (draft.content.get(name, "") for name in self._face.words)
        words = next((text for text in typed if text.strip()), "").replace("\n", " ")
        short = words if len(words) <= _WORDS else words[:_WORDS] + "…"
        button = QPushButton(f"{draft.content.get(self._face.time, '')} {short}".strip())
        button.setToolTip(words)
        button.clicked.connect(partial(self._take_up, draft))
        return button

    def _restyle(self) -> None:
        theme = self._desk.theme
        side = theme.px(16)
        self._row.setContentsMargins(side, theme.px(4), side, 0)
        self._row.setSpacing(theme.px(8))
        self._fit()
