from dutydesk.domain.paper_issue import PaperKind
from dutydesk.domain.word_template import (
    TEMPLATE_NAMES,
    PaperNotAsWord,
    TemplateProblem,
    WordTemplateUnfit,
)
from dutydesk.wording.sentences import sentence
from dutydesk.wording.word_template import TEMPLATE, TEMPLATE_PROBLEM


def test_every_template_and_problem_has_its_word() -> None:
    assert set(TEMPLATE) == set(TEMPLATE_NAMES)
    assert set(TEMPLATE_PROBLEM) == set(TemplateProblem)


def test_the_sentence_names_the_file_and_the_field() -> None:
    said = sentence(WordTemplateUnfit("专报.docx", TemplateProblem.FIELD_UNKNOWN, "titel"))
    assert said == (
        "模板专报.docx里面有不认识的项目：titel。请在模板里改正；要用自带的模板，把这个文件移走。"
    )
    other = sentence(PaperNotAsWord(PaperKind.LOG_SHEET, (PaperKind.SPECIAL_REPORT,)))
    assert "值班日志只有 PDF" in other
