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

from PySide6.QtCore import QObject, QProcess, QUrl
from PySide6.QtWidgets import QApplication

SOON, DUE = "soon", "due"
PLAYERS = ("paplay", "pw-play", "aplay")


class Sounder(QObject):
    """Plays the shipped tones by name; ``is_on`` is asked before each."""

    def __init__(
        self, folder: Path, is_on: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder, self._is_on = folder, is_on
        self._effects: dict[str, Any] = {}
        self._multimedia: ModuleType | None = None
        self._is_prepared = False
        self._players: list[str] = []
        self._process: QProcess | None = None

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
            winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC)
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
            self._players = [path for name in PLAYERS if (path := shutil.which(name))]

    def _play_effect(self, multimedia: ModuleType, name: str, file: Path) -> None:
        effect = self._effects.get(name)
        if effect is None:
            effect = self._effects[name] = multimedia.QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(file)))
        effect.play()

    def _play_with(self, players: list[str], file: Path) -> None:
        if not players:
            QApplication.beep()
            return
        process = self._process = QProcess(self)
        process.setProgram(players[0])
        process.setArguments([str(file)])
        rest = players[1:]

        def ended(code: int) -> None:
            process.deleteLater()
            if code != 0:
                self._play_with(rest, file)

        def refused(error: QProcess.ProcessError) -> None:
            # A program that ran and then died is told by ``finished``.
            if error is QProcess.ProcessError.FailedToStart:
                process.deleteLater()
                self._play_with(rest, file)

        process.finished.connect(ended)
        process.errorOccurred.connect(refused)
        process.start()
