import pytest

from dutydesk.domain.report_draft import ReportState, asked
from dutydesk.ui.incident.draft_dialog import DraftDialog, DraftMatter
from dutydesk.ui.incident.draft_services import DraftServices
from dutydesk.ui.receivers import units_in
from tests.report_builders import CLI, asked_for, ref
from tests.ui.incident.test_panel import start
from tests.ui.live_desk import settle


def services(room):
    return DraftServices(
        room.report_draft, room.report_delivery, room.officer.officers, lambda: "初报"
    )


@pytest.fixture
def written(live):
    """A draft on the desk, and the way to write on it."""
    draft = live.room.report_draft.save(asked_for(live.room, start(live)), by=CLI).value

    def opened():
        matter = DraftMatter(asked(draft, live.room.clock.now()), f"report_draft:{draft.id}")
        dialog = DraftDialog(live.desk, services(live.room), matter, live.window)
        dialog.open()
        settle()
        return dialog

    return draft, opened


def test_it_shows_the_draft_and_hands_it_in(live, written):
    draft, opened = written
    dialog = opened()
    assert dialog.text.toPlainText() == draft.body
    assert (dialog.report_to.text(), dialog.stage.currentText()) == ("区政府总值班室", "初报")
    dialog.copy_to.setText("区应急局;区委值班室")
    dialog.text.setPlainText("已扑灭。")
    dialog.submit()
    after = live.room.report_draft.draft(draft.id)
    assert (after.state, after.body) == (ReportState.UNDER_REVIEW, "已扑灭。")
    assert after.copy_to == ("区应急局", "区委值班室")
    assert after.drafted_at == draft.drafted_at


def test_a_refusal_leaves_the_text_in_the_form(live, written):
    draft, opened = written
    dialog = opened()
    live.room.report_draft.submit(ref(live.room, draft), by=CLI)
    dialog.text.setPlainText("改了一半")
    dialog.save_button.click()
    assert "请先退回" in dialog.answer.text()
    assert dialog.text.toPlainText() == "改了一半"
    assert live.room.report_draft.draft(draft.id).body == draft.body


def test_what_was_typed_survives_until_it_is_saved(live, written):
    draft, opened = written
    dialog = opened()
    live.qtbot.keyClicks(dialog.text, "abc")
    dialog.reject()
    settle()
    again = opened()
    assert "abc" in again.text.toPlainText()
    again.save_button.click()
    assert live.room.draft.of_form(f"report_draft:{draft.id}") == []
    assert "abc" in live.room.report_draft.draft(draft.id).body


def test_units_are_parted_by_any_comma():
    assert units_in("甲处，乙处,丙处；丁处\n戊处、 ") == ("甲处", "乙处", "丙处", "丁处", "戊处")
