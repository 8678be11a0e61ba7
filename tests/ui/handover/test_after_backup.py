import pytest

from dutydesk.domain.backup import AutomaticBackup
from dutydesk.domain.errors import StoreFull
from dutydesk.ui.handover.after_backup import AfterBackup


def texts(window) -> list[str]:
    return [notice.text for notice in window.desk.notices.notices()]


def failing(error: Exception):
    def backup() -> AutomaticBackup:
        raise error

    return backup


def test_a_full_disk_after_the_handover_is_a_warning_and_nothing_more(window) -> None:
    after, told = AfterBackup(window.desk, failing(StoreFull("/盘")), window), []
    after.told.connect(told.append)
    after.run()
    assert told[-1].startswith("已交接，但备份没有做成。")
    assert [text for text in texts(window) if text.startswith("已交接，但备份没有做成。")]


def test_what_nobody_expected_is_not_hidden(window) -> None:
    with pytest.raises(ZeroDivisionError):
        AfterBackup(window.desk, failing(ZeroDivisionError()), window).run()
    assert not [text for text in texts(window) if "备份" in text]
