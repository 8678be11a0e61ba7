"""Writes a picture of every room and dialog in every look, type size and window size.

usage: shots.py [OUT_DIR]    (default build/shots; runs without a screen, in one process)
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Wayland and X11 settings of the machine must not change the pictures.
os.environ.pop("QT_SCALE_FACTOR", None)

from PySide6.QtCore import QCoreApplication, QtMsgType, qInstallMessageHandler  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from dutydesk import paths  # noqa: E402
from dutydesk.ui.fonts import load_screen_font, speak_chinese  # noqa: E402
from dutydesk.ui.theme import Theme  # noqa: E402
from dutydesk.ui.tokens import LookChoice  # noqa: E402
from tools.shot_desk import Scene, scenes  # noqa: E402
from tools.shot_pages import page_pictures  # noqa: E402
from tools.shot_sheet import write_sheet  # noqa: E402

LOOKS = (LookChoice.DAY, LookChoice.NIGHT, LookChoice.HIGH_CONTRAST)
SCALES = (100, 150, 200)
SIZES = ((1366, 768), (1920, 1080))


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: what it shows and under which settings."""

    scene: str
    look: str
    scale: int
    size: tuple[int, int]
    file: str


def main(argv: list[str]) -> int:
    """Take all pictures and write the contact sheet; returns the exit code."""
    out = Path(argv[0]) if argv else ROOT / "build" / "shots"
    out.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    qInstallMessageHandler(_quiet)
    app = QApplication([])
    speak_chinese(app)
    theme = Theme(paths.resources_dir(), load_screen_font(paths.resources_dir() / "fonts"))
    shots = [shot for scene in scenes(theme) for shot in _take(scene, theme, out)]
    pages = page_pictures(ROOT / "build", out)
    write_sheet(out, shots, pages)
    print(f"{len(shots)} pictures, {len(pages)} pages, {time.monotonic() - begun:.1f} s: {out}")
    return 0


def _take(scene: Scene, theme: Theme, out: Path) -> Iterator[Shot]:
    """Show one scene under every setting; the widget is kept, as on a real desk."""
    for width, height in SIZES:
        for scale in SCALES:
            theme.set_scale(scale)
            for look in LOOKS:
                theme.choose(look, scene.now)
                widget = scene.show(width, height)
                _settle()
                name = f"{scene.name}-{look.value}-{scale}-{width}.png"
                widget.grab().save(str(out / name))
                yield Shot(scene.name, look.value, scale, (width, height), name)
                scene.hide(widget)
    theme.set_scale(100)


def _settle() -> None:
    for _ in range(4):
        QCoreApplication.processEvents()


def _quiet(kind: QtMsgType, _context: object, text: str) -> None:
    if "does not support" not in text:
        print(kind.name, text, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
