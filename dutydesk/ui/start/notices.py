"""The strips a run begins with: read-only, restored, practice, no way to type Chinese."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.wording import desk_state

if TYPE_CHECKING:
    from dutydesk.domain.backup import BackupMade


@dataclass(frozen=True, slots=True)
class RunState:
    """What holds for this run."""

    only_reads: Refusal | StoreError | None = None
    restored: BackupMade | None = None
    is_first_practice: bool = False
    is_input_missing: bool = False


def run_notices(
    state: RunState, try_again: Callable[[], object], show_input_help: Callable[[], object]
) -> list[Notice]:
    """Return the strips; those of a lasting state stay."""
    found = []
    if state.only_reads is not None:
        words = desk_state.read_only(state.only_reads)
        found.append(
            Notice("read_only", NoticeKind.WARNING, words, "再试一次", try_again, stays=True)
        )
    if state.restored is not None:
        words = desk_state.restored(state.restored)
        found.append(Notice("restored", NoticeKind.WARNING, words, stays=True))
    if state.is_first_practice:
        found.append(Notice("practice", NoticeKind.HINT, desk_state.PRACTICE))
    if state.is_input_missing:
        found.append(
            Notice(
                "input",
                NoticeKind.HINT,
                desk_state.INPUT_MISSING,
                "如何输入中文",
                show_input_help,
            )
        )
    return found
