from dutydesk.domain import incident_refusals
from dutydesk.domain.errors import Refusal


def test_every_refusal_has_a_code_of_its_own() -> None:
    classes = [
        one
        for one in vars(incident_refusals).values()
        if isinstance(one, type) and issubclass(one, Refusal) and one is not Refusal
    ]
    codes = {one.code for one in classes}
    assert len(codes) == len(classes) == 12
    assert incident_refusals.OccurredAfterReceived.code == "occurred_after_received"
