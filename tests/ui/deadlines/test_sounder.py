import sys
import wave
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

from dutydesk import paths
from dutydesk.domain.sound import SoundOutcome
from dutydesk.ui.deadlines import sounder
from dutydesk.ui.deadlines.sounder import DUE, SOON, Sounder

SOUNDS = paths.resources_dir() / "sounds"


def player(folder: Path, name: str, code: int) -> None:
    """Put a player program on the path that notes what it was given."""
    file = folder / name
    file.write_text(f'#!/bin/sh\necho "{name} $1" >> "{folder}/played"\nexit {code}\n')
    file.chmod(0o755)


@pytest.fixture
def programs(tmp_path, monkeypatch):
    if sys.platform == "win32":
        pytest.skip("Windows plays by itself")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(sounder, "PLAYERS", ("dd-one", "dd-two"))
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    return tmp_path


def played(folder):
    file = folder / "played"
    return file.read_text().split("\n")[:-1] if file.exists() else []


def wait_for_silence(made: Sounder, qtbot) -> None:
    """Let the player end by itself: Qt warns of one that is cut off."""
    idle = QProcess.ProcessState.NotRunning
    qtbot.waitUntil(lambda: made._process.state() is idle)


@pytest.mark.parametrize("name", [SOON, DUE])
def test_the_shipped_tones_are_short_plain_wav_files(name):
    with wave.open(str(SOUNDS / f"{name}.wav")) as file:
        assert file.getnchannels() == 1
        assert 0.3 < file.getnframes() / file.getframerate() < 2


def test_a_tone_is_given_to_the_first_player(programs, qtbot):
    player(programs, "dd-one", 0)
    player(programs, "dd-two", 0)
    made = Sounder(SOUNDS, lambda: True)
    made.play(DUE)
    qtbot.waitUntil(lambda: played(programs) != [])
    assert f"dd-one {SOUNDS / 'due.wav'}" in played(programs)
    wait_for_silence(made, qtbot)


def test_a_player_that_fails_is_followed_by_the_next_and_then_the_bell(
    programs, qtbot, monkeypatch
):
    rung = []
    monkeypatch.setattr(QApplication, "beep", lambda: rung.append(1))
    player(programs, "dd-one", 1)
    player(programs, "dd-two", 1)
    made = Sounder(SOUNDS, lambda: True)
    made.play(SOON)
    qtbot.waitUntil(lambda: rung == [1])
    assert [line.split()[0] for line in played(programs)] == ["dd-one", "dd-two"]


def test_without_any_player_the_bell_rings(programs, monkeypatch, qapp):
    rung = []
    monkeypatch.setattr(QApplication, "beep", lambda: rung.append(1))
    Sounder(SOUNDS, lambda: True).play(DUE)
    assert rung == [1]


def test_sound_switched_off_is_silent_but_can_be_tried_out(programs, monkeypatch, qapp):
    rung = []
    monkeypatch.setattr(QApplication, "beep", lambda: rung.append(1))
    made = Sounder(SOUNDS, lambda: False)
    made.play(DUE)
    assert rung == []
    made.try_out()
    assert rung == [1]


class Multimedia:
    """QtMultimedia on a machine with or without a sound card."""

    def __init__(self, has_card):
        self.played = played = []

        class Output:
            @staticmethod
            def isNull():  # noqa: N802
                return not has_card

        class QMediaDevices:
            @staticmethod
            def defaultAudioOutput():  # noqa: N802
                return Output()

        class QSoundEffect:
            def __init__(self, _parent):
                self.source = None

            def setSource(self, source):  # noqa: N802
                self.source = source.toLocalFile()

            def play(self):
                played.append(self.source)

        self.QMediaDevices, self.QSoundEffect = QMediaDevices, QSoundEffect


def tried(made):
    outcomes = []
    made.tried.connect(outcomes.append)
    return outcomes


def test_a_sound_card_plays_both_tones_and_says_so(programs, monkeypatch, qapp):
    card = Multimedia(has_card=True)
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", card)
    made = Sounder(SOUNDS, lambda: True)
    outcomes = tried(made)
    made.try_out(SOON)
    made.try_out(DUE)
    assert [Path(one).name for one in card.played] == ["soon.wav", "due.wav"]
    assert outcomes == [SoundOutcome.PLAYED] * 2


def test_without_a_sound_card_the_bell_rings_and_it_is_said(programs, monkeypatch, qapp):
    rung = []
    monkeypatch.setattr(QApplication, "beep", lambda: rung.append(1))
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", Multimedia(has_card=False))
    made = Sounder(SOUNDS, lambda: True)
    outcomes = tried(made)
    made.try_out(DUE)
    assert (rung, outcomes) == ([1], [SoundOutcome.BEEPED])


def test_without_a_card_that_qt_sees_a_player_program_is_tried(programs, monkeypatch, qtbot):
    player(programs, "dd-one", 0)
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", Multimedia(has_card=False))
    made = Sounder(SOUNDS, lambda: True)
    with qtbot.waitSignal(made.tried) as caught:
        made.try_out(DUE)
    assert caught.args == [SoundOutcome.PLAYED]
    wait_for_silence(made, qtbot)


def test_windows_without_a_device_beeps(monkeypatch, qapp):
    rung = []
    monkeypatch.setattr(QApplication, "beep", lambda: rung.append(1))

    class Silent:
        SND_FILENAME = SND_ASYNC = 0

        @staticmethod
        def PlaySound(*_given):  # noqa: N802
            raise RuntimeError

    made = Sounder(SOUNDS, lambda: True)
    outcomes = tried(made)
    made._play_wave(Silent, SOUNDS / "due.wav")
    assert (rung, outcomes) == ([1], [SoundOutcome.BEEPED])
