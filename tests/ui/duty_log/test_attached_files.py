"""Files in the quick entry: with the entry, in its draft, through a kill."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from dutydesk.domain.attachment import MEGABYTE
from dutydesk.ui.desk import Seat
from dutydesk.ui.duty_log.attached_files import AttachedFiles
from dutydesk.ui.duty_log.attachment_intake import Brought
from tests.photo_builders import photo
from tests.ui.held_runner import HeldRunner
from tests.ui.live_desk import CTRL, SHIFT, live_desk, settle

KEY = Qt.Key


def form_of(live):
    return live.panel().form


def held(live):
    _, listed = live.room.duty_log.entries_of_running_shift()
    return [[one.name for one in entry.attachments] for entry in listed]


def test_a_photo_goes_on_record_with_its_entry_by_keys_alone(live, tmp_path):
    live.messages.answers = [[photo(tmp_path / "现场.jpg")]]
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("3号楼进水")
    live.press((KEY.Key_A, CTRL | SHIFT))
    assert form_of(live).files.isVisible()
    live.press(KEY.Key_Return)
    assert held(live) == [["现场.jpg"]]
    assert form_of(live).is_empty()
    assert not form_of(live).files.isVisible()


def test_no_file_no_height(live):
    form = form_of(live)
    height = form.sizeHint().height()
    assert not form.files.isVisible()
    assert form.files._strip is None
    form.files.clear()
    assert form.sizeHint().height() == height


def test_a_file_alone_is_kept_as_a_draft_and_comes_back_after_a_kill(
    live, tmp_path, staffed, theme, qtbot
):
    source = photo(tmp_path / "现场.jpg")
    form = form_of(live)
    form.files.bring(Brought((source,)))
    assert not form.is_empty()
    form.keeper.save()
    source.unlink()
    again = live_desk(staffed.room, theme, qtbot)
    (one,) = form_of(again).files.value()
    assert (one.name, one.latitude) == ("现场.jpg", 30.123456)
    again.press(KEY.Key_Return)
    again.type("进水")
    again.press(KEY.Key_Return)
    assert held(again) == [["现场.jpg"]]


def test_a_draft_set_aside_takes_its_files_along_and_says_their_names(live, tmp_path):
    live.press(KEY.Key_F2)
    form_of(live).files.bring(Brought((photo(tmp_path / "现场.jpg"),)))
    live.press((KEY.Key_N, CTRL))
    assert form_of(live).is_empty()
    drafts = live.panel().drafts
    assert drafts.drafts[0].content["attached"] == "现场.jpg"
    live.press((KEY.Key_F2, SHIFT))
    assert [one.name for one in form_of(live).files.value()] == ["现场.jpg"]


def test_what_is_not_taken_says_why_and_the_rest_is_taken(live, tmp_path):
    empty, folder = tmp_path / "空.txt", tmp_path / "夹"
    empty.touch()
    folder.mkdir()
    form = form_of(live)
    form.files.bring(Brought((empty,)))
    assert "是空的" in form._answer.text()
    form.files.bring(Brought((folder, photo(tmp_path / "a.jpg"))))
    assert [one.name for one in form.files.value()] == ["a.jpg"]
    form.files.bring(Brought((tmp_path / "没有.jpg",)))
    assert "不在原处" in form._answer.text()


def test_sixty_megabytes_are_refused_and_thirty_are_warned_of(live, tmp_path):
    form = form_of(live)
    for name, size in (("大.mp4", 60), ("中.mp4", 21)):
        with (tmp_path / name).open("wb") as out:
            out.truncate(size * MEGABYTE)
    form.files.bring(Brought((tmp_path / "大.mp4",)))
    assert "60MB，超过50MB" in form._answer.text()
    assert form.files.is_empty()
    form.files.bring(Brought((tmp_path / "中.mp4",)))
    assert "21MB，已收下" in form._answer.text()
    assert len(form.files.value()) == 1


def test_while_a_file_is_read_the_entry_waits(live, tmp_path, theme, qtbot, staffed):
    held_live = live_desk(staffed.room, theme, qtbot, HeldRunner())
    form = form_of(held_live)
    runner = held_live.desk.runner
    runner.is_held = True
    form.files.bring(Brought((photo(tmp_path / "a.jpg"),)))
    assert form.files.is_reading
    form.fields.text.setPlainText("进水")
    form.submit()
    assert "还在读入" in form._answer.text()
    form.set_aside(then=form.begin)
    assert form.fields.text.toPlainText() == "进水"
    runner.release()
    assert not form.files.is_reading
    form.submit()
    assert held(held_live) == [["a.jpg"]]


def test_without_a_service_and_without_the_right_nothing_is_taken(live, tmp_path):
    alone = AttachedFiles(live.desk)
    alone.bring(Brought((photo(tmp_path / "a.jpg"),)))
    assert alone.is_empty()
    seat = live.desk.session.seat
    live.desk.session.sit_down(Seat(seat.actor, seat.name, may_write=False))
    form_of(live).files.bring(Brought((photo(tmp_path / "a.jpg"),)))
    settle()
    assert form_of(live).files.is_empty()


def test_a_refused_entry_keeps_its_files(live, tmp_path):
    from dutydesk.store.attachment_files import place_of

    form = form_of(live)
    form.files.bring(Brought((photo(tmp_path / "a.jpg"),)))
    form.fields.text.setPlainText("进水")
    (one,) = form.files.value()
    place_of(live.room.store.folder, one.sha256).unlink()
    form.submit()
    assert "文件不在" in form._answer.text()
    assert [file.name for file in form.files.value()] == ["a.jpg"]
    assert form.fields.text.toPlainText() == "进水"


def test_beside_the_window_a_picture_is_read_hashed_and_recorded(
    staffed, theme, qtbot, lane, tmp_path
):
    # Written on the lane from now on, as in the program.
    staffed.room.store.close()
    lane.at_end = staffed.room.store.close
    live = live_desk(staffed.room, theme, qtbot, lane)
    lane.window = live.window
    qtbot.waitUntil(lambda: live.panel()._shift is not None)
    form = form_of(live)
    image = QImage(2000, 1500, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkRed)
    form.files.bring(Brought((photo(tmp_path / "现场.jpg", (1200, 900)),), image))
    qtbot.waitUntil(lambda: len(form.files.value()) == 2 and not form.files.is_reading)
    thumbnails = form.files._strip.thumbnails
    qtbot.waitUntil(lambda: len(thumbnails._images) == 2)
    form.fields.text.setPlainText("进水")
    form.submit()
    qtbot.waitUntil(form.is_empty)
    seen = []
    lane.submit(staffed.room.duty_log.entries_of_running_shift, done=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    (listed,) = seen[0][1]
    assert [one.name for one in listed.attachments] == ["现场.jpg", "粘贴图片 11-20 083000.png"]
