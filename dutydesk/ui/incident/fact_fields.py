"""The facts of an incident as fields, the same for a new one and for an update."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLayoutItem,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.incident import NARRATIVE, Incident, IncidentCategory
from dutydesk.domain.incident_refusals import IncidentTextMissing, KindUnknown
from dutydesk.domain.typed_time import TypedTimeUnclear
from dutydesk.services.incident import IncidentService
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.figure_fields import FigureFields
from dutydesk.ui.incident.kind_box import KindBox
from dutydesk.ui.incident.near_miss_field import NearMissField
from dutydesk.ui.widgets.form_rows import FormRows
from dutydesk.ui.widgets.time_field import TimeField

_TEXT_ROWS = 2
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WORDS = {
    "situation": "基本情况",
    "cause": "起因",
    "measures": "处置情况",
    "next_steps": "下一步工作",
}


class FactFields(QWidget):
    """Reads and shows facts; ``edited`` at every change, ``figures_edited`` for what grades."""

    edited = Signal()
    figures_edited = Signal()

    def __init__(
        self, desk: Desk, service: IncidentService, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._service = desk, service
        self._kinds: Mapping[IncidentCategory, Sequence[str]] = {}
        self._to_guess = ""
        self.title, self.place, self.source = QLineEdit(), QLineEdit(), QLineEdit()
        self.kind = KindBox(desk.theme)
        self.received = TimeField(desk.theme, desk.clock, "接报时间")
        self.occurred = TimeField(desk.theme, desk.clock, "事发时间")
        self.figures = FigureFields(desk.theme)
        self.is_sensitive = QCheckBox("敏感事件，至少按较大的时限报")
        self.near_miss = NearMissField(desk)
        self.texts = {name: QPlainTextEdit() for name in NARRATIVE}
        self.top, self.bottom = FormRows(desk.theme), FormRows(desk.theme)
        self._build()
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def show_kinds(self, kinds: Mapping[IncidentCategory, Sequence[str]]) -> None:
        """Offer the unit's kinds."""
        self._kinds = kinds
        self.kind.show_kinds(kinds)
        self.guess_kind(self._to_guess)

    def kind_names(self) -> list[str]:
        """Return the kinds by name, as far as they have been read."""
        return [name for names in self._kinds.values() for name in names]

    def guess_kind(self, text: str) -> None:
        """Choose the longest kind that a text names, if nothing was chosen yet.

        Before the kinds have been read the text waits for them.
        """
        self._to_guess = "" if self._kinds else text
        if self.kind.currentText():
            return
        named = [(c, k) for c, names in self._kinds.items() for k in names if k in text]
        if named:
            self.kind.set_kind(*max(named, key=lambda one: len(one[1])))

    def lines(self) -> dict[str, str]:
        """Return everything as typed, for a draft."""
        return {
            "title": self.title.text(),
            "kind": self.kind.currentText(),
            "place": self.place.text(),
            "source": self.source.text(),
            "received_at": self.received.text(),
            "occurred_at": self.occurred.text(),
            "is_sensitive": "1" if self.is_sensitive.isChecked() else "",
            **self.near_miss.lines(),
            **{name: edit.toPlainText() for name, edit in self.texts.items()},
            **self.figures.texts(),
        }

    def load_lines(self, lines: Mapping[str, str]) -> None:
        """Put a draft back as it was typed."""
        self.title.setText(lines.get("title", ""))
        self.kind.setCurrentIndex(-1)
        self.kind.setEditText(lines.get("kind", ""))
        self.place.setText(lines.get("place", ""))
        self.source.setText(lines.get("source", ""))
        self.received.edit.setText(lines.get("received_at", ""))
        self.occurred.edit.setText(lines.get("occurred_at", ""))
        self.is_sensitive.setChecked(bool(lines.get("is_sensitive")))
        self.near_miss.load_lines(lines)
        for name, edit in self.texts.items():
            edit.setPlainText(lines.get(name, ""))
        self.figures.load(lines)
        self._ask_near_miss()

    def set_locked(self, *, is_locked: bool) -> None:
        """Hold everything as it is while it is being saved."""
        for edit in self.findChildren(QLineEdit):
            edit.setReadOnly(is_locked)
        for text in self.findChildren(QPlainTextEdit):
            text.setReadOnly(is_locked)
        for choice in (self.kind, self.is_sensitive):
            choice.setEnabled(not is_locked)
        self.near_miss.set_locked(is_locked=is_locked)

    def load(self, incident: Incident) -> None:
        """Show the facts on record."""
        self.load_lines(
            {
                "title": incident.title,
                "place": incident.place,
                "source": incident.source,
                "is_sensitive": "1" if incident.is_sensitive else "",
                **{name: getattr(incident, name) for name in NARRATIVE},
            }
        )
        self.near_miss.load(incident)
        self.kind.keep_kind(incident.category, incident.kind)
        self.received.set_value(incident.received_at)
        if incident.occurred_at is not None:
            self.occurred.set_value(incident.occurred_at)
        self.figures.load(incident.figures())
        self._ask_near_miss()

    def values(self) -> dict[str, object]:
        """Return the facts by field name.

        Raises IncidentTextMissing, KindUnknown, TypedTimeUnclear, AmountUnclear.
        """
        category, kind = self._chosen_kind()
        return {
            "title": self.title.text().strip(),
            "category": category,
            "kind": kind,
            "place": self.place.text().strip(),
            "source": self.source.text().strip(),
            "received_at": self._required_time(),
            "occurred_at": self._occurred_at(),
            "is_sensitive": self.is_sensitive.isChecked(),
            **self.near_miss.values(),
            **{name: edit.toPlainText().strip() for name, edit in self.texts.items()},
            **self.figures.values(),
        }

    def changes(self, incident: Incident) -> dict[str, object]:
        """Return the facts that differ from those on record; raises as ``values`` does."""
        return {
            name: value
            for name, value in self.values().items()
            if not _is_same(getattr(incident, name), value)
        }

    def _chosen_kind(self) -> tuple[IncidentCategory, str]:
        chosen, text = self.kind.kind(), self.kind.currentText().strip()
        if chosen is None and not text:
            raise IncidentTextMissing("kind")
        if chosen is None:
            near = tuple(k for names in self._kinds.values() for k in names if text[:1] in k)
            raise KindUnknown(text, IncidentCategory.ACCIDENT, near[:8])
        return chosen

    def _required_time(self) -> datetime:
        at = self.received.value()
        if at is None:
            raise TypedTimeUnclear(self.received.text())
        return at

    def _occurred_at(self) -> datetime | None:
        at = self.occurred.value()
        if at is None and self.occurred.text().strip():
            raise TypedTimeUnclear(self.occurred.text())
        return at

    def _build(self) -> None:
        self.title.setPlaceholderText("地点加事件，例如 安和三社区3号楼燃气泄漏")
        self.occurred.edit.setPlaceholderText("不清楚就空着")
        for word, field in (
            ("标题", self.title),
            ("种类", self.kind),
            ("地点", self.place),
            ("接报时间", self.received),
            ("事发时间", self.occurred),
            ("信息来源", self.source),
            ("伤亡和损失", self.figures),
        ):
            self.top.row(word, field)
        self.bottom.row("涉险", self.near_miss)
        self.bottom.row("敏感", self.is_sensitive)
        for name, edit in self.texts.items():
            edit.setTabChangesFocus(True)
            self.bottom.row(_WORDS[name], edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.top)
        column.addLayout(self.bottom)
        self._connect()

    def line_up(self, *forms: FormRows) -> None:
        """Put the words of forms into one column with those of the facts."""
        theme = self._desk.theme
        widest = QFontMetrics(theme.font()).horizontalAdvance("伤亡和损失") + theme.px(2)
        for form in forms:
            for row in range(form.rowCount()):
                item: QLayoutItem | None = form.itemAt(row, form.ItemRole.LabelRole)
                label: QWidget | None = item.widget() if item is not None else None
                if isinstance(label, QLabel):
                    label.setFixedWidth(widest)
                    label.setAlignment(_RIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # An incident or a report must not go out because a line was finished with Enter.
        if Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        for edit in (self.title, self.place, self.source, self.received.edit, self.occurred.edit):
            edit.textEdited.connect(self._on_edit)
        for text in self.texts.values():
            text.textChanged.connect(self.edited)
        self.is_sensitive.toggled.connect(self._on_toggle)
        self.near_miss.edited.connect(self.edited)
        self.figures_edited.connect(self._ask_near_miss)
        self.kind.chosen.connect(self._on_figures)
        self.figures.edited.connect(self._on_figures)

    def _on_edit(self, _text: str) -> None:
        self.edited.emit()

    def _on_toggle(self, _on: bool) -> None:
        self.edited.emit()

    def _ask_near_miss(self) -> None:
        kind = self.kind.kind()
        self.near_miss.ask(self._service, kind[0] if kind else None, self.figures.readable())

    def _on_figures(self) -> None:
        self.edited.emit()
        self.figures_edited.emit()

    def _restyle(self) -> None:
        theme = self._desk.theme
        self.top.restyle()
        self.bottom.restyle()
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(theme.px(8))
        pitch = QFontMetrics(theme.font()).lineSpacing()
        for edit in self.texts.values():
            edit.setFixedHeight(_TEXT_ROWS * pitch + theme.px(16))
        self.line_up(self.top, self.bottom)


def _is_same(old: object, new: object) -> bool:
    if isinstance(old, datetime) and isinstance(new, datetime):
        # The field knows minutes: an untouched time keeps its seconds.
        return old.replace(second=0, microsecond=0) == new
    return old == new
