import docx
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dutydesk.domain.paper_issue import PaperKind
from dutydesk.ui.incident.paper_deed import IncidentPaperDialog, papers_of
from dutydesk.ui.papers.preview import PaperPreview
from tests.services.test_incident_report import opened, report
from tests.ui.live_desk import CTRL, SHIFT, settle

KEY = Qt.Key


def begin(live):
    live.enter("incident")
    live.window.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is live.window)
    live.press((KEY.Key_P, CTRL | SHIFT))
    return live.dialog(IncidentPaperDialog)


def choose(box, words):
    box.setCurrentIndex(next(at for at in range(box.count()) if words in box.itemText(at)))


def test_every_paper_of_the_incident_is_offered(live):
    fire = opened(live.room)
    report(live.room, fire, "first", "phone")
    report(live.room, fire, "first")
    found = papers_of(live.room.incident.incident(fire.id), "初报")
    assert [request.kind for _, request in found] == [
        PaperKind.SPECIAL_REPORT,
        PaperKind.PHONE_REPORT_SHEET,
        PaperKind.INCIDENT_DOSSIER,
        PaperKind.INCIDENT_LEDGER,
    ]
    assert found[0][0].startswith("突发事件信息专报　初报　第1期")


def test_one_is_previewed_by_keys(live):
    opened(live.room)
    dialog = begin(live)
    choose(dialog.paper, "卷宗")
    dialog.submit()
    settle()
    (preview,) = live.window.findChildren(PaperPreview)
    assert preview.windowTitle() == "突发事件卷宗-2026-001 预览"
    preview.close()


def test_one_is_saved_as_a_word_file(live, tmp_path):
    fire = opened(live.room)
    report(live.room, fire, "first", body="起火。")
    dialog = begin(live)
    choose(dialog.format, "Word")
    live.messages.answers = [tmp_path / "专报.docx"]
    dialog.submit()
    live.qtbot.waitUntil((tmp_path / "专报.docx").is_file)
    settle()
    said = [one.text for one in docx.Document(str(tmp_path / "专报.docx")).paragraphs]
    assert "起火。" in said
    assert live.room.paper.issues()[0].file_format.value == "docx"


def test_templates_are_taken_out_and_a_wrong_one_is_told(live, tmp_path):
    opened(live.room)
    begin(live).templates.click()
    settle()
    folder = live.room.store.folder / "templates"
    assert any(str(folder) in text for text in live.notices())
    (folder / "incident_dossier.docx").write_bytes(b"no")
    dialog = begin(live)
    choose(dialog.paper, "卷宗")
    choose(dialog.format, "Word")
    live.messages.answers = [tmp_path / "卷宗.docx"]
    dialog.submit()
    live.qtbot.waitUntil(lambda: any("不是 Word 文档" in text for text in live.notices()))
    assert not (tmp_path / "卷宗.docx").exists()


def test_an_ended_incident_still_has_its_papers(live):
    fire = opened(live.room)
    report(live.room, fire, "first")
    report(live.room, fire, "final")
    done = live.room.incident.close(fire.id, by=live.desk.session.seat.actor)
    live.desk.hub.announce(done.changes)
    panel = live.enter("incident")
    panel.which.setCurrentIndex(1)
    panel.reload()
    live.press((KEY.Key_P, CTRL | SHIFT))
    assert live.dialog(IncidentPaperDialog) is not None
