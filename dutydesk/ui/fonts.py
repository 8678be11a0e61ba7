"""The screen font, the Chinese locale and Qt's own Chinese words; called once, before windows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase

SCREEN_FONT = "hei.ttf"
_TRANSLATIONS = ("qtbase_zh_CN", "qt_zh_CN")


class FontMissingError(Exception):
    """The shipped screen font cannot be loaded: the installation is not whole."""

    def __init__(self, file: Path) -> None:
        super().__init__(str(file))
        self.file = file


def load_screen_font(folder: Path) -> str:
    """Register the shipped sans and return its family name; raises FontMissingError.

    Without it a machine with no Chinese font shows boxes for every character.
    """
    file = folder / SCREEN_FONT
    number = QFontDatabase.addApplicationFont(str(file))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    if not families:
        raise FontMissingError(file)
    return families[0]


def speak_chinese(app: QCoreApplication) -> list[QTranslator]:
    """Make Qt's own buttons and dates Chinese; the translators live as long as ``app``."""
    QLocale.setDefault(QLocale("zh_CN"))
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    loaded = []
    for name in _TRANSLATIONS:
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
            loaded.append(translator)
    return loaded
