from dutydesk.domain.report_source import BY_HAND, Origin, OriginKind, Statement
from dutydesk.ui.incident.report_text_pane import ReportTextPane


def test_a_proposal_gives_way_to_what_a_hand_has_written(theme, qtbot):
    pane = ReportTextPane(theme)
    qtbot.addWidget(pane)
    assert pane.propose("一段")
    assert not pane.is_by_hand
    pane.edit.insertPlainText("x")
    assert pane.is_by_hand
    assert not pane.propose("另一段")
    assert pane.edit.toPlainText() == "x一段"


def test_the_line_below_says_where_the_sentence_comes_from(theme, qtbot):
    pane = ReportTextPane(theme)
    qtbot.addWidget(pane)
    pane.resize(600, 200)
    entry = Origin(OriginKind.ENTRY, "e1", "第12条 02:50 来电 安和三社区：明火已扑灭。")
    pane.trace_to([Statement("明火已扑灭。", entry)])
    pane.propose("😀一、基本情况\n明火已扑灭。另有他事。")
    cursor = pane.edit.textCursor()
    for word, origin in (("明火", entry), ("他事", BY_HAND)):
        # Qt counts a wide sign as two.
        cursor.setPosition(pane.edit.toPlainText().index(word) + 1)
        pane.edit.setTextCursor(cursor)
        assert pane.origin() == origin
    assert pane.source.text() == "出处：自拟"
    with qtbot.waitSignal(pane.source_wanted) as asked:
        pane.ask_source()
    assert asked.args == [BY_HAND]


def test_statements_are_put_in_and_taken_out_with_one_step_of_undo(theme, qtbot):
    pane = ReportTextPane(theme)
    qtbot.addWidget(pane)
    pane.propose("二、处置情况\n甲。")
    pane.take_in("乙。", ["乙。"])
    assert pane.edit.toPlainText() == "二、处置情况\n甲。乙。"
    assert not pane.is_by_hand
    pane.edit.undo()
    assert pane.edit.toPlainText() == "二、处置情况\n甲。"
    assert not pane.leave_out("乙。")
