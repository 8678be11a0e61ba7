from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from dutydesk.ui.widgets.folding_row import FoldingRow


def test_a_row_folds_where_both_halves_do_not_fit_and_unfolds_again(theme, qtbot):
    holder, halves = QWidget(), (QHBoxLayout(), QHBoxLayout())
    first, second = QPushButton("到签字处  Ctrl+J"), QPushButton("打印这一天  F9")
    halves[0].addWidget(first)
    halves[1].addWidget(second)
    row = FoldingRow(*halves)
    holder.setLayout(row)
    qtbot.addWidget(holder)
    holder.show()
    wide = first.sizeHint().width() + second.sizeHint().width() + 60
    for width, is_folded in ((wide, False), (wide - 100, True), (wide, False)):
        holder.resize(width, 200)
        row.fold(width)
        row.activate()
        assert holder.width() == width
        assert (second.y() > first.y()) == is_folded
        assert first.width() >= first.sizeHint().width()
