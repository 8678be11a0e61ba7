from dutydesk.assembly.room import DutyRoom


def test_an_exported_template_is_the_one_in_force(room: DutyRoom) -> None:
    done = room.word_template.export("incident_ledger")
    found = {one.name: one for one in room.word_template.templates()}
    assert found["incident_ledger"].is_own
    assert found["incident_ledger"].path == done.written[0]
    assert not found["bulletin"].is_own
