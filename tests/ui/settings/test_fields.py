import pytest

from dutydesk.domain.settings import SETTINGS, SHIFT_PATTERNS
from dutydesk.ui.settings.fields import SettingField
from dutydesk.wording.settings import SETTING

OTHER = {
    "nil_report_times": ["08:00", "17:00"],
    "shift_pattern": list(SHIFT_PATTERNS["two_shifts"]),
    "late_after_minutes": 0,
    "repeat_caller_hours": 0,
    "same_incident_hours": 5,
    "clock_jump_minutes": 5,
    "silent_after_hours": 12,
    "rule_set": "statute",
    "ungraded_level": "relatively_serious",
    "first_report_word": "初报",
    "duty_phone": "0000-0000888",
    "duty_fax": "0000-0000889",
    "report_to": ["区政府总值班室", "区应急管理局"],
    "copy_to": ["区防汛办"],
    "is_review_needed": False,
    "receipt_missing_minutes": 45,
    "equipment_test_ahead_days": 0,
    "roster_rest_hours": 12,
    "contact_stale_days": 30,
    "contact_expiring_days": 7,
    "comp_leave_workday_days": 0,
    "comp_leave_rest_day_days": 1,
    "warning_report_minutes": 5,
    "warning_forward_minutes": 20,
    "warning_clock_color": "yellow",
    "backup_folder": "/media/备份",
    "lock_after_minutes": 0,
    "attachment_most_mb": 10,
    "attachment_warn_mb": 5,
    "palette": "high_contrast",
    "type_scale": 200,
    "is_sound_on": False,
}


@pytest.fixture
def made(theme, qtbot):
    def make(setting):
        field = SettingField(theme, setting.key, setting.default)
        qtbot.addWidget(field.widget)
        return field

    return make


def test_another_value_of_every_setting_is_tried():
    assert set(OTHER) == {setting.key for setting in SETTINGS}
    assert all(OTHER[setting.key] != setting.default for setting in SETTINGS)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_what_is_shown_is_what_is_read_back(made, setting):
    field = made(setting)
    for value in (setting.default, OTHER[setting.key], setting.default):
        field.set_value(value)
        assert field.value() == value
        assert type(field.value()) is type(value)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_every_field_has_its_word_as_a_name(made, setting):
    assert made(setting).widget.accessibleName() == SETTING[setting.key][0]


def test_blank_lines_are_no_units(made):
    field = made(next(one for one in SETTINGS if one.key == "report_to"))
    field.widget.setPlainText("区政府总值班室\n\n  区应急管理局 \n")
    assert field.value() == ["区政府总值班室", "区应急管理局"]


def test_a_number_stays_within_a_day(made):
    field = made(next(one for one in SETTINGS if one.key == "late_after_minutes"))
    field.set_value(99_999)
    assert field.value() == 24 * 60
    field.set_value(-1)
    assert field.value() == 0


def test_an_edit_by_hand_is_told(made, qtbot):
    field = made(next(one for one in SETTINGS if one.key == "duty_phone"))
    with qtbot.waitSignal(field.changed):
        qtbot.keyClicks(field.widget, "1")


def test_a_field_of_lines_is_as_high_as_its_lines_at_every_type_size(theme, made):
    setting = next(one for one in SETTINGS if one.key == "report_to")
    field = made(setting)
    before = field.widget.height()
    theme.set_scale(200)
    assert field.widget.height() > 1.8 * before
    theme.set_scale(100)
    assert field.widget.height() == before


def test_a_number_is_as_high_as_every_other_field(theme, made):
    kinds = [
        next(one for one in SETTINGS if one.key == key)
        for key in ("late_after_minutes", "duty_phone", "palette")
    ]
    widgets = [made(setting).widget for setting in kinds]
    for widget in widgets:
        widget.show()
    heights = {min(one.sizeHint().height(), one.maximumHeight()) for one in widgets}
    assert heights == {theme.measure("row")}


def test_hours_are_counted_in_hours_up_to_a_week(made):
    field = made(next(one for one in SETTINGS if one.key == "repeat_caller_hours"))
    field.set_value(24)
    assert field.widget.text() == "24 小时"
    field.set_value(999)
    assert field.value() == 7 * 24
