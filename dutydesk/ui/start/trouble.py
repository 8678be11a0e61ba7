"""What to choose from when a room does not open: each trouble in words, with verbs that help."""

from __future__ import annotations

from enum import StrEnum

from dutydesk.domain.backup import BackupMade, NoGoodBackup
from dutydesk.domain.errors import (
    NotARoom,
    Refusal,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreMissing,
    StoreNotMigrated,
    StoreOnNetwork,
    StoreReadOnly,
    StoreTooNew,
    StoreUnreadable,
)
from dutydesk.ui.messages import Choice, Decision
from dutydesk.wording.desk_state import good_backup
from dutydesk.wording.sentences import sentence

TITLE = "值守台"


class Way(StrEnum):
    """What the officer may choose."""

    READ = "read"
    AGAIN = "again"
    RESTORE = "restore"
    SEARCH = "search"
    OTHER = "other"
    LEAVE = "leave"


_WORDS = {
    Way.READ: "只读打开",
    Way.AGAIN: "再试",
    Way.RESTORE: "用备份恢复",
    Way.SEARCH: "到别处找备份…",
    Way.OTHER: "打开别的文件夹…",
    Way.LEAVE: "退出",
}

_WAYS: dict[type[Exception], tuple[Way, ...]] = {
    StoreLocked: (Way.READ, Way.AGAIN),
    StoreReadOnly: (Way.READ, Way.AGAIN),
    StoreOnNetwork: (Way.READ, Way.OTHER),
    StoreTooNew: (Way.OTHER,),
    StoreNotMigrated: (Way.AGAIN, Way.OTHER),
    NotARoom: (Way.OTHER,),
    StoreBusy: (Way.AGAIN, Way.READ),
    StoreFull: (Way.AGAIN, Way.READ),
    StoreUnreadable: (Way.AGAIN, Way.READ),
}

# Where a backup may help: the file is gone, is not one of ours any more, or cannot be read; also
# when the one that was offered is gone by now.
MENDABLE = (StoreDamaged, StoreMissing, NotARoom, NoGoodBackup)


def trouble_decision(
    trouble: Refusal | StoreError, good: BackupMade | None = None, *, can_read: bool = True
) -> Decision:
    """Return the question about a room that did not open.

    ``good`` is the last good backup where one was looked for; ``can_read`` is False when opening
    for reading was tried and failed.
    """
    ways = list(_WAYS.get(type(trouble), ()))
    detail = ""
    if isinstance(trouble, StoreDamaged | StoreMissing | NoGoodBackup) or good is not None:
        ways = [Way.RESTORE] if good else []
        ways += [Way.SEARCH]
        may_read = isinstance(trouble, StoreDamaged | NoGoodBackup)
        ways += [Way.READ] if may_read else [Way.OTHER]
        detail = good_backup(good, has_file=not isinstance(trouble, StoreMissing))
    if not can_read:
        ways = [way for way in ways if way is not Way.READ]
    ways.append(Way.LEAVE)
    choices = tuple(
        Choice(way.value, _WORDS[way], "primary" if way is ways[0] and len(ways) > 1 else "")
        for way in ways
    )
    return Decision(TITLE, sentence(trouble), choices, ways[0].value, Way.LEAVE.value, detail)


def damage_decision(problems: str, good: BackupMade | None) -> Decision:
    """Return the question about damage that shows while the desk is open.

    To go on writing is allowed: a call that comes now is worth more than a clean chain.
    """
    ways = [(Way.RESTORE, "用备份恢复", "primary")] if good else []
    ways += [(Way.READ, "改为只读", ""), (Way.SEARCH, _WORDS[Way.SEARCH], "")]
    choices = (*(Choice(way.value, word, rank) for way, word, rank in ways), _GO_ON)
    return Decision("记录有损坏", problems, choices, choices[0].key, _GO_ON.key, good_backup(good))


_GO_ON = Choice("go_on", "先接着用")
