"""Words for what a check of the record finds: what is wrong, where."""

from __future__ import annotations

from collections.abc import Callable

from dutydesk.domain.journal import grouped_head
from dutydesk.domain.verification import Problem, ProblemKind, Verification, VerifyStage
from dutydesk.wording.record_word import RECORD
from dutydesk.wording.refusals import FIELD
from dutydesk.wording.system_words import system_words
from dutydesk.wording.when import with_year


def _table(problem: Problem) -> str:
    return RECORD.get(problem.table, problem.table)


STAGE = {
    VerifyStage.FILE: "文件",
    VerifyStage.SCHEMA: "文件的结构",
    VerifyStage.CHAIN: "每一条记录的校验值",
    VerifyStage.TABLES: "各表与底账",
    VerifyStage.LOG_SEARCH: "日志的查找索引",
    VerifyStage.CONTACT_SEARCH: "通讯录的查找索引",
    VerifyStage.ATTACHMENTS: "附件的文件",
}

PROBLEM: dict[ProblemKind, Callable[[Problem], str]] = {
    ProblemKind.FILE: lambda p: f"记录文件有损坏：{system_words(p.detail)}",
    ProblemKind.SCHEMA: lambda p: f"记录文件的结构被改动：{p.detail}",
    ProblemKind.JOURNAL_GAP: lambda p: f"底账第{p.journal_rowid}笔之前缺记录（{p.detail}）",
    ProblemKind.JOURNAL_HASH: lambda p: f"底账第{p.journal_rowid}笔的内容与其校验值不符",
    ProblemKind.JOURNAL_LINK: lambda p: f"底账第{p.journal_rowid}笔与前一笔接不上",
    ProblemKind.JOURNAL_COUNT: lambda p: f"底账第{p.journal_rowid}笔的序号不连续（{p.detail}）",
    ProblemKind.JOURNAL_BODY: lambda p: f"底账第{p.journal_rowid}笔读不出内容：{p.detail}",
    ProblemKind.ROW_MISSING: lambda p: f"{_table(p)} 少一行：{p.record_id}",
    ProblemKind.ROW_EXTRA: lambda p: f"{_table(p)} 多一行，底账中没有：{p.record_id}",
    ProblemKind.ROW_DIFFERS: lambda p: (
        f"{_table(p)} {p.record_id} 与底账不符：{FIELD.get(p.column, p.column)}"
    ),
    ProblemKind.HISTORY_INDEX: lambda p: f"历史索引与底账第{p.journal_rowid}笔不符：{p.record_id}",
    ProblemKind.SEARCH_INDEX: lambda p: f"查找索引与记录不符：“{p.detail}”",
    ProblemKind.HEAD_UNKNOWN: lambda p: (
        f"底账中没有这个记录校验码：{p.detail}。记录被截短或改写过"
    ),
    ProblemKind.ATTACHMENT_MISSING: lambda p: f"附件“{p.detail}”的文件不在：{p.column}",
    ProblemKind.ATTACHMENT_DAMAGED: lambda p: f"附件“{p.detail}”的文件有损坏：{p.column}",
    ProblemKind.ATTACHMENT_ORPHAN: lambda p: f"附件文件夹里有没人用的文件：{p.column}",
}


_RECORD_TOO = "请不要再记，保留这个文件夹，用最近一次完好的备份恢复到新文件夹后再用。"
_ATTACHMENTS_ONLY = (
    "记录本身完好，可以照常记。请从备份文件夹的 attachments 里找同名文件，放回数据文件夹的同一处。"
)


def stage_text(stage: VerifyStage) -> str:
    """Return how far a check is: 正在核对各表与底账（第4步，共6步）."""
    stages = list(VerifyStage)
    return f"正在核对{STAGE[stage]}（第{stages.index(stage) + 1}步，共{len(stages)}步）"


def problem_text(problem: Problem) -> str:
    """Return one finding as a sentence without its full stop."""
    return PROBLEM[problem.kind](problem)


def verification_lines(result: Verification) -> list[str]:
    """Return the result of a check for people."""
    head = f"底账{result.journal_rows}笔，记录校验码 {grouped_head(result.journal_head)}"
    notices = [f"{problem_text(notice)}。" for notice in result.notices]
    if notices:
        notices.append("没人用的文件不影响记录，可以不管。")
    against = against_lines(result)
    if result.ok:
        return [f"核对无误。{head}。", *against, *notices]
    return [
        f"核对发现{len(result.problems)}处问题。{head}。",
        *(f"{problem_text(problem)}。" for problem in result.problems),
        _ATTACHMENTS_ONLY if result.is_record_sound else _RECORD_TOO,
        *(against if result.is_record_sound else ()),
        *notices,
    ]


def against_lines(result: Verification) -> list[str]:
    """Return what a head from an old paper proves; nothing when none was asked about.

    Said only beside a chain that checks: a head alone proves nothing about the rows before it.
    """
    found = result.against
    if found is None:
        return []
    on = f"交接班记录{found.handover_no}上的" if found.handover_no else ""
    later = result.journal_rows - found.journal_row
    where = f"{on}校验码与底账第{found.journal_row}笔相符，记于{with_year(found.recorded_at)}。"
    proves = "这一笔和它之前的记录，此后没有被改动、删除或插入。"
    return [f"{where}{proves}之后又记了{later}笔。"]
