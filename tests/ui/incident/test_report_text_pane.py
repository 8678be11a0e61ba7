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
