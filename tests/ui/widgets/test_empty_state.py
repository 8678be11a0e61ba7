from dutydesk.ui.widgets.empty_state import EmptyState, EmptyWords


def test_an_empty_state_that_gets_the_keys_lets_enter_begin(theme, qtbot):
    state = EmptyState(theme, EmptyWords("inbox", "还没有记录", "会排在这里。", "记第一条  F2"))
    qtbot.addWidget(state)
    state.resize(600, 400)
    with qtbot.waitActive(state):
        state.show()
        state.activateWindow()
    state.setFocus()
    assert state._verb.hasFocus()


def test_an_empty_state_says_what_comes_and_begins_it(theme, qtbot):
    state = EmptyState(theme, EmptyWords("inbox", "还没有记录", "会排在这里。", "记第一条  F2"))
    qtbot.addWidget(state)
    with qtbot.waitSignal(state.begun):
        state._verb.click()
