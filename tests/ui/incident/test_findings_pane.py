from dutydesk.domain.report_check import Finding, FindingKind
from dutydesk.ui.incident.findings_pane import FindingsPane

DEATHS = Finding(FindingKind.FIGURE_DIFFERS, "deaths", "2", "3")
PLACE = Finding(FindingKind.PLACE_DIFFERS, "place", "甲", "<b>乙")


def pane(theme, qtbot):
    made = FindingsPane(theme)
    qtbot.addWidget(made)
    return made


def test_a_reason_stays_with_its_question_while_others_come_and_go(theme, qtbot):
    made = pane(theme, qtbot)
    assert made.show_findings([DEATHS, PLACE])
    assert not made.show_findings([DEATHS, PLACE])
    assert made.texts() == ["▲ 文中写死亡3人，登记的是2人", "▲ 文中地点写“<b>乙”，登记的是“甲”"]
    first, second = made.edits()
    with qtbot.waitSignal(made.edited):
        qtbot.keyClicks(second, "abc")
    assert made.first_open() is first
    made.show_findings([PLACE])
    assert made.edits() == [second]
    assert made.reasons() == {PLACE.key: "abc"}
    made.show_findings([])
    made.show_findings([PLACE])
    assert made.reasons() == {PLACE.key: "abc"}, "asked again, answered already"


def test_reasons_come_back_with_a_draft(theme, qtbot):
    made = pane(theme, qtbot)
    made.load_lines({DEATHS.key: "119"})
    made.show_findings([DEATHS])
    assert made.lines() == {DEATHS.key: "119"}
    assert made.first_open() is None
    made.load_lines({})
    assert made.lines() == {}
    assert made.first_open() is not None
