from dutydesk.ui.input_method import InputPlan, InputState
from dutydesk.ui.input_state import STATE_WORDS, input_line


def test_every_state_has_words():
    assert set(STATE_WORDS) == set(InputState)


def test_the_line_names_what_was_set():
    plan = InputPlan(InputState.IBUS, {"QT_IM_MODULE": "ibus"})
    assert input_line(plan) == "用 ibus 输入法（QT_IM_MODULE=ibus）"
    assert input_line(InputPlan(InputState.NOT_LINUX, {})) == "用本机的输入法"
