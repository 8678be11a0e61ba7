"""The keys of the room of call rounds: digits with Ctrl, which no input method takes."""

from __future__ import annotations

from dutydesk.domain.call_round import CallResult
from dutydesk.ui.actions import ActionGroup, ActionSpec

_ENTRY, _VIEW = ActionGroup.ENTRY, ActionGroup.VIEW

NEW = ActionSpec("call_round.new", "开始叫应", "Ctrl+N", _ENTRY, "plus", room="叫应")
ANSWERED = ActionSpec("call_round.answered", "答了", "Ctrl+1", _ENTRY, "check")
NO_ANSWER = ActionSpec("call_round.no_answer", "没接", "Ctrl+2", _ENTRY, "x")
BUSY = ActionSpec("call_round.busy", "占线", "Ctrl+3", _ENTRY, "phone")
TURN = ActionSpec("call_round.turn", "改呼B角（再按改回A角）", "Ctrl+4", _ENTRY, "users")
ESCALATE = ActionSpec("call_round.escalate", "报上级", "Ctrl+5", _ENTRY, "upload")
UNREACHABLE = ActionSpec("call_round.unreachable", "关机或空号", "Ctrl+6", _ENTRY, "x")
SKIP = ActionSpec("call_round.skip", "免叫", "Ctrl+7", _ENTRY, "user-check")
ADD = ActionSpec("call_round.add", "加叫一个人", "Ctrl+8", _ENTRY, "plus")
CORRECT = ActionSpec("call_round.correct", "记错了，更正", "Ctrl+9", _ENTRY, "pencil")
END = ActionSpec("call_round.end", "结束叫应（已结束的继续叫）", "Ctrl+J", _ENTRY, "check")
LIST = ActionSpec("call_round.list", "看叫应清单", "Ctrl+B", _VIEW, "list-checks")
OPEN_ONLY = ActionSpec("call_round.open_only", "只看未应", "Ctrl+M", _VIEW, "list-checks")
COPY = ActionSpec("call_round.copy", "复制号码", "Ctrl+Shift+C", _VIEW, "phone")
NEXT = ActionSpec("call_round.next", "下一个人", "Ctrl+Down", _VIEW, "chevron-down")
PREVIOUS = ActionSpec("call_round.previous", "上一个人", "Ctrl+Up", _VIEW, "chevron-down")

RESULTS = {
    ANSWERED: CallResult.ANSWERED,
    NO_ANSWER: CallResult.NO_ANSWER,
    BUSY: CallResult.BUSY,
    UNREACHABLE: CallResult.UNREACHABLE,
}
VERBS = (
    NEW,
    *RESULTS,
    TURN,
    ESCALATE,
    SKIP,
    ADD,
    CORRECT,
    END,
    LIST,
    OPEN_ONLY,
    COPY,
    NEXT,
    PREVIOUS,
)
