import pytest

from dutydesk.domain import warning_refusals as refusals
from dutydesk.wording.sentences import sentence
from tests.warning_builders import at


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        (refusals.WarningFieldMissing("reported_to"), "报告给没有填"),
        (refusals.WarningTextTooLong("content", 5001, 5000), "5001 字"),
        (refusals.WarningInFuture("received_at", at("09:00")), "接收时间11月20日 09:00还没有到"),
        (refusals.WarningEndsBeforeStart(at("09:00"), at("08:00")), "不晚于"),
        (refusals.WarningStepTooEarly(at("08:00"), at("08:20")), "早于11月20日 08:20"),
        (refusals.WarningEnded("2026-1"), "预警2026-1已经解除或变更"),
        (refusals.ResponseLevelUnfit("9"), "响应级别不对：9"),
        (refusals.ResponseLevelUnfit(""), "响应级别没有填"),
        (refusals.ResponseNotRunning("2026-1"), "没有正在进行的响应"),
        (refusals.WarningListed("2026-1"), "已经登记为预警2026-1"),
        (refusals.WarningEntryUnfit(7), "第7条已经划去"),
        (refusals.WarningKindUnfit("暴雨"), "暴雨"),
        (refusals.WarningKindUnfit(""), "没有名称"),
        (refusals.WarningTextUnread(9000, 5000), "9000 字"),
        (refusals.WarningTextUnread(0, 5000), "没有可读的原文"),
    ],
)
def test_each_refusal_says_what_is_wrong(refusal: Exception, said: str) -> None:
    assert said in sentence(refusal)  # type: ignore[arg-type]
