import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from dutydesk.domain.changes import Changes
from dutydesk.domain.incident import (
    DraftIncident,
    ExitReason,
    IncidentCategory,
    IncidentLevel,
    IncidentStatus,
)
from dutydesk.domain.report import DraftReport, ReportMedium, ReportStage
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.incident.decide_dialogs import EndDialog, GradeDialog
from dutydesk.ui.incident.phone_dialog import PhoneDialog
from dutydesk.ui.incident.report_dialog import ReportDialog
from dutydesk.ui.incident.update_dialog import UpdateDialog
from dutydesk.ui.tokens import LookChoice
from tests.builders import draft
from tests.ui import looking
from tests.ui.live_desk import CTRL, settle

KEY = Qt.Key
TEXT = "3号楼2单元燃气泄漏，居民闻到异味。已通知燃气公司、消防。"


@pytest.fixture
def papers(live):
    """Keep what is asked to be shown as a paper."""
    asked = []
    live.enter("incident").deeds.show_paper = asked.append
    live.enter("duty_desk")
    return asked


def record(live, text=TEXT, **values):
    facts = {"source": "安和三社区", "person": "李某", "phone": "19900007531", **values}
    done = live.room.duty_log.record(
        draft(live.room, text, **facts), by=live.desk.session.seat.actor
    )
    live.desk.hub.announce(done.changes)
    settle()
    return done.value


def start(live, **facts):
    made = DraftIncident(
        **{
            "id": live.room.incident.new_id(),
            "title": "安和三社区燃气泄漏",
            "category": IncidentCategory.ACCIDENT,
            "kind": "燃气泄漏",
            "place": "安和三社区3号楼",
            "received_at": live.room.clock.now(),
            **facts,
        }
    )
    done = live.room.incident.open(made, by=live.desk.session.seat.actor)
    live.desk.hub.announce(done.changes)
    return done.value


def confirm(live, kind):
    """Press Ctrl+Enter in the dialog of a kind."""
    dialog = live.dialog(kind)
    dialog.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    live.qtbot.keyClick(dialog.focusWidget() or dialog, KEY.Key_Return, CTRL)
    settle()
    if live.dialog(kind) is None:
        live.window.activateWindow()
        live.qtbot.waitUntil(lambda: QApplication.activeWindow() is live.window)


def view(live, at=0):
    return live.room.incident.incidents()[at]


def update_and_report_to_the_end(live):
    live.press((KEY.Key_U, CTRL))
    update = live.dialog(UpdateDialog)
    assert update.focusWidget() is update.reason
    live.qtbot.waitUntil(update.isActiveWindow)
    live.qtbot.keyClick(update.reason, KEY.Key_Return, CTRL)
    assert "更新依据没有写" in update.answer.text()
    live.qtbot.keyClicks(update.fields.figures.edits["deaths"], "0")
    update.fields.figures.edits["injured"].setText("2")
    update.reason.setText("现场回报")
    confirm(live, UpdateDialog)
    assert (view(live).incident.deaths, view(live).incident.injured) == (0, 2)

    for stage, word in ((ReportStage.FOLLOW_UP, "续报"), (ReportStage.FINAL, "终报")):
        live.go_on(minutes=30)
        live.press((KEY.Key_R, CTRL))
        dialog = live.dialog(ReportDialog)
        dialog.stage.setCurrentIndex(dialog.stage.findText(word))
        dialog.stage.activated.emit(dialog.stage.currentIndex())
        confirm(live, ReportDialog)
        assert view(live).reports[-1].stage is stage


def test_one_incident_from_the_entry_to_its_end_by_keys_alone(live, papers):
    entry = record(live)
    live.go_on(minutes=2)
    live.press((KEY.Key_I, CTRL))
    panel = live.panel("incident")
    assert panel.form.fields.title.text() == "安和三社区3号楼2单元燃气泄漏"
    live.type("安和三社区燃气泄漏")
    live.press((KEY.Key_Return, CTRL))
    incident = view(live).incident
    assert (incident.title, incident.kind, incident.place) == (
        "安和三社区燃气泄漏",
        "燃气泄漏",
        "安和三社区",
    )
    assert (incident.received_at, incident.origin_entry_id) == (entry.at, entry.id)
    assert incident.source == "安和三社区 李某 19900007531"
    steps = [line.step for line in live.window.deadlines.lines()]
    assert steps[:2] == ["首报(电话)", "首报(书面)"]
    assert steps[2:] == ["节假日"]

    live.go_on(minutes=10)
    live.press((KEY.Key_B, CTRL))
    dialog = live.dialog(PhoneDialog)
    assert dialog.stage.currentText() == "首报"
    assert "安和三社区" in dialog.text.toPlainText()
    confirm(live, PhoneDialog)
    assert [line.step for line in live.window.deadlines.lines()] == ["首报(书面)", "节假日"]

    live.go_on(minutes=20)
    live.press((KEY.Key_R, CTRL))
    dialog = live.dialog(ReportDialog)
    assert "按时，还剩28分" in dialog.judged.text()
    confirm(live, ReportDialog)
    reports = view(live).reports
    assert [(one.medium, one.is_met) for one in reports] == [
        (ReportMedium.PHONE, True),
        (ReportMedium.WRITTEN, True),
    ]
    panel.print_view()
    assert papers[-1].report_id == reports[-1].id

    update_and_report_to_the_end(live)
    live.press((KEY.Key_J, CTRL))
    confirm(live, EndDialog)
    assert view(live).incident.status is IncidentStatus.ENDED
    assert [line.step for line in live.window.deadlines.lines()] == ["节假日"]
    # What has ended stays in sight: its review, its archive and its papers are still to come.
    assert panel.which.currentData() == "all"
    assert [one.incident.status for one in panel.model.views] == [IncidentStatus.ENDED]
    assert not any(button.isEnabled() for button in panel._buttons)


def test_a_late_report_is_asked_for_its_reason_once_and_never_held_up(live):
    start(live)
    live.enter("incident")
    live.go_on(minutes=70)
    live.press((KEY.Key_R, CTRL))
    dialog = live.dialog(ReportDialog)
    assert dialog.late_reason.isVisible()
    assert "迟报，已超10分" in dialog.judged.text()
    confirm(live, ReportDialog)
    assert "请写迟报原因" in dialog.answer.text()
    assert dialog.focusWidget() is dialog.late_reason
    assert view(live).reports == ()
    dialog.late_reason.setText("线路不通")
    confirm(live, ReportDialog)
    report = view(live).reports[0]
    assert (report.is_met, report.late_by_minutes, report.late_reason) == (False, 10, "线路不通")


def test_a_late_report_leaves_at_the_second_press_without_a_reason(live):
    start(live)
    live.enter("incident")
    live.go_on(minutes=70)
    live.press((KEY.Key_R, CTRL))
    confirm(live, ReportDialog)
    confirm(live, ReportDialog)
    assert len(view(live).reports) == 1


def test_a_click_on_a_clock_shows_its_incident(live):
    first = start(live)
    live.go_on(minutes=1)
    start(live, title="第二件")
    deadlines = live.window.deadlines
    deadlines._list.setCurrentIndex(deadlines._model.index(0))
    live.qtbot.keyClick(deadlines._list, KEY.Key_Return)
    assert live.panel("incident").selected().incident.id == first.id
    assert live.window.room() is live.panel("incident")


def test_the_rooms_list_counts_what_runs_before_the_room_was_entered(live):
    start(live)
    assert live.window.bar.buttons["incident"].count == 1
    done = live.room.incident.close(
        view(live).incident.id,
        exit_reason=ExitReason.FALSE_ALARM,
        note="误触",
        by=live.desk.session.seat.actor,
    )
    live.desk.hub.announce(done.changes)
    assert live.window.bar.buttons["incident"].count == 0


def test_the_level_is_suggested_by_a_figure_and_decided_by_a_person(live):
    start(live, deaths=3)
    panel = live.enter("incident")
    assert "死亡3人" in panel.detail._grading["建议"].text()
    assert "还没有人认定" in panel.detail._grading["认定"].text()
    live.press((KEY.Key_Y, CTRL))
    dialog = live.dialog(GradeDialog)
    assert dialog.level.currentText() == "较大"
    confirm(live, GradeDialog)
    incident = view(live).incident
    assert (incident.level, incident.level_confirmed_by) == (
        IncidentLevel.RELATIVELY_SERIOUS,
        "甲某",
    )
    assert panel.detail._grading["认定"].text().startswith("较大，甲某")


def test_a_level_nobody_suggested_is_chosen_and_reasoned_by_a_person(live):
    start(live)
    live.enter("incident")
    live.press((KEY.Key_Y, CTRL))
    dialog = live.dialog(GradeDialog)
    assert dialog.level.currentText() == "请选择"
    live.qtbot.keyClick(dialog.level, KEY.Key_Return)
    assert dialog.answer.text() == "还没有选等级。请选好后再按认定。"
    live.qtbot.keyClick(dialog.level, KEY.Key_Down)
    live.qtbot.keyClick(dialog.level, KEY.Key_Return)
    assert dialog.answer.text() == "没有参考等级，认定依据要自己写。"
    assert dialog.focusWidget() is dialog.reason
    assert view(live).incident.level_confirmed_by is None
    dialog.reason.insert("街道主任电话认定")
    live.qtbot.keyClick(dialog.reason, KEY.Key_Return)
    assert view(live).incident.level is IncidentLevel.ESPECIALLY_SERIOUS


@pytest.mark.parametrize(("key", "kind"), [(KEY.Key_R, ReportDialog), (KEY.Key_U, UpdateDialog)])
def test_enter_in_a_line_goes_on_and_puts_nothing_on_record(live, key, kind):
    start(live)
    live.enter("incident")
    before = view(live)
    live.press((key, CTRL))
    dialog = live.dialog(kind)
    reached = []
    for _ in range(2):
        live.qtbot.keyClick(dialog.focusWidget(), KEY.Key_Return)
        reached.append(dialog.focusWidget())
    assert len(set(reached)) == 2
    assert dialog.isVisible()
    assert view(live) == before
    dialog.accept_button.setFocus()
    live.qtbot.keyClick(dialog.accept_button, KEY.Key_Return)
    assert not dialog.isVisible() or dialog.answer.text()


def test_unknown_figures_are_being_verified_and_never_zero(live):
    start(live, deaths=0)
    panel = live.enter("incident")
    values = panel.detail._figures._values
    assert values["deaths"].text() == "0人"
    assert values["missing"].text() == "正在核实"


def test_without_a_final_report_only_the_exits_are_offered_and_need_a_note(live):
    start(live)
    live.enter("incident")
    live.press((KEY.Key_J, CTRL))
    dialog = live.dialog(EndDialog)
    assert [dialog.how.itemText(at) for at in range(dialog.how.count())] == ["误报", "非突发事件"]
    confirm(live, EndDialog)
    assert "写明依据" in dialog.answer.text()
    dialog.note.setText("居民误触报警器")
    confirm(live, EndDialog)
    assert view(live).incident.is_closed


def test_a_final_by_telephone_alone_offers_no_end_but_says_what_is_missing(live):
    incident, room = start(live), live.room
    for stage in (ReportStage.FIRST, ReportStage.FINAL):
        told = DraftReport(
            id=room.incident_report.new_id(),
            incident_id=incident.id,
            stage=stage,
            medium=ReportMedium.PHONE,
            sent_at=room.clock.now(),
            report_to=("区政府总值班室",),
        )
        done = room.incident_report.report(told, by=live.desk.session.seat.actor)
        live.desk.hub.announce(done.changes)
    live.enter("incident")
    live.press((KEY.Key_J, CTRL))
    dialog = live.dialog(EndDialog)
    assert dialog.how.findText("终报已报出，处置完毕") < 0
    assert any("终报只报过电话" in one.text() for one in dialog.findChildren(QLabel))


def test_a_written_report_offers_its_paper_a_spoken_one_its_text(live, papers):
    start(live)
    panel = live.enter("incident")
    assert not panel.print_view()
    for key, kind in ((KEY.Key_B, PhoneDialog), (KEY.Key_R, ReportDialog)):
        live.press((key, CTRL))
        confirm(live, kind)
    notice = next(n for n in live.desk.notices.notices() if n.key == "incident.reported")
    assert "第1期" in notice.text
    notice.action()
    assert papers[-1].report_id == view(live).reports[-1].id
    panel.deeds.show_text(view(live).reports[0])
    assert "安和三社区" in live.messages.told[-1][1]


def test_the_selection_stays_when_something_else_is_written(live):
    first = start(live)
    live.go_on(minutes=1)
    start(live, title="第二件")
    panel = live.enter("incident")
    panel.view.setCurrentIndex(panel.model.index(1))
    live.desk.hub.announce(Changes({"incident": frozenset({"x"})}))
    assert panel.selected().incident.id == first.id


def test_the_empty_room_says_how_to_begin(live):
    panel = live.enter("incident")
    assert panel._empty.isVisible()
    live.press((KEY.Key_N, CTRL))
    assert panel._pages.currentWidget() is panel.form
    live.press(KEY.Key_Escape)
    assert panel._pages.currentWidget() is panel._list_page


def test_who_may_only_look_can_do_nothing(live):
    from dutydesk.ui.desk import Seat

    start(live)
    panel = live.enter("incident")
    seat = live.desk.session.seat
    live.desk.session.sit_down(Seat(seat.actor, seat.name, may_write=False))
    assert not any(button.isEnabled() for button in [*panel._buttons, panel.new])
    live.press((KEY.Key_R, CTRL), (KEY.Key_B, CTRL))
    assert live.dialog(ReportDialog) is None
    assert live.dialog(PhoneDialog) is None


@pytest.mark.parametrize("scale", [100, 125, 150, 200])
@pytest.mark.parametrize("width", [1024, 1366])
def test_nothing_is_clipped_unnamed_or_english(live, scale, width):
    live.desk.theme.set_scale(scale)
    live.desk.theme.choose(LookChoice.NIGHT, live.room.clock.now())
    live.window.resize(width, 768)
    start(live, deaths=3, is_sensitive=True, loss_yuan=125_000)
    panel = live.enter("incident")
    for root in (panel, panel.form):
        if root is panel.form:
            live.press((KEY.Key_N, CTRL))
            settle()
        assert looking.clipped_texts(root) == []
        assert looking.unnamed(root) == []
        assert looking.english(root) == set()
    live.window.resize(1366, 768)
    live.desk.theme.set_scale(100)


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (KEY.Key_R, ReportDialog),
        (KEY.Key_B, PhoneDialog),
        (KEY.Key_U, UpdateDialog),
        (KEY.Key_Y, GradeDialog),
        (KEY.Key_J, EndDialog),
    ],
)
def test_no_dialog_is_clipped_or_wider_than_the_window(live, scale, key, kind):
    live.desk.theme.set_scale(scale)
    start(live, deaths=3)
    live.enter("incident")
    live.press((key, CTRL))
    settle()
    dialog = live.dialog(kind)
    assert looking.clipped_texts(dialog) == []
    assert looking.unnamed(dialog) == []
    assert looking.english(dialog) == set()
    assert dialog.width() <= live.window.width()
    assert dialog.height() <= live.window.height()
    live.desk.theme.set_scale(100)


def test_what_hangs_on_the_room_has_its_key_its_place_under_more_and_its_section(live):
    seen, shown = [], []
    panel = live.enter("incident")
    panel.deeds.add(
        ActionSpec("incident.try", "试一试", "Ctrl+Shift+Z", ActionGroup.ENTRY, "check"),
        lambda view: seen.append(view.incident.id),
    )
    section = QLabel("没有")
    panel.detail.add_section("试用", section)
    panel.view_shown.connect(lambda view: shown.append(view.incident.id))
    made = start(live)
    settle()
    assert shown[-1] == made.id
    assert section.isVisibleTo(panel)
    live.press((KEY.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier))
    assert seen == [made.id]
    menu = panel._verbs.more.menu()
    menu.aboutToShow.emit()
    assert menu.actions()[-1].text() == "试一试  Ctrl+Shift+Z"
    menu.actions()[-1].trigger()
    assert seen == [made.id, made.id]


def test_a_line_in_the_log_reads_the_incident_shown_and_not_the_whole_list_again(
    live, monkeypatch
):
    start(live)
    panel = live.enter("incident")
    (incident,) = [view.incident for view in live.room.incident.incidents()]
    reads = []
    monkeypatch.setattr(panel, "reload", lambda: reads.append("list"))
    panel.view_shown.connect(lambda _view: reads.append("shown"))
    record(live, "现场已关阀，居民疏散完毕。", incident_id=incident.id)
    assert reads == ["shown"]
    monkeypatch.undo()
    assert any("现场已关阀" in label.text() for label in panel.detail.findChildren(QLabel))


def test_what_masks_or_grades_incidents_shows_in_the_list_at_once(live, monkeypatch):
    panel = live.enter("incident")
    reads = []
    monkeypatch.setattr(panel, "reload", lambda: reads.append("list"))
    for table in ("incident_masking", "level_criterion", "near_miss_criterion"):
        live.desk.hub.announce(Changes({table: ("1",)}))
    settle()
    assert len(reads) == 3
