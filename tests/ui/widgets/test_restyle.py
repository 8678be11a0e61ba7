from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from dutydesk.ui.widgets.restyle import set_style


def test_a_changed_property_changes_the_look_at_once(theme, qtbot):
    label = QLabel("迟记")
    qtbot.addWidget(label)
    label.show()
    set_style(label, tone="overdue")
    assert label.palette().color(QPalette.ColorRole.WindowText) == theme.colour("overdue")
    set_style(label, tone="")
    assert label.palette().color(QPalette.ColorRole.WindowText) == theme.colour("text")


def test_a_label_styled_before_it_is_shown_keeps_its_own_font(theme, qtbot):
    theme.apply()
    label = QLabel("演练")
    qtbot.addWidget(label)
    set_style(label, tone="soon")
    label.setFont(theme.font("title", bold=True))
    label.show()
    assert label.font().pixelSize() == theme.font("title").pixelSize()
