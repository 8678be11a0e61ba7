"""Words of Word templates: their names, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dutydesk.domain import word_template as domain
from dutydesk.domain.word_template import TemplateProblem
from dutydesk.wording.paper import PAPER_KIND
from dutydesk.wording.system_words import in_brackets

TEMPLATE = {
    "special_report": "突发事件信息专报",
    "bulletin": "值班快报、值班信息、值班要情",
    "phone_report_sheet": "电话报告记录单",
    "incident_ledger": "突发事件台账",
    "incident_dossier": "突发事件卷宗",
}

TEMPLATE_PROBLEM = {
    TemplateProblem.NO_DOCUMENT: "不是 Word 文档（.docx）",
    TemplateProblem.TOO_LARGE: "太大，没有打开",
    TemplateProblem.FIELD_UNKNOWN: "里面有不认识的项目",
    TemplateProblem.SYNTAX: "里面的双花括号写错了",
    TemplateProblem.FORBIDDEN: "里面有不允许的写法",
    TemplateProblem.BROKEN: "读不出来",
}


def _unfit(error: domain.WordTemplateUnfit) -> str:
    detail = f"：{error.detail}" if error.detail else ""
    return (
        f"模板{error.path}{TEMPLATE_PROBLEM[error.problem]}{detail}。"
        "请在模板里改正；要用自带的模板，把这个文件移走。"
    )


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    domain.WordTemplateUnfit: _unfit,
    domain.WordTemplateUnknown: lambda e: (
        f"没有“{e.name}”这个模板。可用：{'、'.join(e.allowed)}。"
    ),
    domain.WordTemplateNotWritten: lambda e: (
        f"模板没有写成：{e.path}{in_brackets(e.detail)}。请清理磁盘或换一个数据文件夹后再试。"
    ),
    domain.PaperNotAsWord: lambda e: (
        f"{PAPER_KIND[e.kind]}只有 PDF，没有 Word 格式。请把文件名改成 .pdf。"
        f"有 Word 格式的：{'、'.join(PAPER_KIND[kind] for kind in e.allowed)}。"
    ),
}
