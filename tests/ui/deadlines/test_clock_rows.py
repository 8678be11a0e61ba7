from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QListView

from dutydesk.ui.deadlines.clock_line import ClockLine
from dutydesk.ui.deadlines.clock_rows import ClockDelegate, ClockModel

NOW = datetime(2026, 11, 20, 18, 15, tzinfo=UTC)


@pytest.fixture
def picture(theme, qtbot):
    def take(title, target="区政府总值班室", **look):
        view = QListView()
        qtbot.addWidget(view)
        model, delegate = ClockModel(NOW, view), ClockDelegate(theme, view)
        for name, value in look.items():
            setattr(delegate, name, value)
        line = ClockLine("1", "首报(电话)", title, NOW + timedelta(minutes=9), target)
        model.show_lines((line,))
        view.setModel(model)
        view.setItemDelegate(delegate)
        view.resize(300, 120)
        view.show()
        return view.grab().toImage()

    return take


def test_a_masked_line_shows_nothing_of_the_matter(picture):
    masked = picture("燃气泄漏", is_masked=True)
    assert masked == picture("仓库火灾", "市应急局", is_masked=True)
    assert picture("燃气泄漏") != picture("仓库火灾")


def test_a_flat_line_leaves_out_the_receiver(picture):
    assert picture("燃气泄漏", is_flat=True) == picture("燃气泄漏", "市应急局", is_flat=True)
    assert picture("燃气泄漏") != picture("燃气泄漏", "市应急局")


def test_a_line_is_as_high_as_what_it_shows(theme, qtbot):
    model, delegate = ClockModel(NOW), ClockDelegate(theme)
    model.show_lines(
        (ClockLine("1", "首报", "甲", NOW, "市"), ClockLine("2", "未办结", "乙", None))
    )
    two, one = (delegate.sizeHint(None, model.index(row)).height() for row in (0, 1))
    assert two > 1.5 * one


def test_the_last_words_of_a_title_are_read_in_a_second_line(theme, picture):
    fire, gas = "安和路12号临街商铺火灾", "安和路12号临街商铺漏气"
    assert picture(fire) != picture(gas)
    model, delegate = ClockModel(NOW), ClockDelegate(theme)
    model.show_lines((ClockLine("1", "首报(书面)", fire, NOW, "区政府总值班室"),))
    lines = delegate._matter(model.lines[0], NOW)
    assert len(lines) == 2
    assert "".join(lines).endswith("商铺火灾")


def test_a_title_that_fits_takes_one_line(theme):
    delegate = ClockDelegate(theme)
    line = ClockLine("1", "首报(电话)", "火灾", NOW, "区政府总值班室")
    assert delegate._matter(line, NOW) == ["首报(电话) 火灾"]
