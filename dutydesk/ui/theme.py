"""Colours, measures, fonts and icons by role; every widget asks here and nowhere else."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from dutydesk.ui.icons import IconShelf
from dutydesk.ui.style_sheet import style_sheet
from dutydesk.ui.tokens import Look, LookChoice, Tokens, look_at, read_tokens

SCALES = (100, 110, 125, 150, 175, 200)
_THIN = frozenset({"line", "focus", "practice_frame", "compact_below"})

# Property of the application that names the style it wears.
_WORN = "worn_style"


class Theme(QObject):
    """The look of the desk: one palette, one type scale; ``changed`` when either changes."""

    changed = Signal()

    def __init__(self, resources: Path, family: str) -> None:
        super().__init__()
        self.tokens: Tokens = read_tokens(resources / "theme.toml")
        self.choice = LookChoice.CLOCK
        self.look = Look.DAY
        self.scale = 100
        self._family = family
        self._shelf = IconShelf(resources / "icons")
        self._pixmaps: dict[tuple[str, str, int], QPixmap] = {}
        self._fonts: dict[tuple[str, bool, int], QFont] = {}

    def colour(self, role: str) -> QColor:
        """Return the colour of a role in the palette now shown; raises KeyError."""
        return QColor(self.tokens.palettes[self.look][role])

    def px(self, pixels: float) -> int:
        """Return a length given in pixels at 100 % type for the type size now set."""
        return round(pixels * self.scale / 100)

    def measure(self, name: str) -> int:
        """Return a named length of the token table; lines and frames do not grow with the type."""
        length = self.tokens.measures[name]
        return length if name in _THIN else self.px(length)

    def font(self, size: str = "base", *, bold: bool = False) -> QFont:
        """Return the screen font in a named size (base, small, title, large).

        Its digits are all equally wide, so times and numbers stand under each other.
        """
        key = (size, bold, self.scale)
        if key not in self._fonts:
            font = QFont(self._family)
            font.setPixelSize(self.px(self.tokens.sizes[size]))
            # One weight is shipped; Qt draws a stronger one itself only from Bold upwards.
            font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
            font.setStyleHint(QFont.StyleHint.SansSerif)
            self._fonts[key] = font
        # A copy: whoever asked may go on with it.
        return QFont(self._fonts[key])

    def pixmap(self, name: str, role: str = "icon", size: int = 16) -> QPixmap:
        """Return a shipped icon in a role's colour, ``size`` pixels square at 100 % type."""
        key = (name, role, size)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._shelf.pixmap(name, self.colour(role), self.px(size))
        return self._pixmaps[key]

    def icon(self, name: str, role: str = "icon", size: int = 16) -> QIcon:
        """Return the same picture as an icon for buttons and lists."""
        return QIcon(self.pixmap(name, role, size))

    def choose(self, choice: LookChoice, now: datetime) -> None:
        """Set day, night, high contrast or by the clock."""
        self.choice = choice
        self.follow(now)

    def follow(self, now: datetime) -> None:
        """Turn to day or night when the clock says so; called once a minute."""
        look = look_at(self.choice, now, self.tokens)
        if look is not self.look:
            self.look = look
            self.apply()

    def set_scale(self, percent: int) -> None:
        """Set the type size, kept within 100 to 200 %."""
        percent = max(SCALES[0], min(SCALES[-1], percent))
        if percent != self.scale:
            self.scale = percent
            self.apply()

    def larger(self) -> None:
        """Go one step up in type size."""
        self.set_scale(next((step for step in SCALES if step > self.scale), SCALES[-1]))

    def smaller(self) -> None:
        """Go one step down in type size."""
        self.set_scale(next((step for step in reversed(SCALES) if step < self.scale), SCALES[0]))

    def apply(self) -> None:
        """Give the running application this look and tell all widgets."""
        self._pixmaps.clear()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            # Under a style sheet the style no longer tells its name; set anew, every widget of
            # every window would be polished again.
            if app.property(_WORN) is None:
                app.setStyle("Fusion")
                app.setProperty(_WORN, "Fusion")
            app.setPalette(self._palette())
            app.setFont(self.font())
            sheet = style_sheet(self.tokens.palettes[self.look], self.measure)
            if app.styleSheet() != sheet:
                app.setStyleSheet(sheet)
        self.changed.emit()

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.colour(name))
        for role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("off"))
        return palette


_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "overdue",
    QPalette.ColorRole.Highlight: "accent_soft",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "muted",
    QPalette.ColorRole.Shadow: "line",
    QPalette.ColorRole.Accent: "accent",
}
