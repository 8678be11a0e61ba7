import pytest

from dutydesk.domain.report_check import Finding, FindingKind, FindingsUnanswered, ReportFinding
from dutydesk.domain.report_source import BY_HAND, Origin, OriginKind
from dutydesk.wording.report_check import finding_words, kept_finding_words, origin_words
from dutydesk.wording.sentences import sentence
from tests.incident_builders import RECEIVED

KIND = FindingKind


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        (Finding(KIND.FIGURE_FELL, "deaths", "3", "2"), "死亡上次报告3人，现在登记的是2人，少了"),
        (
            Finding(KIND.FIGURE_FELL, "loss_yuan", "65000", ""),
            "直接经济损失上次报告6.5万元，现在登记的是正在核实，少了",
        ),
        (
            Finding(KIND.TOTAL_WRONG, "seriously_injured+lightly_injured>injured", "3", "5"),
            "重伤、轻伤合计5人，多于受伤3人",
        ),
        (Finding(KIND.TOTAL_WRONG, "trapped>at_risk", "3", "5"), "被困5人，多于涉险3人"),
        (Finding(KIND.FIGURE_DIFFERS, "deaths", "2", "3"), "文中写死亡3人，登记的是2人"),
        (Finding(KIND.FIGURE_DIFFERS, "deaths", "", "3"), "文中写死亡3人，登记的是正在核实"),
        (Finding(KIND.FIGURE_UNSAID, "deaths", "2"), "登记死亡2人，文中没有写"),
        (
            Finding(KIND.TIME_DIFFERS, "occurred_at", "", "3时"),
            "文中事发时间写3时，登记的是正在核实",
        ),
        (Finding(KIND.PLACE_DIFFERS, "place", "甲", "乙"), "文中地点写“乙”，登记的是“甲”"),
        (Finding(KIND.STILL_VERIFYING, "casualties"), "文中写伤亡情况正在核实，登记里已经有了"),
        (Finding(KIND.STILL_VERIFYING, "cause"), "文中写起因正在核实，登记里已经有了"),
        (
            Finding(KIND.LEVEL_DIFFERS, "level", "ordinary", "serious"),
            "文中写重大，认定的等级是一般",
        ),
    ],
)
def test_every_question_is_a_sentence(finding: Finding, words: str) -> None:
    assert finding_words(finding) == words


def test_many_questions_are_counted() -> None:
    asked = tuple(Finding(KIND.FIGURE_UNSAID, "deaths", str(n)) for n in range(1, 6))
    assert "等5处" in sentence(FindingsUnanswered(asked))


def test_an_answer_stands_behind_its_question() -> None:
    kept = ReportFinding(
        id="f",
        report_id="r",
        finding=KIND.FIGURE_UNSAID,
        subject="deaths",
        expected="2",
        found="",
        reason="另文",
        answered_by="甲某",
        answered_at=RECEIVED,
    )
    assert kept_finding_words(kept) == "登记死亡2人，文中没有写。原因：另文"


def test_every_origin_has_its_words() -> None:
    assert origin_words(BY_HAND) == "自拟"
    assert origin_words(Origin(OriginKind.ENTRY, "e", "第12条")) == "来自日志第12条"
    assert origin_words(Origin(OriginKind.FACT, "place", "地点甲")) == "来自登记：地点甲"
    assert origin_words(Origin(OriginKind.FACT)) == "固定用语"
    assert origin_words(Origin(OriginKind.REPORT, "r", "首报 第3期")) == "沿用首报 第3期"
