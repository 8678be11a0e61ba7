import pytest
from PySide6.QtCore import Qt

from dutydesk.ui.duty_log.attachment_intake import Brought
from dutydesk.ui.duty_log.attachment_strip import AttachmentStrip
from tests.photo_builders import photo
from tests.ui.held_runner import HeldRunner
from tests.ui.live_desk import live_desk, settle


@pytest.fixture
def strip(live, qtbot):
    made = AttachmentStrip(live.desk, lambda: live.room.attachment, live.panel())
    made.resize(900, 80)
    made.said_words = []
    made.said.connect(made.said_words.append)
    made.show()
    return made


def bring(strip, folder, *names):
    files = [photo(folder / name, (20 + n, 20)) for n, name in enumerate(names)]
    strip.bring(Brought(tuple(files)))


def test_each_file_is_shown_with_a_picture_and_its_name(strip, tmp_path):
    bring(strip, tmp_path, "a.jpg", "b.jpg")
    assert [strip.list.item(row).text() for row in range(2)] == ["a.jpg", "b.jpg"]
    shown = strip.list.item(0).icon().pixmap(24).toImage()
    assert shown.pixelColor(12, 8).red() > 150


def test_delete_removes_the_chosen_one(strip, tmp_path, qtbot):
    bring(strip, tmp_path, "a.jpg", "b.jpg", "c.jpg")
    strip.list.setCurrentRow(1)
    with qtbot.waitSignal(strip.edited):
        qtbot.keyClick(strip.list, Qt.Key.Key_Delete)
    assert [one.name for one in strip.files] == ["a.jpg", "c.jpg"]
    strip.remove.click()
    strip.remove.click()
    strip.remove.click()
    assert strip.files == []


def test_the_same_file_twice_is_shown_once(strip, tmp_path):
    bring(strip, tmp_path, "a.jpg")
    strip.bring(Brought((tmp_path / "a.jpg",)))
    assert len(strip.files) == 1
    assert "已经在附件里" in strip.said_words[-1]


def test_the_twenty_first_is_refused(strip, tmp_path):
    bring(strip, tmp_path, *(f"{n}.jpg" for n in range(22)))
    assert len(strip.files) == 20
    assert "最多20个" in strip.said_words[-1]
    assert not strip.is_reading


def test_what_is_being_read_can_be_given_up(staffed, theme, qtbot, tmp_path):
    live = live_desk(staffed.room, theme, qtbot, HeldRunner())
    live.desk.runner.is_held = True
    strip = AttachmentStrip(live.desk, lambda: live.room.attachment, live.panel())
    strip.show()
    bring(strip, tmp_path, "a.jpg", "b.jpg")
    assert strip.is_reading
    assert "正在读入 a.jpg，还有1个" in strip.progress.text()
    strip.stop.click()
    live.desk.runner.release()
    assert not strip.is_reading
    assert strip.files == []


def test_progress_is_said_in_hundredths(strip):
    strip._reading = "录像.mp4"
    strip._step(strip._round, 5, 20, "录像.mp4")
    assert strip.progress.text() == "正在读入 录像.mp4 25%"
    strip._step(strip._round - 1, 9, 20, "旧的.mp4")
    assert strip.progress.text() == "正在读入 录像.mp4 25%"


def test_a_larger_type_makes_the_row_higher(strip, tmp_path, theme):
    bring(strip, tmp_path, "a.jpg")
    before = strip.list.height()
    theme.set_scale(200)
    settle()
    assert strip.list.height() > before
    theme.set_scale(100)
