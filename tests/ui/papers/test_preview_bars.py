from dutydesk.ui.papers.preview_bars import Working


def test_progress_says_words_and_how_far(theme, qtbot):
    working = Working(theme)
    qtbot.addWidget(working)
    working.begin("正在打印…", can_cancel=True)
    assert working.bar.maximum() == 0
    working.step(3, 8, "正在打印 第4/8页")
    assert (working.bar.value(), working.bar.maximum()) == (3, 8)
    assert working.words.text() == "正在打印 第4/8页"
    with qtbot.waitSignal(working.cancelled):
        working.cancel.click()
