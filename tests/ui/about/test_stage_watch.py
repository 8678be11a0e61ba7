import pytest

from dutydesk.domain.verification import VerifyStage
from dutydesk.ui.about.stage_watch import StageWatch
from dutydesk.ui.tasks import JobCancelledError, Watch


def test_each_part_is_told_once_however_often_the_check_asks():
    told = []
    watch = StageWatch(Watch(lambda *what: told.append(what)))
    for stage in (VerifyStage.FILE, VerifyStage.FILE, VerifyStage.CHAIN, VerifyStage.CHAIN):
        watch(stage)
    assert told == [
        (1, 7, "正在核对文件（第1步，共7步）"),
        (3, 7, "正在核对每一条记录的校验值（第3步，共7步）"),
    ]


def test_a_check_nobody_wants_ends():
    inner = Watch(lambda *what: None)
    watch = StageWatch(inner)
    watch(VerifyStage.FILE)
    inner.cancel()
    with pytest.raises(JobCancelledError):
        watch(VerifyStage.FILE)
