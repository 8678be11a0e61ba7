"""The only place that opens a box or asks for a file; passed in, recorded in tests.

Qt's own dialogs are loaded with the first question: a start asks none.
"""

# ruff: noqa: PLC0415 -- see above

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from dutydesk.domain.dataclass import dataclass
from dutydesk.ui.widgets.restyle import set_style

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


@dataclass(frozen=True, slots=True)
class Choice:
    """One button of a decision; its word is a verb. ``rank`` as in the style sheet."""

    key: str
    word: str
    rank: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A question with its buttons; Esc chooses ``escape``, Enter ``default``."""

    title: str
    text: str
    choices: tuple[Choice, ...]
    default: str
    escape: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class FileWish:
    """A file asked for: dialog title, proposed name or folder, and filters as Qt writes them."""

    title: str
    proposed: str = ""
    filters: tuple[str, ...] = ()


class Messages(Protocol):
    """Asks and tells; every box of the desk goes through one object of this kind."""

    def tell(self, title: str, text: str) -> None:
        """Show a sentence that must be seen; prefer a notice strip."""
        ...

    def decide(self, decision: Decision) -> str:
        """Ask and return the key of the chosen button."""
        ...

    def open_files(self, wish: FileWish) -> list[Path]:
        """Ask for existing files; empty when the officer chose none."""
        ...

    def save_file(self, wish: FileWish) -> Path | None:
        """Ask where to save; None when the officer chose nothing."""
        ...

    def folder(self, wish: FileWish) -> Path | None:
        """Ask for a folder; None when the officer chose none."""
        ...


class QtMessages:
    """Boxes over the window given; ``parent`` is set once the window exists."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.parent = parent

    def tell(self, title: str, text: str) -> None:
        """Show a sentence with one button."""
        self.decide(Decision(title, text, (Choice("seen", "知道了", "primary"),), "seen", "seen"))

    def decide(self, decision: Decision) -> str:
        """Ask with one button for each choice, in the order given."""
        box = decision_box(decision, self.parent)
        box.exec()
        pressed = [button for button in box.buttons() if button is box.clickedButton()]
        key = str(pressed[0].property("key")) if pressed else decision.escape
        box.deleteLater()
        return key

    def open_files(self, wish: FileWish) -> list[Path]:
        """Ask with the desktop's own dialog."""
        from PySide6.QtWidgets import QFileDialog

        names, _ = QFileDialog.getOpenFileNames(
            self.parent, wish.title, wish.proposed, ";;".join(wish.filters)
        )
        return [Path(name) for name in names]

    def save_file(self, wish: FileWish) -> Path | None:
        """Ask with the desktop's own dialog."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(
            self.parent, wish.title, wish.proposed, ";;".join(wish.filters)
        )
        return Path(name) if name else None

    def folder(self, wish: FileWish) -> Path | None:
        """Ask with the desktop's own dialog."""
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(self.parent, wish.title, wish.proposed)
        return Path(name) if name else None


def decision_box(decision: Decision, parent: QWidget | None) -> QMessageBox:
    """Build the box of a decision without showing it."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setWindowTitle(decision.title)
    box.setText(decision.text)
    box.setInformativeText(decision.detail)
    box.setAccessibleName(decision.title)
    for choice in decision.choices:
        button = box.addButton(choice.word, QMessageBox.ButtonRole.ActionRole)
        button.setProperty("key", choice.key)
        set_style(button, rank=choice.rank)
        if choice.key == decision.default:
            box.setDefaultButton(button)
        if choice.key == decision.escape:
            box.setEscapeButton(button)
    return box


@dataclass
class RecordingMessages:
    """For tests: answers from a list in order and keeps what was asked.

    ``answers`` holds choice keys, paths, lists of paths or None, as the calls come; an empty list
    answers ``escape`` and no file.
    """

    answers: list[str | Path | Sequence[Path] | None] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    wishes: list[FileWish] = field(default_factory=list)

    def tell(self, title: str, text: str) -> None:
        """Keep the sentence."""
        self.told.append((title, text))

    def decide(self, decision: Decision) -> str:
        """Keep the question and answer the next prepared key."""
        self.decisions.append(decision)
        return str(self.answers.pop(0)) if self.answers else decision.escape

    def open_files(self, wish: FileWish) -> list[Path]:
        """Keep the wish and answer the next prepared paths."""
        answer = self._next(wish)
        if answer is None:
            return []
        return [answer] if isinstance(answer, Path) else [Path(path) for path in answer]

    def save_file(self, wish: FileWish) -> Path | None:
        """Keep the wish and answer the next prepared path."""
        return self._one(wish)

    def folder(self, wish: FileWish) -> Path | None:
        """Keep the wish and answer the next prepared path."""
        return self._one(wish)

    def _one(self, wish: FileWish) -> Path | None:
        answer = self._next(wish)
        return answer if isinstance(answer, Path) else None

    def _next(self, wish: FileWish) -> str | Path | Sequence[Path] | None:
        self.wishes.append(wish)
        return self.answers.pop(0) if self.answers else None
