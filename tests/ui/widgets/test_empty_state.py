from dutydesk.ui.widgets.empty_state import EmptyState, EmptyWords


def test_an_empty_state_says_what_comes_and_begins_it(theme, qtbot):
    state = EmptyState(theme, EmptyWords("inbox", "还没有记录", "会排在这里。", "记第一条  F2"))
    qtbot.addWidget(state)
    with qtbot.waitSignal(state.begun):
        state._verb.click()
