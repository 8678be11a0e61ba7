from PySide6.QtCore import Qt

from dutydesk.ui.incident.incident_form import FORM
from tests.builders import draft
from tests.ui.duty_log.test_entry_form import fill_disk, free_disk
from tests.ui.live_desk import CTRL
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
