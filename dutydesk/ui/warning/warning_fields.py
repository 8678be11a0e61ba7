"""The fields of a warning: filled from a text that was read, from an entry, from another warning.

Rules of this file: what an officer typed is never replaced; what the program put in is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from dutydesk.domain.warning import DraftWarning, WarningNotice
from dutydesk.domain.warning_color import WarningColor
from dutydesk.domain.warning_reading import WarningReading
from dutydesk.domain.warning_refusals import WarningFieldMissing
from dutydesk.ui.desk import Desk
from dutydesk.ui.warning.color_mark import color_icon
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.field_text import put_text, text_of
from dutydesk.ui.widgets.time_field import INSTANT, TimeField
from dutydesk.wording.warning import CHANNELS, FIELD, WARNING_COLOR

OTHER = "other"
_LONG = ("area", "measures", "cause", "impact")
_LINES = ("issued_by", "title", "doc_no", "period", "reported_to", "forwarded_to")
_TIMES = ("issued_at", "received_at", "valid_from", "valid_to", "reported_at", "forwarded_at")
_IN_ROW = 5


class ChannelBoxes(QWidget):
    """传播方式: a box for each; some of them or none."""

    def __init__(self) -> None:
        super().__init__()
        self.boxes = {name: QCheckBox(name) for name in CHANNELS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for at, box in enumerate(self.boxes.values()):
            grid.addWidget(box, at // _IN_ROW, at % _IN_ROW)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def chosen(self) -> tuple[str, ...]:
        """Return what is ticked."""
        return tuple(name for name, box in self.boxes.items() if box.isChecked())

    def choose(self, names: Iterable[str]) -> None:
        """Tick these."""
        wanted = set(names)
        for name, box in self.boxes.items():
            box.setChecked(name in wanted)


class KeptTimes(QWidget):
    """The times of a form as one input of its draft: an hour typed today means today tomorrow."""

    def __init__(self, times: Mapping[str, TimeField]) -> None:
        super().__init__()
        self._times = times

    def lines(self) -> dict[str, str]:
        """Return what was typed, and the instants that were meant."""
        typed = {name: time.text() for name, time in self._times.items()}
        return typed | {name + INSTANT: time.kept() for name, time in self._times.items()}

    def load_lines(self, lines: Mapping[str, str]) -> None:
        """Put both back."""
        for name, time in self._times.items():
            time.show_kept(lines.get(name + INSTANT, ""), lines.get(name, ""))


class WarningFields:
    """All inputs by name, in the order of the form; ``draft`` reads them."""

    def __init__(self, desk: Desk, kinds: Sequence[str]) -> None:
        theme = desk.theme
        self.kind = ChoiceBox(theme, FIELD["kind"])
        self.kind.addItem("请选", "")
        for name in kinds:
            self.kind.addItem(name, name)
        self.kind.addItem("其他", OTHER)
        self.other_kind = QLineEdit()
        self.color = ChoiceBox(theme, FIELD["color"])
        self.color.addItem("请选", "")
        for color in WarningColor:
            self.color.addItem(color_icon(theme, color), WARNING_COLOR[color], color.value)
        self.content = QPlainTextEdit()
        self.texts = {name: QLineEdit() for name in (*_LINES, *_LONG)}
        self.times = {
            name: TimeField(theme, desk.clock, FIELD[name], is_ahead=name.startswith("valid"))
            for name in _TIMES
        }
        self.kept_times = KeptTimes(self.times)
        self.channels = ChannelBoxes()
        self._put: dict[str, str] = {}

    def inputs(self) -> Mapping[str, QWidget]:
        """Return every input by its name, for the draft that is kept."""
        boxes = {f"channel_{at}": box for at, box in enumerate(self.channels.boxes.values())}
        return {
            "content": self.content,
            "kind": self.kind,
            "other_kind": self.other_kind,
            "color": self.color,
            **self.texts,
            "times": self.kept_times,
            **boxes,
        }

    def fill_from(self, reading: WarningReading) -> list[str]:
        """Put in what was read where nobody typed, and return the words of what was found."""
        found = []
        if reading.kind:
            self._offer("kind", self.kind, reading.kind)
            found.append(FIELD["kind"])
        if reading.color is not None:
            self._offer("color", self.color, reading.color.value)
            found.append(FIELD["color"])
        for name, field in self.texts.items():
            text = getattr(reading, name, "")
            if text:
                self._offer(name, field, text.replace("\n", " "))
                found.append(FIELD[name])
        for name, time in self.times.items():
            at = getattr(reading, name, None)
            if at is not None:
                self._offer_time(name, time, at)
                found.append(FIELD[name])
        return found

    def begin_from(self, old: WarningNotice) -> None:
        """Put in what a warning that takes its place will mostly say again."""
        self._offer("kind", self.kind, old.kind)
        self._offer("issued_by", self.texts["issued_by"], old.issued_by)
        self._offer("area", self.texts["area"], old.area.replace("\n", " "))
        self.channels.choose(old.channels)

    def draft(
        self, warning_id: str, *, replaces: str | None, entry_id: str | None
    ) -> DraftWarning:
        """Return what was typed; raises TypedTimeUnclear, WarningFieldMissing."""
        times = {name: time.wanted() for name, time in self.times.items()}
        color, issued_at, received_at = (
            self.color.currentData(),
            times.pop("issued_at"),
            times.pop("received_at"),
        )
        for name, value in (
            ("kind", self.kind_name()),
            ("color", color),
            ("issued_by", self.texts["issued_by"].text().strip()),
            ("issued_at", issued_at),
            ("received_at", received_at),
        ):
            if not value:
                raise WarningFieldMissing(name)
        assert issued_at is not None  # noqa: S101 -- asked for just above
        assert received_at is not None  # noqa: S101 -- the same
        return DraftWarning(
            id=warning_id,
            kind=self.kind_name(),
            color=WarningColor(color),
            issued_at=issued_at,
            received_at=received_at,
            content=self.content.toPlainText().strip(),
            channels=self.channels.chosen(),
            replaces=replaces,
            entry_id=entry_id,
            **self._texts(),
            **cast("dict[str, Any]", times),
        )

    def _texts(self) -> dict[str, Any]:
        return {name: field.text().strip() for name, field in self.texts.items()}

    def kind_name(self) -> str:
        """Return the kind, of 其他 the one that was typed."""
        chosen = str(self.kind.currentData() or "")
        return self.other_kind.text().strip() if chosen == OTHER else chosen

    def field(self, name: str) -> QWidget:
        """Return the input of a field, for the cursor to go where something is missing."""
        if name == "kind" and self.kind.currentData() == OTHER:
            return self.other_kind
        return self.times.get(name) or self.inputs().get(name, self.content)

    def _offer(self, name: str, field: QWidget, text: str) -> None:
        """Put a text in unless somebody typed another."""
        now = text_of(field)
        if now and now != self._put.get(name):
            return
        put_text(field, text)
        if text_of(field) != text and field is self.kind:
            # A kind that is not on the list.
            put_text(field, OTHER)
            self.other_kind.setText(text)
        self._put[name] = text_of(field)

    def _offer_time(self, name: str, time: TimeField, at: datetime) -> None:
        now = time.text()
        if now and now != self._put.get(name) and not time.is_now:
            return
        time.set_value(at)
        self._put[name] = time.text()
