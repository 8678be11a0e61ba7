"""The line 中文输入 of the page 关于: how Chinese gets in, and what to do when it does not."""

from __future__ import annotations

from dutydesk.ui.input_method import InputPlan, InputState

STATE_WORDS = {
    InputState.NOT_LINUX: "用本机的输入法",
    InputState.USER_SET: "按本机设置，值守台没有改动",
    InputState.OWN_PLUGIN: "用 fcitx 输入法",
    InputState.FCITX_BY_PORTAL: "用 fcitx 输入法（经 ibus 接口）",
    InputState.IBUS: "用 ibus 输入法",
    InputState.WAYLAND: "由桌面提供",
    InputState.MISSING: "没有找到可用的输入法。按 F1 看“如何输入中文”",
}


def input_line(plan: InputPlan) -> str:
    """Return the line with the variables set, for whoever helps the officer by telephone."""
    changes = "、".join(f"{name}={value}" for name, value in sorted(plan.changes.items()))
    return STATE_WORDS[plan.state] + (f"（{changes}）" if changes else "")
