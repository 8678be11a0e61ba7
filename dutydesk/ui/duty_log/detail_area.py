"""The place of what a kind is asked: one row of the usual fields, all of them when unfolded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from dutydesk.domain.clock import Clock
from dutydesk.domain.entry_detail import COMMON, DetailType, field_of
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.ui.duty_log.detail_inputs import DetailInputs
from dutydesk.ui.duty_log.detail_places import BESIDE, FOREMOST, further
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.field_text import text_of
from dutydesk.ui.widgets.flag_field import FlagField
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.time_field import TimeField
from dutydesk.wording.entry_detail import DETAIL

# The least width of a field to type in and of one for a count, at 100 % type.
_LEAST, _LEAST_NUMBER = 140, 72
_GAP = 8


class DetailArea(QWidget):
    """``edited`` and ``submitted`` by an input; ``arranged`` when the fields stand otherwise.

    ``beside`` are the inputs every kind may have, by name; they belong to the form.
    """

    edited = Signal()
    submitted = Signal()
    arranged = Signal()

    def __init__(
        self,
        theme: Theme,
        clock: Clock,
        beside: Mapping[str, QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._beside = theme, dict(beside)
        self.inputs = DetailInputs(theme, clock, self)
        self._labels: dict[str, QLabel] = {}
        self._shown: tuple[str, ...] = ()
        self._is_unfolded = self._is_open = False
        for widget in self._beside.values():
            widget.setParent(self)
        self.inputs.edited.connect(self.edited)
        self.inputs.submitted.connect(self.submitted)
        self.inputs.changed.connect(self._place)
        self.show_kind(self.inputs.kind)

    @property
    def kind(self) -> EntryKind:
        """Return the kind whose fields are shown."""
        return self.inputs.kind

    @property
    def is_unfolded(self) -> bool:
        """Tell whether every field of the kind is shown."""
        return self._is_open

    @property
    def has_further(self) -> bool:
        """Tell whether the kind is asked more than the usual fields."""
        return bool(further(self.kind))

    def show_kind(self, kind: EntryKind) -> None:
        """Ask what this kind is asked from now on; what was typed comes along."""
        self.inputs.show_kind(kind)
        self._show_fields()

    def unfold(self, *, is_unfolded: bool) -> None:
        """Show every field of the kind; one with something in it is not folded away."""
        self._is_unfolded = is_unfolded
        self._show_fields()

    def load(self, texts: Mapping[str, str]) -> None:
        """Show what a draft kept."""
        self.inputs.load(texts)
        self._show_fields()

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show what stands on record."""
        self.inputs.show_values(values)
        self._show_fields()

    def clear(self) -> None:
        """Empty everything and fold it away."""
        self._is_unfolded = False
        self.inputs.clear()
        self._show_fields()

    def refresh(self) -> None:
        """Show the further fields once something was put into one."""
        if self._wanted() != self._shown:
            self._show_fields()

    def is_written(self) -> bool:
        """Tell whether something stands in a field that is shown."""
        return bool(self._filled() & set(self._shown))

    def lines(self) -> dict[str, str]:
        """Return everything typed, as a dialog keeps it."""
        return self.inputs.texts()

    def load_lines(self, lines: Mapping[str, str]) -> None:
        """Put back what ``lines`` returned."""
        self.load(lines)

    def shown(self) -> list[QWidget]:
        """Return the inputs in the order of Tab."""
        return [self._widget(name) for name in self._shown]

    def further_inputs(self) -> list[QWidget]:
        """Return the inputs that fold away, none while they are."""
        return [self._widget(name) for name in self._shown if name in further(self.kind)]

    def least_width(self) -> int:
        """Return the width at which everything shown stands in one row."""
        gaps = self._theme.px(_GAP) * max(len(self._shown) - 1, 0)
        return sum(self._least(name) for name in self._shown) + gaps

    def sizeHint(self) -> QSize:
        return QSize(self.least_width(), self._height())

    def minimumSizeHint(self) -> QSize:
        widest = max((self._least(name) for name in self._shown), default=0)
        return QSize(widest, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def restyle(self) -> None:
        """Take the measures of the type size now set."""
        for label in self._labels.values():
            label.setFont(self._theme.font("small"))
        self._place()

    def _wanted(self) -> tuple[str, ...]:
        rest = further(self.kind) if self._must_open() else ()
        names = (*FOREMOST[self.kind], *rest)
        return tuple(name for name in names if name not in BESIDE or name in self._beside)

    def _must_open(self) -> bool:
        return self._is_unfolded or bool(self._filled() & set(further(self.kind)))

    def _filled(self) -> frozenset[str]:
        asked = set(COMMON[self.kind]) & set(self._beside)
        return self.inputs.filled() | {
            name for name in asked if text_of(self._beside[name]).strip()
        }

    def _show_fields(self) -> None:
        before = self._shown
        self._shown = self._wanted()
        self._is_open = self._must_open()
        stay = set(map(self._widget, self._shown))
        for child in self.findChildren(QWidget):
            if child.parent() is self and child not in stay:
                child.hide()
        for name in self._shown:
            widget = self._widget(name)
            if isinstance(widget, ChoiceBox):
                widget.setItemText(0, "未填" if self._is_open else DETAIL[name])
            elif isinstance(widget, QLineEdit | TimeField):
                # Once: beside its word a field need not say it again.
                line = widget if isinstance(widget, QLineEdit) else widget.edit
                line.setPlaceholderText("" if self._is_open else line.accessibleName())
            widget.show()
        self._place()
        if before != self._shown:
            self.arranged.emit()

    def _widget(self, name: str) -> QWidget:
        return self._beside[name] if name in BESIDE else self.inputs.input(name)

    def _label(self, name: str) -> QLabel | None:
        """Return the word before an input that does not say by itself what it is for."""
        widget = self._widget(name)
        if not self._is_open or isinstance(widget, FlagField):
            return None
        if name not in self._labels:
            word = DETAIL.get(name) or widget.accessibleName()
            self._labels[name] = label = QLabel(word, self)
            label.setFont(self._theme.font("small"))
            set_style(label, tone="muted")
        label = self._labels[name]
        label.setBuddy(widget)
        return label

    def _least(self, name: str) -> int:
        widget = self._widget(name)
        if isinstance(widget, QLineEdit):
            width = self._theme.px(_LEAST_NUMBER if self._is_number(name) else _LEAST)
        elif isinstance(widget, TimeField):
            width = widget.minimumSizeHint().width()
        else:
            width = widget.sizeHint().width()
        label = self._label(name)
        return width + (label.sizeHint().width() + self._theme.px(_GAP) if label else 0)

    def _is_number(self, name: str) -> bool:
        field = field_of(self.kind, name)
        return field is not None and field.type is DetailType.NUMBER

    def _takes_space(self, name: str) -> bool:
        return isinstance(self._widget(name), QLineEdit) and not self._is_number(name)

    def _cut(self, width: int) -> list[list[str]]:
        """Return the fields in rows that fit the width."""
        rows: list[list[str]] = []
        used = 0
        for name in self._shown:
            need = self._least(name)
            if rows and used + self._theme.px(_GAP) + need <= width:
                rows[-1].append(name)
                used += self._theme.px(_GAP) + need
            else:
                rows.append([name])
                used = need
        return rows

    def _pitch(self) -> int:
        heights = [self._widget(name).sizeHint().height() for name in self._shown]
        return max(heights, default=0)

    def _height(self) -> int:
        count = len(self._cut(self.width()))
        return count * self._pitch() + max(count - 1, 0) * self._theme.px(_GAP)

    def _place(self) -> None:
        for label in self._labels.values():
            label.hide()
        gap, pitch = self._theme.px(_GAP), self._pitch()
        for number, row in enumerate(self._cut(self.width())):
            self._place_row(row, number * (pitch + gap), pitch)
        self.updateGeometry()

    def _place_row(self, row: Sequence[str], top: int, pitch: int) -> None:
        gap = self._theme.px(_GAP)
        typed = [name for name in row if self._takes_space(name)]
        free = self.width() - sum(map(self._least, row)) - gap * (len(row) - 1)
        left = 0
        for name in row:
            widget, label, width = self._widget(name), self._label(name), self._least(name)
            if name in typed:
                share = max(free, 0) // len(typed)
                width += share
            end = left + width
            if label is not None:
                size = label.sizeHint()
                label.setGeometry(left, top, size.width(), pitch)
                label.show()
                left += size.width() + gap
            height = min(widget.sizeHint().height(), pitch)
            widget.setGeometry(QRect(left, top + (pitch - height) // 2, end - left, height))
            left = end + gap


def tab_stops(inputs: Sequence[QWidget]) -> list[QWidget]:
    """Return what Tab reaches of these inputs, in order."""
    return [_stop(widget) for widget in inputs]


def _stop(widget: QWidget) -> QWidget:
    proxy = widget.focusProxy()
    return proxy if proxy is not None else widget
