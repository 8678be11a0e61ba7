import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dutydesk.ui.style_sheet import style_sheet
from dutydesk.ui.tokens import Look, LookChoice, contrast
from dutydesk.ui.widgets.steady_scroll import SteadyScroll
from tests.ui.sheet_pairs import states

# States that do not come together, so that their mix is never drawn.
_NEVER = ({"disabled", "focus"}, {"disabled", "hover"}, {"disabled", "pressed"})
_CAN_BE_OFF = (
    "QPushButton",
    "QToolButton",
    "QLineEdit",
    "QPlainTextEdit",
    "QComboBox",
    "QSpinBox",
)


@pytest.mark.parametrize("look", list(Look))
def test_every_role_is_filled_in_and_every_colour_is_of_the_palette(theme, look):
    palette = theme.tokens.palettes[look]
    sheet = style_sheet(palette, theme.measure)
    assert "$" not in sheet
    assert set(re.findall(r"#[0-9A-F]{6}", sheet)) <= set(palette.values())


@pytest.mark.parametrize("scale", [100, 125, 150, 200])
def test_buttons_and_fields_are_high_enough_to_hit(theme, qtbot, scale):
    theme.set_scale(scale)
    button, edit = QPushButton("记下"), QLineEdit()
    for widget, least in ((button, "target"), (edit, "row")):
        qtbot.addWidget(widget)
        widget.show()
        assert widget.sizeHint().height() >= theme.measure(least)


def test_the_focus_ring_does_not_move_what_is_in_the_field(theme, qtbot):
    edit = QLineEdit("02:15")
    qtbot.addWidget(edit)
    with qtbot.waitActive(edit):
        edit.show()
        edit.activateWindow()
    edit.setFocus()
    focused = edit.sizeHint()
    edit.clearFocus()
    assert edit.sizeHint() == focused


def drawn(theme, look):
    sheet = style_sheet(theme.tokens.palettes[look], theme.measure)
    return {
        key: said
        for key, said in states(sheet).items()
        if not any(never <= key[2] for never in _NEVER)
    }


@pytest.mark.parametrize("look", list(Look))
def test_every_ink_of_the_sheet_stands_out_from_its_ground_also_of_what_is_disabled(theme, look):
    colours = theme.tokens.palettes[look]
    faint = []
    for key, said in drawn(theme, look).items():
        ground = said.get("background", "transparent")
        grounds = [colours["window"], colours["surface"]] if ground == "transparent" else [ground]
        ink = said.get("color", colours["text"])
        if any(contrast(ink, one) < 4.5 for one in grounds if one.startswith("#")):
            faint.append((key, ink, ground))
    # Grounds without a text of their own, and labels, are in the table of pairs.
    assert [one for one in faint if _has_text(one[0][0])] == []


def _has_text(kind):
    if kind in {"QLabel", "QWidget"}:
        return False
    return "::" not in kind or kind.endswith(("::item", "::section"))


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("kind", _CAN_BE_OFF)
def test_what_cannot_be_used_looks_so_by_its_ink_or_its_edge(theme, look, kind):
    said = drawn(theme, look)
    for mark in {key[1] for key in said if key[0] == kind}:
        on, off = (said[kind, mark, mix] for mix in (frozenset(), frozenset({"disabled"})))
        looks = ("color", "border") if "quiet" not in str(mark) else ("color",)
        assert [on.get(one) for one in looks] != [off.get(one) for one in looks], mark


def test_what_cannot_be_used_is_dimmer_in_high_contrast(theme):
    colours = theme.tokens.palettes[Look.HIGH_CONTRAST]
    assert contrast(colours["off"], colours["surface"]) < 0.6 * contrast(
        colours["text"], colours["surface"]
    )


def ring(theme, widget, qtbot):
    """Return whether the edge of a widget changes to the accent when it gets the focus."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    other = QLineEdit()
    column.addWidget(other)
    column.addWidget(widget)
    qtbot.addWidget(holder)
    with qtbot.waitActive(holder):
        holder.show()
        holder.activateWindow()
    other.setFocus()
    before = widget.grab().toImage()
    widget.setFocus()
    after = widget.grab().toImage()
    accent, middle = theme.colour("accent"), widget.height() // 2
    return [image.pixelColor(at, middle) == accent for image in (before, after) for at in (0, 1)]


def bare_list():
    made = QListWidget()
    made.setProperty("bare", True)
    return made


@pytest.mark.parametrize(
    "make",
    [bare_list, SteadyScroll, lambda: QCheckBox("列入未办结"), lambda: QRadioButton("加密")],
)
@pytest.mark.parametrize("look", [LookChoice.DAY, LookChoice.HIGH_CONTRAST])
def test_what_has_the_focus_shows_a_ring_two_pixels_wide(theme, desk_clock, qtbot, make, look):
    theme.choose(look, desk_clock.now())
    assert ring(theme, make(), qtbot) == [False, False, True, True]


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_head_of_a_column_stands_over_its_cells(theme, qtbot, scale):
    theme.set_scale(scale)
    table = QTableWidget(1, 1)
    table.setHorizontalHeaderLabels(["口"])
    table.setItem(0, 0, QTableWidgetItem("口"))
    head = table.horizontalHeader()
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setHighlightSections(False)
    qtbot.addWidget(table)
    table.resize(400, 200)
    table.show()
    assert left_of_ink(head.viewport()) == left_of_ink(table.viewport())


def left_of_ink(widget):
    shown = widget.grab().toImage()
    ground = shown.pixelColor(3, shown.height() // 4)
    rows = range(4, min(shown.height(), 30) - 4)
    return next(
        at
        for at in range(shown.width())
        if any(_differs(shown.pixelColor(at, row), ground) for row in rows)
    )


def _differs(one, other):
    return abs(one.lightness() - other.lightness()) > 60
