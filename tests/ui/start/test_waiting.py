"""Work before there is a window: its result or its error, and words when it takes long."""

import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from dutydesk.domain.errors import StoreBusy
from dutydesk.ui.start.waiting import Waiting
from dutydesk.ui.tasks import InlineRunner, LaneRunner


def test_a_result_comes_back(theme, qtbot):
    assert Waiting(theme, InlineRunner()).result("等", lambda: 7) == 7


def test_an_error_is_raised_again(theme, qtbot):
    def fail():
        raise StoreBusy

    with pytest.raises(StoreBusy):
        Waiting(theme, InlineRunner()).result("等", fail)


def test_long_work_says_what_goes_on(theme, qtbot):
    runner = LaneRunner()
    seen = []

    def look():
        seen.extend(
            label.text()
            for w in QApplication.topLevelWidgets()
            if w.isVisible()
            for label in w.findChildren(QLabel)
        )

    QTimer.singleShot(700, look)
    assert Waiting(theme, runner).result("正在用备份恢复", lambda: time.sleep(1) or 3) == 3
    assert "正在用备份恢复" in seen
    runner.close()
