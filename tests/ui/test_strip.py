from datetime import timedelta

from PySide6.QtCore import QCoreApplication


def test_the_strip_keeps_clock_and_record_state_at_every_width(window):
    for width in (1920, 1366, 1100, 900):
        window.resize(width, 768)
        QCoreApplication.processEvents()
        texts = window.strip.texts()
        assert texts[-1] == "02:15:31"
        assert texts[-2].startswith("已保存")


def test_the_clock_beats_with_the_hub_and_shows_china_time(window, desk_clock):
    desk_clock.at += timedelta(seconds=30)
    window.desk.hub.beat()
    assert window.strip.texts()[-1] == "02:16:01"


def test_who_leads_is_said_as_long_as_there_is_room_for_it(window):
    window.desk.theme.set_scale(200)
    window.resize(1024, 768)
    QCoreApplication.processEvents()
    texts = window.strip.texts()
    assert any(text.startswith("带班 ") for text in texts)
    assert any(text.startswith("主班 ") for text in texts)
    window.desk.theme.set_scale(100)
