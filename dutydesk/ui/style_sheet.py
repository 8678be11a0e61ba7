"""The small style sheet, made from roles; what the palette alone cannot say (focus, corners).

Widgets choose a ground or rank with the dynamic properties ``ground`` and ``rank``:
``ground`` = window | surface | accent_soft | overdue_soft | soon_soft | done_soft;
``rank`` of a button = primary | danger | quiet | loud | cross; ``ring`` of a scroll area that can
be focused. What cannot be used has the ink ``off`` and a broken edge, in every palette.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Template

from dutydesk import paths

_SHEET = Template("""
QToolTip { color: $text; background: $surface; border: 1px solid $line; padding: ${p4}px; }
QLabel { background: transparent; }
QWidget[ground="window"] { background: $window; }
QWidget[ground="surface"] { background: $surface; }
QWidget[ground="accent_soft"] { background: $accent_soft; }
QWidget[ground="overdue_soft"] { background: $overdue_soft; }
QWidget[ground="line"] { background: $line; }
QWidget[ground="practice"] { background: $practice; }
QWidget[ground="overdue"] { background: $overdue; }
QWidget[ground="soon_soft"] { background: $soon_soft; }
QWidget[ground="done_soft"] { background: $done_soft; }
QWidget[edge="bottom"] { border-bottom: 1px solid $line; }
QWidget[edge="right"] { border-right: 1px solid $line; }
QWidget[edge="left"] { border-left: 1px solid $line; }
QWidget[edge="all"] { border: 1px solid $line; border-radius: ${r}px; }

QLabel[tone="muted"] { color: $muted; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="overdue"] { color: $overdue; }
QLabel[tone="soon"] { color: $soon; }
QLabel[tone="done"] { color: $done; }
QLabel[tone="on_overdue"] { color: $on_overdue; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit {
  background: $surface; color: $text; border: 1px solid $field; border-radius: ${r}px;
  padding: ${p3}px ${p7}px; selection-background-color: $accent; selection-color: $on_accent;
  placeholder-text-color: $muted;
}
QLineEdit, QComboBox, QSpinBox, QDateEdit { min-height: ${edit}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus,
QDateEdit:focus { border: 2px solid $accent; padding: ${p2}px ${p6}px; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $window; color: $muted; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled,
QSpinBox:disabled, QDateEdit:disabled {
  background: $window; color: $off; border: 1px dashed $off_line; placeholder-text-color: $off;
}
QSpinBox { max-height: ${edit}px; }
QSpinBox QLineEdit { min-height: 0; padding: 0; border: 0; background: transparent; }
QLineEdit[wrong="true"] { border: 2px solid $overdue; padding: ${p2}px ${p6}px; }
QLineEdit[bare="true"] { border: 1px solid transparent; background: transparent; }
QLineEdit[bare="true"]:focus { border: 2px solid $accent; background: $surface; }
QComboBox::drop-down { border: 0; width: ${p24}px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { border: 1px solid $line; outline: 0; }

QPushButton, QToolButton {
  background: $surface; color: $text; border: 1px solid $field; border-radius: ${r}px;
  padding: ${p3}px ${p12}px; min-height: ${button}px; outline: 0;
}
QToolButton { padding: ${p3}px ${p8}px; }
QPushButton, QToolButton, QListView, QTreeView, QTableView { icon-size: ${p16}px; }
QPushButton:hover, QToolButton:hover { background: $pressed; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: $accent_soft; }
QPushButton:checked {
  background: $accent_soft; border: 2px solid $accent; padding: ${p2}px ${p11}px;
}
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: ${p2}px ${p11}px; }
QToolButton:focus { padding: ${p2}px ${p7}px; }
QPushButton[rank="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[rank="primary"]:focus { border: 2px solid $text; }
QPushButton[rank="danger"] { color: $overdue; border-color: $overdue; }
QPushButton[rank="loud"] { background: $on_overdue; color: $overdue; border-color: $on_overdue; }
QPushButton[rank="quiet"], QToolButton[rank="quiet"] {
  border: 1px solid transparent; background: transparent;
}
QPushButton[rank="quiet"]:hover, QToolButton[rank="quiet"]:hover { background: $pressed; }
QPushButton[rank="quiet"]:focus, QToolButton[rank="quiet"]:focus { border: 2px solid $accent; }
QPushButton:disabled, QPushButton[rank]:disabled, QToolButton:disabled,
QToolButton[rank]:disabled {
  color: $off; background: $window; border: 1px dashed $off_line;
}
QPushButton[rank="quiet"]:disabled, QToolButton[rank="quiet"]:disabled {
  background: transparent; border: 1px solid transparent;
}

QToolButton[rank="cross"] {
  border: 1px solid transparent; background: transparent; padding: ${p2}px; min-height: 0;
  icon-size: ${p12}px;
}
QToolButton[rank="cross"]:hover { border-color: $field; background: $pressed; }

QTabBar { background: transparent; }
QTabBar::tab {
  background: $window; color: $text; border: 1px solid $line; border-bottom: 0;
  border-top: ${p3}px solid transparent; padding: ${p2}px ${p8}px; margin-right: ${p4}px;
  min-height: ${button}px; max-width: ${tab}px;
}
QTabBar::tab:hover { background: $pressed; }
QTabBar::tab:selected {
  background: $surface; border-color: $field; border-top: ${p3}px solid $accent;
}
QTabBar QToolButton { padding: ${p2}px; min-height: 0; }

QCheckBox, QRadioButton {
  spacing: ${p8}px; min-height: ${button}px; border: 2px solid transparent; border-radius: ${r}px;
  outline: 0;
}
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $off; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {
  width: ${p16}px; height: ${p16}px; border: 1px solid $field; background: $surface;
}
QCheckBox::indicator, QListView::indicator { border-radius: ${p3}px; }
QRadioButton::indicator { border-radius: ${p8}px; }
QCheckBox::indicator:checked, QListView::indicator:checked {
  border-color: $accent; background: $accent; image: url("$tick");
}
QCheckBox::indicator:indeterminate { border-color: $muted; background: $muted; }
QRadioButton::indicator:checked {
  width: ${p8}px; height: ${p8}px; border: ${p5}px solid $accent;
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
  background: $window; border-color: $off;
}
QCheckBox::indicator:checked:disabled { border-color: $off; background: $off; }
QRadioButton::indicator:checked:disabled { border-color: $off; }

QAbstractItemView {
  background: $surface; color: $text; border: 1px solid $line; outline: 0;
  gridline-color: $line; selection-background-color: $accent_soft; selection-color: $text;
}
QAbstractItemView:focus { border: 2px solid $accent; }
QAbstractItemView[bare="true"] { border: 2px solid transparent; }
QAbstractItemView[bare="true"]:focus { border-color: $accent; }
QListView::item {
  min-height: ${row}px; padding: 0 ${p8}px 0 ${p5}px; border: 0;
  border-left: ${p3}px solid transparent;
}
QTableView::item { padding: 0 ${p8}px; border: 0; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {
  background: $accent_soft; color: $text;
}
QListView::item:selected { border-left-color: $accent; }
QHeaderView, QHeaderView:focus { border: 0; }
QHeaderView::section {
  background: $window; color: $muted; border: 0; border-bottom: 1px solid $line;
  padding: ${p4}px ${p8}px ${p4}px ${head}px;
}
QScrollBar:vertical { background: $window; width: ${p12}px; margin: 0; }
QScrollBar:horizontal { background: $window; height: ${p12}px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: ${r}px; margin: ${p2}px; }
QScrollBar[thin="true"]:vertical { width: ${p4}px; }
QScrollBar[thin="true"]::handle { margin: 0; border-radius: ${p2}px; }
QScrollBar::handle:vertical { min-height: ${p24}px; }
QScrollBar::handle:horizontal { min-width: ${p24}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { border: 0; background: transparent; }
QScrollArea[ring="true"] { border: 2px solid transparent; }
QScrollArea[ring="true"]:focus { border-color: $accent; }
QMenu { background: $surface; border: 1px solid $line; padding: ${p4}px; }
QMenu::item { padding: ${p6}px ${p24}px ${p6}px ${p12}px; min-height: ${p16}px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::separator { height: 1px; background: $line; margin: ${p4}px; }
QProgressBar {
  border: 1px solid $line; border-radius: ${r}px; background: $window; color: $text;
  text-align: center; min-height: ${p16}px;
}
QProgressBar::chunk { background: $accent_soft; }
""")

_HALF = 128
# Qt's own margin before the text of a cell, which a section of a header has not.
_CELL_MARGIN = 3
_PADDINGS = (2, 3, 4, 5, 6, 7, 8, 11, 12, 16, 24)


def style_sheet(colours: Mapping[str, str], measure: Callable[[str], int]) -> str:
    """Return the application's style sheet for one palette and type size."""
    grid = measure("grid")
    padding = round(grid * 3 / 8)
    words = dict(colours)
    # Edges of fields and scroll handles must be seen without colour sense: 3:1 on every ground.
    words["field"] = colours["muted"]
    words["scroll"] = colours["muted"]
    # A style sheet cannot tint a picture: the tick is shipped in both inks.
    is_light = int(colours["on_accent"][1:3], 16) >= _HALF
    tick = paths.resources_dir() / "icons" / ("tick-light.svg" if is_light else "tick-dark.svg")
    words["tick"] = tick.as_posix()
    words["r"] = str(measure("radius"))
    words["head"] = str(round(grid) + _CELL_MARGIN)
    words["row"] = str(measure("row"))
    words["button"] = str(measure("target") - 2 * padding - 2)
    words["tab"] = str(round(grid * 32))
    words["edit"] = str(measure("row") - 2 * padding - 2)
    words.update({f"p{size}": str(round(grid * size / 8)) for size in _PADDINGS})
    return _SHEET.substitute(words)
