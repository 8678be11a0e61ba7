from datetime import UTC, date, datetime

from dutydesk.ui.duty_log.log_head import LogHead

NOW = datetime(2026, 11, 20, 18, 15, tzinfo=UTC)


def test_a_day_that_cannot_be_read_is_marked_and_asks_for_nothing(theme, qtbot):
    head = LogHead(theme)
    qtbot.addWidget(head)
    assert head.search(NOW).since is None
    head.day.setText("1120")
    assert head.search(NOW).since == date(2026, 11, 20)
    assert head.day.toolTip() == "2026年11月20日 星期五"
    head.day.setText("昨天吧")
    assert head.search(NOW).since is None
    assert head.day.property("wrong")
    assert "看不懂" in head.day.toolTip()


def test_the_hint_shows_how_a_day_is_typed_and_fits(theme, qtbot):
    head = LogHead(theme)
    qtbot.addWidget(head)
    head.show()
    for scale in (100, 200):
        theme.set_scale(scale)
        hint = head.day.fontMetrics().horizontalAdvance(head.day.placeholderText())
        assert "1120" in head.day.placeholderText()
        assert hint < head.day.width() - theme.px(16)
