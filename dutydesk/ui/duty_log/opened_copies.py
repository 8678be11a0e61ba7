"""Copies of attachments for the programs of the desktop: read-only, gone with the lock."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices


def open_with_program(path: Path) -> bool:
    """Open a file with the program that the desktop has for it; False when there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class OpenedCopies:
    """Folders of this user only, one a copy, so that two files may have the same name."""

    def __init__(self, open_file: Callable[[Path], bool] = open_with_program) -> None:
        self.open_file = open_file
        self._folders: list[QTemporaryDir] = []

    def place(self, name: str) -> Path:
        """Return where a copy of this name may be written."""
        folder = QTemporaryDir()
        self._folders.append(folder)
        return Path(folder.path()) / name

    def open(self, copy: Path) -> bool:
        """Protect the copy and open it; what is changed there would reach nobody."""
        copy.chmod(stat.S_IRUSR)
        return self.open_file(copy)

    def drop(self) -> None:
        """Remove all copies; the desktop's programs keep what they have read."""
        for folder in self._folders:
            for copy in Path(folder.path()).glob("*"):
                # Windows removes no file that is read-only.
                copy.chmod(stat.S_IRUSR | stat.S_IWUSR)
            folder.remove()
        self._folders.clear()
