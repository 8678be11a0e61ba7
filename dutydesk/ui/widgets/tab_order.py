"""The order in which Tab goes through a part of a window."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_order(part: QWidget) -> list[QWidget]:
    """Return what Tab reaches inside ``part``, hidden fields too, in the order it does."""
    found = []
    step = part.nextInFocusChain()
    while step is not None and step is not part:
        is_reached = bool(step.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if is_reached and step.focusProxy() is None and part.isAncestorOf(step):
            found.append(step)
        step = step.nextInFocusChain()
    return found


def chain(*parts: QWidget) -> None:
    """Let Tab go through parts in this order: rows made later would else come after all."""
    order = [field for part in parts for field in tab_order(part)]
    for before, after in itertools.pairwise(order):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def in_order(*fields: QWidget) -> None:
    """Let Tab go through single fields in this order, hidden ones too."""
    for before, after in itertools.pairwise(fields):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)
