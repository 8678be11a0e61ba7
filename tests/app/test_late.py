from dutydesk.app.late import late


class Bell:
    def __init__(self) -> None:
        self.rung = 0

    def ring(self, times: int = 1) -> int:
        self.rung += times
        return self.rung


def test_a_late_service_is_built_when_it_is_asked_and_answers_like_the_real_one() -> None:
    built: list[Bell] = []

    def build() -> Bell:
        if not built:
            built.append(Bell())
        return built[0]

    bell = late(build)
    assert built == []
    ring = bell.ring
    assert ring(2) == 2
    assert bell.ring() == 3
    assert len(built) == 1
