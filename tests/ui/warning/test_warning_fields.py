import pytest
from PySide6.QtWidgets import QWidget

from dutydesk.domain.warning_color import WarningColor
from dutydesk.domain.warning_reading import WarningReading
from dutydesk.domain.warning_refusals import WarningFieldMissing
from dutydesk.ui.warning.warning_fields import OTHER, WarningFields
from tests.warning_builders import at

READ = WarningReading(
    kind="暴雨",
    color=WarningColor.ORANGE,
    issued_by="区气象台",
    issued_at=at("08:18"),
    area="全区",
    content="原文",
)


class _Desk:
    def __init__(self, theme, clock):
        self.theme, self.clock = theme, clock


@pytest.fixture
def fields(theme, desk_clock, qtbot):
    made = WarningFields(_Desk(theme, desk_clock), ("暴雨", "大风"))
    holder = QWidget()
    qtbot.addWidget(holder)
    for field in made.inputs().values():
        field.setParent(holder)
    desk_clock.at = at("08:30")
    made.times["received_at"].set_now()
    made.holder = holder
    return made


def test_what_was_read_fills_what_nobody_typed(fields):
    fields.texts["area"].setText("北部山区")
    assert fields.fill_from(READ) == ["种类", "颜色", "发布单位", "可能影响范围", "发布时间"]
    draft = fields.draft("w1", replaces=None, entry_id=None)
    assert (draft.kind, draft.color, draft.issued_by) == (
        "暴雨",
        WarningColor.ORANGE,
        "区气象台",
    )
    assert (draft.area, draft.issued_at, draft.received_at) == (
        "北部山区",
        at("08:18"),
        at("08:30"),
    )


def test_a_second_text_replaces_what_the_first_put_in(fields):
    fields.fill_from(READ)
    fields.texts["issued_by"].setText("市气象台")
    fields.fill_from(WarningReading(kind="大风", issued_by="省气象台", issued_at=at("08:20")))
    draft = fields.draft("w1", replaces=None, entry_id=None)
    assert (draft.kind, draft.issued_by, draft.issued_at) == ("大风", "市气象台", at("08:20"))


def test_a_kind_that_is_not_on_the_list_is_typed(fields):
    fields.fill_from(READ)
    fields.kind.setCurrentIndex(fields.kind.findData(OTHER))
    fields.other_kind.setText("风暴潮")
    assert fields.draft("w1", replaces=None, entry_id=None).kind == "风暴潮"
    assert fields.field("kind") is fields.other_kind


def test_what_makes_a_warning_is_asked_for_one_by_one(fields):
    asked = []
    fields.fill_from(READ)
    fields.texts["issued_by"].clear()
    fields.color.setCurrentIndex(0)
    fields.kind.setCurrentIndex(0)
    for name, fill in (
        ("kind", lambda: fields.kind.setCurrentIndex(1)),
        ("color", lambda: fields.color.setCurrentIndex(1)),
        ("issued_by", lambda: fields.texts["issued_by"].setText("区气象台")),
    ):
        with pytest.raises(WarningFieldMissing) as refused:
            fields.draft("w1", replaces=None, entry_id=None)
        asked.append((refused.value.field, name))
        fill()
    assert all(told == name for told, name in asked)
    fields.channels.choose(("短信", "微信"))
    assert fields.draft("w1", replaces=None, entry_id=None).channels == ("微信", "短信")
