from dutydesk.ui.input_method import InputPlan, InputState
from dutydesk.ui.input_state import STATE_WORDS, input_line


def test_every_state_has_words():
    assert set(STATE_WORDS) == set(InputState)


def test_the_line_names_the_window_system_and_what_was_set():
    plan = InputPlan(InputState.IBUS, {"QT_IM_MODULE": "ibus"})
    assert input_line(plan, "xcb") == "用 ibus 输入法（窗口 xcb；QT_IM_MODULE=ibus）"
