from dutydesk.ui.duty_log.attachment_deeds import AttachmentDeeds
from dutydesk.ui.duty_log.attachment_viewer import AttachmentViewer
from dutydesk.ui.duty_log.opened_copies import OpenedCopies
from tests.ui.duty_log.attachment_samples import entry_with, photos


def test_what_cannot_be_saved_or_opened_is_said(live, staffed, tmp_path):
    from dutydesk.store.attachment_files import place_of

    listed = entry_with(live, staffed, *photos(tmp_path, "a.jpg"))
    (one,) = listed.attachments
    deeds = AttachmentDeeds(
        live.desk, live.room.attachment, OpenedCopies(lambda _path: True), live.window
    )
    said = []
    deeds.said.connect(lambda words, tone: said.append((words, tone)))
    deeds.open(one)
    assert said == [("", "overdue")]
    live.messages.answers = [tmp_path / "out.jpg"]
    deeds.save(one)
    assert said[-1] == (f"已存到 {tmp_path / 'out.jpg'}。", "done")
    place_of(live.room.store.folder, one.sha256).write_bytes(b"rotten")
    deeds.open(one)
    assert "有损坏" in said[-1][0]
    deeds.look(listed.attachments, one)
    assert live.dialog(AttachmentViewer) is not None
