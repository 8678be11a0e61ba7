"""What the checks of every window share: clipped texts, unnamed controls, English words."""

import re

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)

CTRL = Qt.KeyboardModifier.ControlModifier
ALLOWED_WORDS = {"Ctrl", "Alt", "Shift", "Enter", "Esc", "Tab", "A", "B", "PDF", "DutyDesk", "t"}


def shown(root, kind=QWidget):
    return [child for child in root.findChildren(kind) if child.isVisible()]


def clipped_texts(root):
    """Return the texts of labels and buttons that are wider or higher than their place."""
    found = []
    for label in shown(root, QLabel):
        if label.text() and not getattr(label, "is_elided", None) and label.width() > 0:
            need = label.heightForWidth(label.width()) if label.wordWrap() else None
            if need is None:
                wanted = label.sizeHint()
                is_cut = wanted.width() > label.width() or wanted.height() > label.height()
            else:
                is_cut = need > label.height()
            if is_cut:
                found.append(label.text())
    for button in shown(root, QAbstractButton):
        if isinstance(button, QPushButton | QToolButton | QCheckBox | QRadioButton):
            wanted = button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
            height = button.fontMetrics().height()
            room = _room_in(button)
            if button.text() and (wanted > room or height > button.height()):
                found.append(button.text())
    found += [
        edit.placeholderText()
        for edit in shown(root, QLineEdit)
        if edit.fontMetrics().height() > edit.height()
    ]
    found += [
        f"{area.accessibleName()}: {area.widget().width()} > {area.viewport().width()}"
        for area in shown(root, QScrollArea)
        if area.widget() is not None
        and area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        and area.widget().width() > area.viewport().width()
    ]
    return found


def _room_in(button):
    """Return the width a push button has for its words, inside edge and padding."""
    if not isinstance(button, QPushButton) or not button.icon().isNull():
        return button.width()
    option = QStyleOptionButton()
    button.initStyleOption(option)
    part = QStyle.SubElement.SE_PushButtonContents
    # The first and the last sign have a little air of their own.
    air = button.fontMetrics().height() // 8
    return button.style().subElementRect(part, option, button).width() + air


def on_each_other(root):
    """Return the fields and buttons that lie over one another."""
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    found = [one for kind in kinds for one in shown(root, kind)]
    places = [(one, QRect(one.mapTo(root, one.rect().topLeft()), one.size())) for one in found]
    return [
        (one.accessibleName(), other.accessibleName())
        for at, (one, place) in enumerate(places)
        for other, there in places[at + 1 :]
        if place.intersects(there) and not (one.isAncestorOf(other) or other.isAncestorOf(one))
    ]


def outside(root):
    """Return visible widgets that reach beyond the window."""
    frame = root.rect()
    return [
        child
        for child in shown(root)
        if not _in_scroll_area(child, root)
        and not frame.contains(child.rect().translated(child.mapTo(root, child.rect().topLeft())))
    ]


def _in_scroll_area(widget, root):
    parent = widget.parentWidget()
    while parent is not None and parent is not root:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def unnamed(root):
    """Return the focusable widgets a screen reader has no name for."""
    return [
        child
        for child in shown(root)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.focusProxy() is None
        and not QAccessible.queryAccessibleInterface(child).text(QAccessible.Text.Name)
    ]


def english(root):
    """Return Latin words a person can see that are not names of keys."""
    texts = [label.text() for label in shown(root, QLabel)]
    texts += [button.text() for button in shown(root, QAbstractButton)]
    texts += [edit.placeholderText() for edit in shown(root, QLineEdit)]
    texts += [child.toolTip() for child in shown(root)]
    words = {word for text in texts for word in re.findall(r"[A-Za-z]+", text)}
    return {
        word for word in words if word not in ALLOWED_WORDS and not re.fullmatch("[A-Z]", word)
    }


def reached_by_tab(root, qtbot):
    """Press Tab until the focus comes round; return every widget that had it."""
    seen = []
    for _ in range(200):
        focus = root.window().focusWidget()
        if focus in seen:
            return seen
        seen.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    return seen


def tab_to(qtbot, root, field, most=20):
    """Press Tab until a field has the focus: a new field on the way breaks no test."""
    passed = []
    while (focus := root.window().focusWidget()) not in {field, field.focusProxy() or field}:
        passed.append(QAccessible.queryAccessibleInterface(focus).text(QAccessible.Text.Name))
        assert len(passed) <= most, f"Tab never came to {field}, it passed {passed}"
        qtbot.keyClick(focus, Qt.Key.Key_Tab)


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key where the focus is."""
    qtbot.keyClick(window.focusWidget() or window, key, modifier)


def click_waiting(bar, number):
    """Click on the tab of a draft that waits, counted from the left."""
    tabs = bar.tabs
    at = tabs.keys().index(bar.drafts[number].id)
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(at).center())
