from PySide6.QtCore import Qt

from dutydesk.ui.incident.incident_form import FORM
from tests.builders import draft
from tests.ui.duty_log.test_entry_form import fill_disk, free_disk
from tests.ui.held_runner import HeldRunner
from tests.ui.incident.test_panel import record
from tests.ui.live_desk import CTRL
from tests.ui.looking import click_waiting
from tests.ui.whole_desk import whole_desk

KEY = Qt.Key


def begin(live):
    panel = live.enter("incident")
    live.press((KEY.Key_N, CTRL))
    return panel.form


def test_the_suggestion_follows_the_figures_while_they_are_typed(live):
    form = begin(live)
    assert "选好种类" in form.suggestion.text()
    form.fields.kind.setEditText("火灾")
    live.qtbot.keyClicks(form.fields.figures.edits["deaths"], "2")
    assert "建议一般" in form.suggestion.text()
    live.qtbot.keyClicks(form.fields.figures.edits["deaths"], "0")
    assert "死亡20人" in form.suggestion.text()
    assert "建议重大" in form.suggestion.text()


def test_a_refusal_is_said_in_place_and_the_text_stays(live):
    form = begin(live)
    live.type("fire")
    live.press((KEY.Key_Return, CTRL))
    assert form._answer.text() == "突发事件的种类没有填。请补上后再试。"
    form.fields.kind.setEditText("火灾")
    live.press((KEY.Key_Return, CTRL))
    assert "地点" in form._answer.text()
    assert form.fields.title.text() == "fire"
    assert live.room.incident.incidents() == []


def test_a_level_may_be_decided_at_once(live):
    form = begin(live)
    live.type("fire")
    form.fields.kind.setEditText("火灾")
    form.fields.place.setText("丰收市场")
    form.level.setCurrentIndex(form.level.findText("较大"))
    live.press((KEY.Key_Return, CTRL))
    incident = live.room.incident.incidents()[0].incident
    assert (incident.level.value, incident.level_confirmed_by) == ("relatively_serious", "甲某")


def test_what_is_typed_survives_a_pulled_plug_and_goes_once_on_record(live, theme, qtbot):
    form = begin(live)
    live.type("fire")
    form.fields.kind.setEditText("火灾")
    form.keeper.save()
    assert len(live.room.draft.of_form(FORM)) == 1
    live.window.close()
    again = whole_desk(live.room, theme, qtbot)
    form = begin(again)
    assert form.fields.title.text() == "fire"
    assert form.fields.kind.kind()[1] == "火灾"
    form.fields.place.setText("丰收市场")
    again.press((KEY.Key_Return, CTRL))
    assert len(again.room.incident.incidents()) == 1
    assert again.room.draft.of_form(FORM) == []


def test_a_form_half_filled_was_gone_when_another_entry_began_one_on_a_full_disk(live, staffed):
    entry = live.room.duty_log.record(draft(live.room, "丰收市场起火"), by=staffed.by).value
    form = begin(live)
    long = "fire" * 5000
    form.fields.title.setText(long)
    fill_disk(live.room)
    form.begin_from(entry)
    assert form.fields.title.text() == long
    assert "磁盘已满" in form._answer.text()
    free_disk(live.room)
    form.begin_from(entry)
    assert form.fields.title.text() != long
    (kept,) = (one for one in live.room.draft.of_form(FORM) if one.content["title"] == long)
    assert kept.id != form.draft_id


def half_written(live, title, place="丰收市场"):
    form = begin(live)
    form.fields.title.setText(title)
    form.fields.place.setText(place)
    return form


def waiting(form):
    return [one.content["title"] for one in form.drafts.drafts]


def test_an_incident_half_written_waits_in_sight_when_another_begins_from_an_entry(live):
    first, second = record(live, "一号楼冒烟"), record(live, "二号楼进水")
    live.enter("duty_desk")
    panel = live.enter("incident")
    panel.begin_from(first)
    panel.form.fields.place.setText("一号楼")
    panel.begin_from(second)
    form = panel.form
    assert form.fields.texts["situation"].toPlainText() == "二号楼进水"
    assert waiting(form) == ["安和三社区一号楼冒烟"]
    assert [title.split()[0] for title in form.drafts.tabs.titles()] == [
        "安和三社区一…",
        "安和三社区二…",
    ], "a form filled from an entry has its title at once"
    assert form.drafts.isVisible()
    click_waiting(form.drafts, 0)
    assert (form.fields.title.text(), form.fields.place.text()) == (
        "安和三社区一号楼冒烟",
        "一号楼",
    )
    assert waiting(form) == ["安和三社区二号楼进水"]
    form.fields.kind.setEditText("火灾")
    form.submit()
    opened = live.room.incident.incidents()[0].incident
    assert (opened.title, opened.origin_entry_id) == ("安和三社区一号楼冒烟", first.id)
    assert waiting(form) == ["安和三社区二号楼进水"], "from the list it is still one press away"
    click_waiting(form.drafts, 0)
    assert form.isVisible()
    assert form.fields.title.text() == "安和三社区二号楼进水"


def test_ctrl_n_in_the_form_sets_aside_what_is_written(live):
    form = half_written(live, "一号")
    live.press((KEY.Key_N, CTRL))
    assert form.fields.title.text() == ""
    assert waiting(form) == ["一号"]


def test_after_a_restart_every_half_written_incident_can_be_reached_and_the_desk_says_so(
    live, theme, qtbot
):
    half_written(live, "一号")
    live.press((KEY.Key_N, CTRL))
    half_written_again = live.panel("incident").form
    half_written_again.fields.title.setText("二号")
    half_written_again.keeper.save()
    live.window.close()
    again = whole_desk(live.room, theme, qtbot)
    notice = next(one for one in again.desk.notices.notices() if one.key == "incident.drafts")
    assert "2件" in notice.text
    notice.action()
    form = again.panel("incident").form
    assert form.isVisible()
    assert form.fields.title.text() == "二号"
    assert waiting(form) == ["一号"]
    assert "incident.drafts" not in [one.key for one in again.desk.notices.notices()]


def test_a_desk_without_half_written_incidents_says_nothing_of_them(live):
    assert "incident.drafts" not in [one.key for one in live.desk.notices.notices()]


def test_what_is_typed_while_an_incident_is_saved_is_not_lost(staffed, theme, qtbot):
    runner = HeldRunner()
    live = whole_desk(staffed.room, theme, qtbot, runner=runner)
    entry = record(live, "二号楼进水")
    form = half_written(live, "一号")
    form.fields.kind.setEditText("火灾")
    runner.is_held = True
    form.submit()
    live.qtbot.keyClicks(form.fields.title, "x")
    live.qtbot.keyClicks(form.fields.texts["situation"], "x")
    assert not form.fields.kind.isEnabled()
    assert not form.drop.isEnabled()
    live.panel("incident").begin_from(entry)
    live.press((KEY.Key_N, CTRL))
    assert form.fields.title.text() == "一号"
    runner.release()
    assert [one.incident.title for one in live.room.incident.incidents()] == ["一号"]
    assert form.fields.texts["situation"].toPlainText() == "二号楼进水", "it waited for the save"
    assert form.isVisible()
    live.qtbot.keyClicks(form.fields.place, "x")
    assert form.fields.place.text().endswith("x")


def test_a_refused_incident_gives_the_fields_back(live):
    form = half_written(live, "一号")
    form.fields.kind.setEditText("火灾")
    form.fields.received.edit.setText("明天0900")
    form.submit()
    assert form._answer.text()
    assert form.fields.kind.isEnabled()
    assert not form.fields.title.isReadOnly()
