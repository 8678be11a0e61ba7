"""The drafts of a form as tabs above it: the one being written is the current tab.

Rules of this file: a tab is left only once its draft is on disk; nothing here takes the focus; a
draft that holds something is never given up unasked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from functools import partial
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.draft import Draft
from dutydesk.domain.errors import StoreError
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.desk import Desk
from dutydesk.ui.messages import Choice, Decision
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.tab_strip import Tab, TabStrip

# A title holds so many characters; of longer words a few less, and a sign that they go on.
_WORDS, _CUT = 8, 6
# Below this width, at 100 % type, the tabs need all of it.
_ROOMY = 700
_NOTICE = "draft"


class DraftForm(Protocol):
    """A form that holds one draft at a time."""

    draft_id: str

    @property
    def is_saving(self) -> bool:
        """Tell whether it waits for the record and must be left as it is."""
        ...

    def is_empty(self) -> bool:
        """Tell whether nothing was typed that would be missed."""
        ...

    def isVisible(self) -> bool:  # noqa: N802 -- Qt names it
        """Tell whether it is in sight."""
        ...

    def typed(self) -> Draft | None:
        """Return what is typed now, None when nothing would be missed."""
        ...

    def set_aside(self, then: Callable[[], object]) -> None:
        """Keep what is typed, empty the form and go on with ``then``."""
        ...

    def load(self, draft: Draft) -> None:
        """Show a kept draft."""
        ...

    def give_up(self) -> None:
        """Forget what is typed and begin with an empty form."""
        ...


@dataclass(frozen=True, slots=True)
class DraftFace:
    """What a tab shows of a draft: its kind, the first of ``words`` that was typed, its time.

    ``time`` and ``kind`` name fields; ``kinds`` has the word for a kind that is a code name.
    """

    form: str
    time: str
    words: tuple[str, ...]
    kind: str = ""
    kinds: Mapping[str, str] = field(default_factory=dict)
    new_word: str = "新记录"


class DraftBar(QWidget):
    """Shows a tab for each draft once there is more than one; ``taken_up`` when one is chosen.

    The room calls ``restore`` once at the start, ``refresh`` when a draft was set aside and
    ``retitle`` when something was typed.
    """

    taken_up = Signal()
    new_wanted = Signal()

    def __init__(
        self, desk: Desk, form: DraftForm, face: DraftFace, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._form, self._face = desk, form, face
        self.label = QLabel("写到一半  Ctrl+Tab")
        self.tabs = TabStrip(desk.theme, "写到一半的", "不要这份  Ctrl+W")
        self.new = QToolButton()
        self.new.setText("另记  Ctrl+N")
        set_style(self.label, tone="soon")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.label)
        self._row.addWidget(self.tabs, 1)
        self._row.addWidget(self.new)
        self.drafts: tuple[Draft, ...] = ()
        self._kept: tuple[Draft, ...] = ()
        self.tabs.wanted.connect(self._on_wanted)
        self.tabs.close_wanted.connect(self.close_tab)
        self.new.clicked.connect(self.new_wanted)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def add_keys(self, room: str, word: str, owner: QWidget) -> None:
        """Give a room the keys of its tabs."""
        specs = (
            ("next_draft", "下一份写到一半的", "Ctrl+Tab", partial(self.go, 1)),
            ("previous_draft", "上一份写到一半的", "Ctrl+Shift+Tab", partial(self.go, -1)),
            ("close_draft", "不要这份草稿", "Ctrl+W", self.close_current),
        )
        for name, verb, key, deed in specs:
            spec = ActionSpec(
                f"{room}.{name}", verb, key, ActionGroup.ENTRY, "file-text", room=word
            )
            self._desk.actions.add(spec, deed, owner)

    def restore(self) -> None:
        """After a start: the draft written last goes back into the form, the others wait here."""
        self._desk.runner.submit(self._read(), done=self._restore)

    def refresh(self) -> None:
        """Read again what waits."""
        self._desk.runner.submit(self._read(), done=self.show_drafts)

    def take_up_last(self) -> bool:
        """Go on with the draft begun last of those that wait; False when none does."""
        waiting = self.drafts
        if waiting:
            self._take_up(waiting[-1])
        return bool(waiting)

    def go(self, steps: int) -> None:
        """Go to another tab, round and round; first of all to what stands unseen in the form."""
        form = self._form
        if not form.isVisible() and not form.is_empty():
            self.taken_up.emit()
            return
        keys = self.tabs.keys()
        if self.drafts and form.draft_id in keys:
            self._on_wanted(keys[(keys.index(form.draft_id) + steps) % len(keys)])

    def close_current(self) -> None:
        """Give up the tab being written; an empty one goes unasked."""
        if self._form.isVisible():
            self.close_tab(self._form.draft_id)

    def close_tab(self, key: str) -> None:
        """Give up a draft once the officer has said so, and go on with its neighbour."""
        form = self._form
        if form.is_saving or not self._desk.session.seat.may_write:
            return
        if key != form.draft_id:
            draft = next((one for one in self.drafts if one.id == key), None)
            if draft is not None and self._may_give_up(draft):
                self._drop(draft)
            return
        typed, neighbour = form.typed(), self._neighbour(key)
        if typed is not None:
            if not self._may_give_up(typed):
                return
            form.give_up()
        if neighbour is not None:
            self._load(neighbour)
        else:
            self.refresh()

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        """Show these drafts, oldest first, with the one in the form among them."""
        form = self._form
        self._kept = tuple(drafts)
        self.drafts = tuple(one for one in drafts if one.id != form.draft_id)
        tabs = [self._tab(one) for one in drafts if one.id != form.draft_id]
        ids = [one.id for one in drafts]
        at = ids.index(form.draft_id) if form.draft_id in ids else len(tabs)
        tabs.insert(at, self._tab_in_form())
        self.tabs.show_tabs(tabs, form.draft_id)
        self.setVisible(bool(self.drafts))

    def retitle(self) -> None:
        """Write on the current tab what stands in the form now."""
        shown = self.tabs.keys()
        if self.drafts and self._form.draft_id in shown:
            self.tabs.retitle(self._tab_in_form())
        elif self.drafts:
            # The form has begun another draft since the tabs were read.
            self.show_drafts(self._kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.label.setVisible(self.width() >= self._desk.theme.px(_ROOMY))

    def _read(self) -> partial[Sequence[Draft]]:
        return partial(self._desk.drafts.of_form, self._face.form)

    def _restore(self, drafts: Sequence[Draft]) -> None:
        if drafts and self._form.is_empty():
            at = max(range(len(drafts)), key=lambda n: (str(drafts[n].saved_at or ""), n))
            self._form.load(drafts[at])
        self.show_drafts(drafts)

    def _on_wanted(self, key: str) -> None:
        if key == self._form.draft_id:
            self.taken_up.emit()
            return
        draft = next((one for one in self.drafts if one.id == key), None)
        if draft is not None:
            self._take_up(draft)

    def _take_up(self, draft: Draft) -> None:
        if not self._form.is_saving:
            self._form.set_aside(then=partial(self._load, draft))

    def _load(self, draft: Draft) -> None:
        self._form.load(draft)
        self.refresh()
        self.taken_up.emit()

    def _neighbour(self, key: str) -> Draft | None:
        """Return the draft to go on with once a tab is gone: the next one, else the last."""
        keys = self.tabs.keys()
        if not self.drafts or key not in keys:
            return None
        behind = keys[keys.index(key) + 1 :]
        wanted = behind[0] if behind else self.drafts[-1].id
        return next((one for one in self.drafts if one.id == wanted), self.drafts[-1])

    def _may_give_up(self, draft: Draft) -> bool:
        decision = Decision(
            "不要这份草稿",
            f"“{self._title(draft)}”还没有记下。不要了就找不回来。",
            (Choice("drop", "不要了", "danger"), Choice("keep", "留着")),
            default="keep",
            escape="keep",
        )
        return self._desk.messages.decide(decision) == "drop"

    def _drop(self, draft: Draft) -> None:
        job = partial(self._desk.drafts.drop, draft.id)
        self._desk.runner.submit(job, done=self._dropped, failed=self._not_dropped)

    def _dropped(self, _nothing: None) -> None:
        self.refresh()

    def _not_dropped(self, error: Exception) -> None:
        if not isinstance(error, StoreError):
            raise error
        # Loaded late: the words of every refusal are not needed before one happens.
        from dutydesk.wording.sentences import sentence  # noqa: PLC0415

        words = f"这份草稿没有去掉：{sentence(error)}"
        self._desk.notices.put(Notice(_NOTICE, NoticeKind.ERROR, words, stays=True))

    def _tab_in_form(self) -> Tab:
        typed = self._form.typed()
        if typed is None:
            return Tab(self._form.draft_id, self._face.new_word)
        return self._tab(typed)

    def _tab(self, draft: Draft) -> Tab:
        return Tab(draft.id, self._title(draft), self._words(draft))

    def _title(self, draft: Draft) -> str:
        face, content = self._face, draft.content
        kind = content.get(face.kind, "")
        words = self._words(draft)
        short = words if len(words) <= _WORDS else words[:_CUT] + "…"
        parts = (face.kinds.get(kind, kind), short, content.get(face.time, ""))
        return " ".join(part for part in parts if part.strip())

    def _words(self, draft: Draft) -> str:
        typed = (draft.content.get(name, "") for name in self._face.words)
        return next((text for text in typed if text.strip()), "").replace("\n", " ").strip()

    def _restyle(self) -> None:
        theme = self._desk.theme
        side = theme.px(16)
        self._row.setContentsMargins(side, theme.px(4), side, 0)
        self._row.setSpacing(theme.px(8))
        self._fit()
