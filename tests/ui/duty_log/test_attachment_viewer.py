import pytest
from PySide6.QtCore import Qt

from dutydesk.ui.duty_log.attachment_viewer import AttachmentViewer
from tests.photo_builders import photo
from tests.ui import looking
from tests.ui.duty_log.attachment_samples import entry_with, photos
from tests.ui.live_desk import settle

KEY = Qt.Key


@pytest.fixture
def viewer(live, staffed, tmp_path):
    upright = photo(tmp_path / "立.jpg", (3000, 2000), orientation=6)
    listed = entry_with(live, staffed, upright, *photos(tmp_path, "a.jpg", "b.jpg"))
    made = AttachmentViewer(live.desk, live.room.attachment, (listed.attachments, 0), live.window)
    made.open()
    settle()
    return made


def test_a_turned_photo_is_shown_upright_and_whole(viewer):
    size = viewer.sheet.pixmap().size()
    assert size.height() > size.width()
    view = viewer.area.viewport().size()
    assert size.height() <= view.height()
    assert size.width() <= view.width()
    assert "北纬30.123456°" in viewer.facts.text()
    assert "拍摄时间 2026年11月21日 02:15:07（未核实）" in viewer.facts.text()
    assert looking.clipped_texts(viewer) == []


def test_arrows_go_on_and_round(viewer, qtbot):
    titles = []
    for key in (KEY.Key_Right, KEY.Key_PageDown, KEY.Key_Right, KEY.Key_Left):
        qtbot.keyClick(viewer, key)
        titles.append(viewer.windowTitle())
    assert titles == [
        "a.jpg（第2张，共3张）",
        "b.jpg（第3张，共3张）",
        "立.jpg（第1张，共3张）",
        "b.jpg（第3张，共3张）",
    ]


def test_plus_and_minus_enlarge_and_nought_shows_it_whole(viewer, qtbot):
    whole = viewer.sheet.pixmap().width()
    qtbot.keyClick(viewer, KEY.Key_Plus)
    qtbot.keyClick(viewer, KEY.Key_Plus)
    larger = viewer.sheet.pixmap().width()
    assert larger > whole
    assert viewer.sheet.height() > viewer.area.viewport().height()
    qtbot.keyClick(viewer, KEY.Key_Minus)
    assert whole < viewer.sheet.pixmap().width() < larger
    qtbot.keyClick(viewer, KEY.Key_0)
    assert viewer.sheet.pixmap().width() == whole


def test_what_cannot_be_shown_says_so(live, staffed, tmp_path):
    cut = tmp_path / "坏.heic"
    cut.write_bytes(b"\0\0\0\x18ftypheic" + bytes(20))
    listed = entry_with(live, staffed, cut)
    made = AttachmentViewer(live.desk, live.room.attachment, (listed.attachments, 0), live.window)
    made.open()
    assert "显示不了" in made.sheet.text()
    assert not made.after.isEnabled()
