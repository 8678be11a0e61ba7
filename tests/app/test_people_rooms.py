from dutydesk.app.people_rooms import people_specs
from dutydesk.ui.actions import ActionSpec


def test_each_room_has_its_key_and_verbs_that_begin_with_its_id(staffed):
    specs = people_specs(staffed.room, lambda *_: None)
    assert [(one.id, one.key) for one in specs] == [
        ("roster", "Ctrl+F8"),
        ("warning", "Shift+F11"),
        ("call_round", "Shift+F12"),
        ("nil_report", "Shift+F10"),
        ("roll_call", "Shift+F1"),
    ]
    for spec in specs:
        verbs = spec.verbs()
        assert verbs
        assert all(isinstance(one, ActionSpec) for one in verbs)
        assert all(one.id.startswith(f"{spec.id}.") for one in verbs)
