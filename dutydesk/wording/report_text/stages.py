"""The text of every stage, paragraph by paragraph (domain notes §6, §9.2, §12).

Rules of this file: pure; an opening sentence, then the parts, then 有关情况将续报; what nobody has
stated is 正在核实; numbers are 初步统计 until they were verified; no adjectives; a sentence that
stands in the text already is not said twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dutydesk.domain.incident import Incident
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.domain.report_source import Origin, OriginKind, Statement
from dutydesk.wording.casualties import BEING_VERIFIED, casualties
from dutydesk.wording.near_miss import NEAR_MISS, near_miss_sentence
from dutydesk.wording.report_text.by_kind import cause_word, happened, next_steps
from dutydesk.wording.report_text.entries import entry_statement
from dutydesk.wording.report_text.facts import (
    FORM,
    ReportFacts,
    ended,
    event,
    from_facts,
    informant,
)
from dutydesk.wording.report_text.figures import HARM, figure_changes, figure_said
from dutydesk.wording.when import spoken

WILL_FOLLOW = "有关情况将续报。"
PARTS = ("一、基本情况", "二、处置情况", "三、下一步工作")
FINAL_PARTS = ("一、事件概况", "二、处置过程", "三、损失核定", "四、原因", "五、善后和整改")
HANDLING_PART = 2

Paragraph = tuple[Statement, ...]

_ASKED = (
    ("影响范围", ("影响", "波及", "蔓延", "范围")),
    ("发展趋势", ("趋势", "可控", "稳定", "蔓延", "扑灭", "控制")),
)
_LEADERS = ("领导", "带班", "书记", "主任", "区长", "局长")
_HARMED = ("deaths", "missing", "injured", "seriously_injured", "poisoned_or_ill")


def paragraphs(facts: ReportFacts) -> list[Paragraph]:
    """Return the text of a report; by telephone one paragraph without headings."""
    if facts.medium is ReportMedium.PHONE:
        return [_spoken(facts)]
    parts = _final(facts) if facts.stage is ReportStage.FINAL else _running(facts)
    words = FINAL_PARTS if facts.stage is ReportStage.FINAL else PARTS
    text: list[Paragraph] = [_lead(facts)]
    for word, part in zip(words, parts, strict=True):
        text += [(Statement(word),), *part]
    if facts.stage is not ReportStage.FINAL:
        text.append((Statement(WILL_FOLLOW, FORM),))
    return text


def body_of(text: Sequence[Paragraph]) -> str:
    """Return paragraphs as a text, one a line."""
    return "\n".join("".join(one.text for one in paragraph) for paragraph in text)


def _running(facts: ReportFacts) -> list[list[Paragraph]]:
    incident = facts.incident
    measures = _narrated(incident, "measures")
    steps = _narrated(incident, "next_steps") or [
        from_facts(incident, next_steps(incident), "kind")
    ]
    told = _told(facts, (*_narrated(incident, "situation"), *measures))
    handling = [*measures, *_carried(facts, 2), *told]
    if not handling:
        handling = [from_facts(incident, f"现场处置情况{BEING_VERIFIED}。", "measures")]
    if facts.stage is ReportStage.FIRST and not _names_any(handling, _LEADERS):
        handling.append(Statement(f"领导到位情况{BEING_VERIFIED}。", FORM))
    return [
        [(*_situation(facts), *_carried(facts, 1))],
        [tuple(handling)],
        [(*steps, *_carried(facts, 3))],
    ]


def _situation(facts: ReportFacts) -> list[Statement]:
    incident = facts.incident
    said: list[Statement] = []
    if facts.stage is ReportStage.FIRST:
        source = f"，信息来源：{informant(incident.source)}" if incident.source else ""
        text = f"{spoken(incident.received_at)}接报{source}。"
        said.append(from_facts(incident, text, "received_at", "source"))
    situation = _narrated(incident, "situation")
    said += situation
    said += _harm(incident)
    said += _cause(incident)
    if facts.stage is ReportStage.FIRST:
        missing = [word for word, signs in _ASKED if not _names_any(situation, signs)]
        if missing:
            said.append(Statement(f"{'、'.join(missing)}{BEING_VERIFIED}。", FORM))
    return said


def _final(facts: ReportFacts) -> list[list[Paragraph]]:
    incident = facts.incident
    brief = f"{incident.place}{happened(incident)}{event(incident)}。"
    situation = _narrated(incident, "situation") or [from_facts(incident, brief, "place", "kind")]
    measures = _narrated(incident, "measures")
    told = _told(facts, (*situation, *measures))
    handling = [*measures, *_carried(facts, 2), *told]
    if not handling:
        handling = [from_facts(incident, f"现场处置情况{BEING_VERIFIED}。", "measures")]
    losses = [casualties(incident)] + [
        figure_said(name, value) for name in HARM if (value := getattr(incident, name)) is not None
    ]
    loss_names = [name for name in (*_HARMED, *HARM) if getattr(incident, name) is not None]
    aftermath = _narrated(incident, "next_steps") or [Statement("按职责做好善后工作。", FORM)]
    cause = _cause(incident) or [from_facts(incident, f"起因{BEING_VERIFIED}。", "cause")]
    return [
        [(*situation, *_carried(facts, 1))],
        [tuple(handling)],
        [(from_facts(incident, "，".join(losses) + "。", *(loss_names or ("deaths",))),)],
        [tuple(cause)],
        [(*aftermath, *_carried(facts, 3))],
    ]


def _spoken(facts: ReportFacts) -> Paragraph:
    """Return what is read aloud: what is known, and what is not yet; nothing at length."""
    incident = facts.incident
    said = list(_lead(facts))
    if facts.stage in {ReportStage.FIRST, ReportStage.FINAL}:
        said += _narrated(incident, "situation")
    if facts.stage is not ReportStage.FOLLOW_UP:
        said += _harm(incident, ("trapped", "at_risk"))
    said += _narrated(incident, "measures")
    said += _told(facts, said)
    if facts.stage is ReportStage.FINAL:
        return (*said, *_narrated(incident, "cause"), *_narrated(incident, "next_steps"))
    return (*said, Statement(WILL_FOLLOW, FORM))


def _lead(facts: ReportFacts) -> Paragraph:
    near_miss = near_miss_sentence(facts.incident)
    if not near_miss:
        return (_opening(facts),)
    reason = facts.incident.near_miss_reason
    decided = Origin(OriginKind.FACT, "near_miss_reason", f"{NEAR_MISS}：{reason}")
    return (_opening(facts), Statement(near_miss, decided))


def _opening(facts: ReportFacts) -> Statement:
    if facts.stage in {ReportStage.FOLLOW_UP, ReportStage.VERIFICATION}:
        return _what_is_new(facts)
    incident = facts.incident
    found = casualties(incident)
    if facts.stage is not ReportStage.FINAL and BEING_VERIFIED not in found:
        found = f"初步统计{found}"
    what = f"{incident.place}{happened(incident)}{event(incident)}，{found}"
    names = ("place", "kind", *_stated(incident))
    if incident.occurred_at is None:
        text = f"{spoken(incident.received_at)}接报，{what}，事发时间{BEING_VERIFIED}。"
        return from_facts(incident, text, "received_at", *names, "occurred_at")
    return from_facts(incident, f"{spoken(incident.occurred_at)}，{what}。", "occurred_at", *names)


def _what_is_new(facts: ReportFacts) -> Statement:
    incident = facts.incident
    until = f"截至{spoken(facts.sent_at)}，{incident.place}{event(incident)}"
    old = facts.previous.figures if facts.previous else {}
    changed = figure_changes(old, incident.figures())
    names = ("place", "kind", *_stated(incident))
    found = casualties(incident)
    if facts.stage is ReportStage.VERIFICATION:
        # What is still being verified has not been verified.
        said = found if BEING_VERIFIED in found else f"经核定{found}"
    elif changed:
        said = "、".join(changed)
    else:
        has_figures = any(value is not None for value in incident.figures().values())
        is_same = facts.previous is not None and has_figures
        # The last report may have been a call: the paper names the figures all the same.
        said = f"{found}，伤亡、损失数字与上次报告相同" if is_same else found
    return from_facts(incident, f"{until}，{said}。", *names)


def _stated(incident: Incident) -> tuple[str, ...]:
    return tuple(name for name in _HARMED if getattr(incident, name) is not None)


def _harm(incident: Incident, names: Sequence[str] = HARM) -> list[Statement]:
    return [
        from_facts(incident, f"{figure_said(name, value)}。", name)
        for name in names
        if (value := getattr(incident, name)) is not None
    ]


def _cause(incident: Incident) -> list[Statement]:
    found = _narrated(incident, "cause")
    word = cause_word(incident)
    return found or ([from_facts(incident, f"{word}{BEING_VERIFIED}。", "cause")] if word else [])


def _narrated(incident: Incident, name: str) -> list[Statement]:
    text = ended(getattr(incident, name))
    return [from_facts(incident, text, name)] if text else []


def _carried(facts: ReportFacts, part: int) -> list[Statement]:
    return [one.statement for one in facts.carried if one.part == part]


def _told(facts: ReportFacts, said: Iterable[Statement]) -> list[Statement]:
    """Return the entries taken, in order, without what the text says already."""
    before = "".join(one.text for one in said) + "".join(
        one.statement.text for one in facts.carried
    )
    told = []
    for entry in sorted(facts.taken, key=lambda one: (one.at, one.recorded_at)):
        statement = entry_statement(entry, facts.sent_at)
        if entry.text.strip().rstrip("。") not in before and statement.text not in before:
            told.append(statement)
            before += statement.text
    return told


def _names_any(said: Iterable[Statement], words: Iterable[str]) -> bool:
    text = "".join(one.text for one in said)
    return any(word in text for word in words)
