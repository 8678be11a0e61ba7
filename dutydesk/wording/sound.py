"""Words of the sound test."""

from __future__ import annotations

from dutydesk.domain.sound import SoundOutcome

TONE = {"soon": "提示音", "due": "报警音"}
SOUND = {
    SoundOutcome.PLAYED: "已经放出。没有听到的，检查音箱电源、连线和音量。",
    SoundOutcome.BEEPED: (
        "没有可用的声音输出。到时限只有机器的蜂鸣、屏幕提示和任务栏闪动，请接上音箱再试。"
    ),
}
