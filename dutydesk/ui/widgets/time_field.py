"""The field for an instant: short forms in, the full date echoed beside it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from dutydesk.domain.clock import Clock
from dutydesk.domain.instants import from_text, to_text
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording import when

# Behind the name of an input for a time: the instant that was meant when it was typed.
INSTANT = "_instant"

_HINT = "2315、昨天2315、11-20 2315、10分钟前、t（现在）"
_HINT_AHEAD = "1600、明天1000、周五1600、11-21 1000、2小时后"


class TimeField(QWidget):
    """Takes ``2315``, ``昨天``, ``t`` …; ``changed`` at every readable or unreadable edit.

    What ``set_now`` put in goes on with the clock at every ``go_on``, until somebody types.
    With ``is_ahead`` a clock time alone lies ahead: 1600 typed at 17:00 is tomorrow's.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        clock: Clock,
        name: str,
        parent: QWidget | None = None,
        *,
        is_ahead: bool = False,
    ) -> None:
        super().__init__(parent)
        self._is_ahead = is_ahead
        self._hint = _HINT_AHEAD if is_ahead else _HINT
        self._theme = theme
        self._clock = clock
        self._at: datetime | None = None
        self._put_in: str | None = None
        self._given: tuple[str, datetime] | None = None
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setToolTip(f"可写 {self._hint}")
        self.edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self._echo = QLabel()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.edit)
        self._row.addWidget(self._echo, 1)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._read)
        self.edit.textEdited.connect(self._on_typed)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._read(self.edit.text())

    def value(self) -> datetime | None:
        """Return the aware UTC instant typed, to the minute; None when it cannot be read."""
        return self._at

    def wanted(self, kept: datetime | None = None) -> datetime | None:
        """Return the time of a field that may be empty; raises TypedTimeUnclear.

        The field knows minutes: one that still shows ``kept`` means that very instant.
        """
        if self._at is None and self.edit.text().strip():
            from dutydesk.domain.typed_time import TypedTimeUnclear  # noqa: PLC0415 -- as below

            raise TypedTimeUnclear(self.edit.text())
        is_kept = kept is not None and kept.replace(second=0, microsecond=0) == self._at
        return kept if is_kept else self._at

    def text(self) -> str:
        """Return what was typed, as typed."""
        return self.edit.text()

    def set_now(self) -> None:
        """Put in the time of this moment; called at the key press that begins an entry."""
        self.set_value(self._clock.now())
        self._put_in = self.edit.text()

    @property
    def is_now(self) -> bool:
        """Tell whether the field still shows what ``set_now`` put in, touched by nobody."""
        return self._put_in is not None and self._put_in == self.edit.text()

    def go_on(self) -> None:
        """Show the present minute, unless somebody typed another time."""
        if self.is_now:
            self.set_now()

    def set_value(self, at: datetime) -> None:
        """Put in an instant; the day is written too when it is not today's."""
        words = when.near(at, self._clock.now())
        self._given = (words, at.replace(second=0, microsecond=0))
        if words == self.edit.text():
            # The same words a day later are another instant.
            self._read(words)
        else:
            self.edit.setText(words)

    def kept(self) -> str:
        """Return the instant meant now: 23:50 means another day once midnight has passed."""
        return to_text(self._at) if self._at is not None else ""

    def show_kept(self, kept: str, typed: str) -> None:
        """Show the instant that ``kept`` returned, else what was typed, as typed."""
        if kept:
            self.set_value(from_text(kept))
        else:
            self.edit.setText(typed)

    def clear(self) -> None:
        """Empty the field."""
        self.edit.clear()

    def _on_typed(self, _text: str) -> None:
        self._put_in = self._given = None

    def _read(self, text: str) -> None:
        self._at = self._meant(text)
        is_wrong = self._at is None and bool(text.strip())
        set_style(self.edit, wrong=is_wrong)
        set_style(self._echo, tone="overdue" if is_wrong else "muted")
        self._echo.setText(self._echo_words(is_wrong=is_wrong))
        self._echo.setToolTip(f"可写 {self._hint}" if is_wrong else "")
        self.changed.emit()

    def _meant(self, text: str) -> datetime | None:
        """Return the instant that stands in the field; None when it cannot be read."""
        if self._given is not None and text == self._given[0]:
            return self._given[1]
        if not text.strip():
            return None
        # What an officer may type is loaded when one types: the room opens without it.
        from dutydesk.domain.typed_time import TypedTimeUnclear, read_typed_time  # noqa: PLC0415

        try:
            return read_typed_time(text, self._clock.now(), is_ahead=self._is_ahead)
        except TypedTimeUnclear:
            return None

    def _echo_words(self, *, is_wrong: bool) -> str:
        if self._at is not None:
            return when.full_near(self._at, self._clock.now())
        if not is_wrong:
            return ""
        return f"看不懂，可写 {'1600、明天1000' if self._is_ahead else '2315、昨天2315'}"

    def _restyle(self) -> None:
        theme = self._theme
        self._row.setSpacing(theme.px(8))
        self._echo.setFont(theme.font("small"))
        widest = QFontMetrics(theme.font()).horizontalAdvance("11月20日 23:15")
        self.edit.setFixedWidth(widest + theme.px(24))
