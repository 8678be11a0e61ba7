"""Reports on their way for the picture book: drafts at every gate, the dialogs of their steps."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.officer import Actor
from dutydesk.domain.report import DraftReport, ReportMedium, ReportStage
from dutydesk.domain.report_draft import Signoff
from dutydesk.domain.signature_form import SignatureForm
from dutydesk.ui.incident.drafts_dialog import DraftsDialog
from dutydesk.ui.main_window import DeskWindow
from tools.shot_scene import Scene, settle

_WAIT = 200
_TITLE = "安和路12号临街商铺火灾"
_TEXT = (
    "截至8时20分，安和路12号临街商铺火灾明火已全部扑灭。\n一、基本情况\n过火面积约20平方米，"
    "无人员伤亡。\n二、处置情况\n疏散二楼住户26人，安置在社区活动室。\n三、下一步工作\n"
    "核实起因和损失。\n有关情况将续报。"
)


def fill_drafts(room: DutyRoom, by: Actor) -> None:
    """Put a follow-up before its signature, sent back once."""
    incident = next(
        one.incident for one in room.incident.incidents() if one.incident.title == _TITLE
    )
    drafts = room.report_draft
    draft = DraftReport(
        id=drafts.new_id(),
        incident_id=incident.id,
        stage=ReportStage.FOLLOW_UP,
        medium=ReportMedium.WRITTEN,
        sent_at=room.clock.now(),
        report_to=("区政府总值班室", "区应急管理局"),
        body=_TEXT,
    )
    drafts.save(draft, by=by)
    drafts.submit((draft.id, drafts.new_id()), by=by)
    drafts.send_back((draft.id, drafts.new_id()), "过火面积要与消防核对", by=by)
    drafts.submit((draft.id, drafts.new_id()), by=by)
    final = replace(draft, id=drafts.new_id(), stage=ReportStage.FINAL)
    drafts.save(final, by=by)
    by_phone = Signoff(form=SignatureForm.PHONE, person="戊主任")
    drafts.review((draft.id, drafts.new_id()), by_phone, by=by)


def draft_scenes(window: DeskWindow) -> list[Scene]:
    """Return the drafts of the fire and the dialogs of their steps."""
    return [
        Scene("drafts-pane", partial(_pane, window), wait=_WAIT),
        Scene("drafts-list", partial(_list, window), partial(_close, window), wait=_WAIT),
        Scene("drafts-sign", partial(_sign, window, 0), partial(_close, window), wait=_WAIT),
        Scene("drafts-sign-phone", partial(_sign, window, 1), partial(_close, window), wait=_WAIT),
        Scene("drafts-back", partial(_button, window, "back"), partial(_close, window)),
        Scene("drafts-write", partial(_write, window), partial(_close, window), wait=_WAIT),
    ]


def _fire(window: DeskWindow) -> Any:
    window.enter("incident")
    panel: Any = window.panel("incident")
    views = panel.model.views
    row = next(at for at, view in enumerate(views) if view.incident.title == _TITLE)
    panel.view.setCurrentIndex(panel.model.index(row))
    settle()
    return panel


def _pane(window: DeskWindow) -> QWidget:
    panel = _fire(window)
    bar = panel.detail.verticalScrollBar()
    bar.setValue(bar.maximum())
    return window


def _box(window: DeskWindow) -> DraftsDialog:
    _fire(window)
    window.desk.actions.trigger("incident.drafts")
    settle()
    return next(one for one in window.findChildren(DraftsDialog) if one.isVisible())


def _signing(window: DeskWindow) -> DraftsDialog:
    box = _box(window)
    box.table.selectRow(1)
    settle()
    return box


def _list(window: DeskWindow) -> None:
    _signing(window)


def _sign(window: DeskWindow, form: int) -> QWidget:
    _signing(window).go_on()
    settle()
    dialog: Any = QApplication.activeModalWidget()
    dialog.how.setCurrentIndex(form)
    return dialog  # type: ignore[no-any-return]


def _button(window: DeskWindow, name: str) -> QWidget | None:
    getattr(_signing(window), name).click()
    settle()
    return QApplication.activeModalWidget()


def _write(window: DeskWindow) -> QWidget | None:
    box = _box(window)
    box.table.selectRow(0)
    settle()
    box.write.click()
    settle()
    return QApplication.activeModalWidget()


def _close(window: DeskWindow) -> None:
    for dialog in window.findChildren(DraftsDialog):
        for inner in dialog.findChildren(QWidget):
            if inner.isWindow():
                inner.close()
        dialog.close()
    settle()
