from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from dutydesk.ui.widgets.low_scroll import LowScroll


def shown_over(qtbot, height):
    room, form = QWidget(), QWidget()
    fields = QVBoxLayout(form)
    for _ in range(5):
        fields.addWidget(QLineEdit())
    log = QLabel()
    column = QVBoxLayout(room)
    column.addWidget(log, 1)
    scroll = LowScroll(form)
    column.addWidget(scroll)
    qtbot.addWidget(room)
    room.resize(400, height)
    room.show()
    return room, scroll, form, log


def test_a_form_stands_whole_where_there_is_height(qtbot):
    _room, scroll, form, log = shown_over(qtbot, 600)
    assert scroll.height() == form.minimumSizeHint().height()
    assert scroll.verticalScrollBar().maximum() == 0
    assert log.height() > 0


def test_a_form_scrolls_instead_of_folding_its_fields_over_each_other(qtbot):
    _room, scroll, form, _ = shown_over(qtbot, 120)
    assert scroll.height() < form.minimumSizeHint().height()
    assert form.height() == form.minimumSizeHint().height()
    assert scroll.verticalScrollBar().maximum() > 0


def test_a_field_that_comes_later_gets_its_place(qtbot):
    _room, scroll, form, _ = shown_over(qtbot, 600)
    before = scroll.height()
    form.layout().addWidget(QLineEdit())
    qtbot.waitUntil(lambda: scroll.height() > before)
    assert scroll.height() == form.minimumSizeHint().height()


def test_a_strip_that_takes_height_leaves_the_field_being_typed_in_on_the_screen(qtbot):
    room, scroll, form, _ = shown_over(qtbot, 600)
    with qtbot.waitActive(room):
        room.activateWindow()
    last = form.findChildren(QLineEdit)[-1]
    last.setFocus()
    room.resize(400, 120)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)

    def is_whole():
        return scroll.viewport().rect().contains(last.geometry().translated(form.pos()))

    qtbot.waitUntil(is_whole)


def test_the_field_with_the_focus_is_in_view(qtbot):
    _room, scroll, form, _ = shown_over(qtbot, 120)
    last = form.findChildren(QLineEdit)[-1]
    scroll.ensureWidgetVisible(last)
    assert scroll.viewport().rect().intersects(last.geometry().translated(form.pos()))
