"""Composes the filing form of a warning."""

from __future__ import annotations

from datetime import timedelta

from dutydesk.domain.paper_issue import NothingToPrint, PaperKind
from dutydesk.domain.paper_warning_form import WarningForm, WarningFormStep
from dutydesk.domain.warning import WarningNotice
from dutydesk.store import warning_book
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording import warning as words
from dutydesk.wording import when


class WarningFormService:
    """Reads what stands on the form."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def form(self, warning_id: str | None) -> WarningForm:
        """Return the form of a warning, else of the one received last.

        Raises RecordUnknown, and NothingToPrint where none was ever registered.
        """
        with self._store.reading() as tables:
            return _form(tables, _wanted(tables, warning_id))


def _wanted(tables: Tables, warning_id: str | None) -> WarningNotice:
    if warning_id is not None:
        return warning_book.warning_of(tables, warning_id)
    found = tables.warning.all()
    if not found:
        raise NothingToPrint(PaperKind.WARNING_FORM)
    return found[0]


def _form(tables: Tables, warning: WarningNotice) -> WarningForm:
    room = tables.room.get()
    old = tables.warning.by_id(warning.replaces) if warning.replaces else None
    return WarningForm(
        unit=room.unit,
        is_practice=room.is_practice,
        warning_no=warning.warning_no,
        issued_by=warning.issued_by,
        title=warning.title or words.headline(warning),
        kind=warning.kind,
        level=words.level_word(warning.color),
        doc_no=warning.doc_no,
        issued_at=warning.issued_at,
        received_at=warning.received_at,
        valid_from=warning.valid_from,
        valid_to=warning.valid_to,
        channels=warning.channels,
        period=warning.period,
        cause=warning.cause,
        content=warning.content,
        area=warning.area,
        impact=warning.impact,
        measures=warning.measures,
        reported=_told(warning, "reported"),
        forwarded=_told(warning, "forwarded"),
        response=words.response_story(warning),
        ended=_ended(warning, tables.warning.successor(warning.id)),
        replaced=f"由{old.warning_no}{words.issued(old)}变更而来" if old else "",
        recorder=warning.recorder,
        steps=tuple(
            WarningFormStep(step.at, words.step_words(step), step.words, step.officer)
            for step in tables.warning.steps(warning.id)
        ),
        rounds=tuple(
            f"{when.moment(one.started_at)}叫应“{one.title}”，"
            f"应叫{one.total}人，已应{one.answered}人"
            for one in warning_book.rounds(tables, warning.id)
        ),
    )


def _told(warning: WarningNotice, name: str) -> str:
    at = getattr(warning, f"{name}_at")
    if at is None:
        return ""
    took = when.span(max(at - warning.received_at, timedelta()))
    return f"{when.with_year(at)}　{getattr(warning, f'{name}_to')}（收到后{took}）"


def _ended(warning: WarningNotice, successor: WarningNotice | None) -> str:
    if warning.ended_at is None:
        return ""
    at = when.with_year(warning.ended_at)
    if successor is not None:
        word = words.change_word(warning, successor)
        return f"{at}　{word}为{words.issued(successor)}，编号{successor.warning_no}"
    return f"{at}　{words.WARNING_STATE[warning.state]}"
