from dutydesk.domain.sound import SoundOutcome
from dutydesk.wording.sound import SOUND


def test_without_sound_it_says_what_is_left():
    assert "蜂鸣" in SOUND[SoundOutcome.BEEPED]
    assert "音量" in SOUND[SoundOutcome.PLAYED]
