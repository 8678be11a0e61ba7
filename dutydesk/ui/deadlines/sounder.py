"""Tones through whatever this machine can play; never waits, and never fails the desk.

QSoundEffect where QtMultimedia is installed, winsound on Windows, else a player program of the
desktop; without any of them the plain bell.
"""

from __future__ import annotations

import importlib
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from PySide6.QtCore import QObject, QProcess, Qt, QUrl, Signal
from PySide6.QtWidgets import QApplication

from dutydesk.domain.sound import SoundOutcome

SOON, DUE = "soon", "due"
PLAYERS = ("paplay", "pw-play", "aplay")


class Sounder(QObject):
    """Plays the shipped tones by name; ``is_on`` is asked before each.

    ``tried(outcome)`` tells of every tone whether this machine had anything to play it on.
    """

    tried = Signal(object)

    def __init__(
        self, folder: Path, is_on: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder, self._is_on = folder, is_on
        self._effects: dict[str, Any] = {}
        self._multimedia: ModuleType | None = None
        self._is_prepared = False
        self._players: list[str] = []
        self._left: list[str] = []
        self._file = folder
        self._process = QProcess(self)
        # Queued: a process must not be started again from inside its own signal.
        queued = Qt.ConnectionType.QueuedConnection
        self._process.finished.connect(self._on_finished, queued)
        self._process.errorOccurred.connect(self._on_error, queued)

    def play(self, name: str) -> None:
        """Begin a tone, unless sound is switched off; returns at once."""
        if self._is_on():
            self.try_out(name)

    def try_out(self, name: str = DUE) -> None:
        """Begin a tone whatever the setting says: 试听."""
        self._prepare()
        file = self._folder / f"{name}.wav"
        if self._multimedia is not None:
            self._play_effect(self._multimedia, name, file)
        elif sys.platform == "win32":
            winsound = importlib.import_module("winsound")
            self._play_wave(winsound, file)
        else:
            self._play_with(list(self._players), file)

    def _prepare(self) -> None:
        """Look once, at the first tone: loading QtMultimedia takes a while."""
        if self._is_prepared:
            return
        self._is_prepared = True
        try:
            self._multimedia = importlib.import_module("PySide6.QtMultimedia")
        except ImportError:
            # Not installed, or the sound libraries it needs are missing.
            self._players = _players()

    def _play_wave(self, winsound: Any, file: Path) -> None:
        try:
            winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC)
        except RuntimeError:
            # Windows without a sound device.
            self._beep()
        else:
            self.tried.emit(SoundOutcome.PLAYED)

    def _beep(self) -> None:
        QApplication.beep()
        self.tried.emit(SoundOutcome.BEEPED)

    def _play_effect(self, multimedia: ModuleType, name: str, file: Path) -> None:
        if multimedia.QMediaDevices.defaultAudioOutput().isNull():
            # No sound card, or none that QtMultimedia can see: the players may.
            self._players = self._players or _players()
            self._play_with(list(self._players), file)
            return
        effect = self._effects.get(name)
        if effect is None:
            effect = self._effects[name] = multimedia.QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(file)))
        effect.play()
        self.tried.emit(SoundOutcome.PLAYED)

    def _play_with(self, players: list[str], file: Path) -> None:
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            return
        self._left, self._file = players, file
        self._try_next()

    def _try_next(self) -> None:
        if not self._left:
            self._beep()
            return
        self._process.start(self._left.pop(0), [str(self._file)])

    def _on_finished(self, code: int) -> None:
        if code != 0:
            self._try_next()
        else:
            self.tried.emit(SoundOutcome.PLAYED)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        # A program that ran and then died is told by ``finished``.
        if error is QProcess.ProcessError.FailedToStart:
            self._try_next()


def _players() -> list[str]:
    return [path for name in PLAYERS if (path := shutil.which(name))]
