"""The forms of one person on the list, and of one wish."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.instants import china
from dutydesk.domain.roster import RosterMember, RosterPost, RosterWish, WishKind
from dutydesk.domain.roster_edit import RosterPerson
from dutydesk.domain.typed_time import read_typed_day
from dutydesk.services.roster_list import RosterListService
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.roster.seat_editor import FindPeople
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.person_picker import Candidate, PersonPicker
from dutydesk.wording.roster import WISH_KIND

_DAY = "例如：12月1日、2026-12-01，可以不填"


class MemberForm(LongDialog):
    """Who, which posts, no nights, since and until when."""

    help_page = "roster"

    def __init__(
        self,
        desk: Desk,
        service: RosterListService,
        find_people: FindPeople,
        subject: tuple[Sequence[RosterPost], RosterMember | None],
        parent: QWidget,
    ) -> None:
        posts, member = subject
        super().__init__(desk, "能值班的人", "记下", parent)
        self._service, self._member = service, member
        self._id = member.id if member else service.new_id()
        self._contact_id = member.contact_id if member else None
        self.person = PersonPicker(desk.theme, desk.runner, partial(_found, find_people), "姓名")
        self.posts = {post.id: QCheckBox(post.name) for post in posts if post.is_active}
        self.is_night_free = QCheckBox("不值夜班")
        self.starts_on, self.ends_on = QLineEdit(), QLineEdit()
        self.phone, self.note = QLineEdit(), QLineEdit()
        self.is_active = QCheckBox("参加排班")
        self._lay_out()
        self._fill()
        fields: dict[str, QWidget] = {
            "person": self.person,
            "starts_on": self.starts_on,
            "ends_on": self.ends_on,
            "phone": self.phone,
            "note": self.note,
            **self.posts,
        }
        self.keep(f"roster_member:{member.id if member else 'new'}", fields).begin()
        self.person.picked.connect(self._picked)
        self.person.edited.connect(self._typed)
        self.person.submitted.connect(self.person.go_on)
        self.person.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        today = china(self.desk.clock.now()).date()
        known = self._member or RosterMember(self._id, "")
        member = replace(
            known,
            name=self.person.text().strip(),
            contact_id=self._contact_id,
            posts=tuple(post_id for post_id, box in self.posts.items() if box.isChecked()),
            is_night_free=self.is_night_free.isChecked(),
            starts_on=_day(self.starts_on, today),
            ends_on=_day(self.ends_on, today),
            phone=self.phone.text().strip(),
            note=self.note.text().strip(),
            is_active=self.is_active.isChecked(),
        )
        by = self.desk.session.seat.actor
        return partial(self._service.put_member, member, by=by)

    def _lay_out(self) -> None:
        row = QWidget()
        boxes = QHBoxLayout(row)
        boxes.setContentsMargins(0, 0, 0, 0)
        boxes.setSpacing(self.desk.theme.px(12))
        for box in self.posts.values():
            boxes.addWidget(box)
        boxes.addStretch(1)
        for field in (self.starts_on, self.ends_on):
            field.setPlaceholderText(_DAY)
        self.phone.setPlaceholderText("通讯录里有的不用填")
        for word, part in (
            ("姓名", self.person),
            ("能值的岗位", row),
            ("夜班", self.is_night_free),
            ("从哪天起在任", self.starts_on),
            ("到哪天为止", self.ends_on),
            ("电话", self.phone),
            ("备注", self.note),
            ("状态", self.is_active),
        ):
            self.form.row(word, part)

    def _fill(self) -> None:
        member = self._member
        self.is_active.setChecked(member is None or member.is_active)
        if member is None:
            return
        self.person.set_text(member.name)
        for post_id, box in self.posts.items():
            box.setChecked(post_id in member.posts)
        self.is_night_free.setChecked(member.is_night_free)
        self.starts_on.setText(member.starts_on.isoformat() if member.starts_on else "")
        self.ends_on.setText(member.ends_on.isoformat() if member.ends_on else "")
        self.phone.setText(member.phone)
        self.note.setText(member.note)

    def _picked(self, value: object, _name: str) -> None:
        self._contact_id = value.contact_id if isinstance(value, RosterPerson) else None
        next(iter(self.posts.values()), self.is_night_free).setFocus()

    def _typed(self, _text: str) -> None:
        # Another name than the one picked is another person.
        self._contact_id = None


class WishForm(LongDialog):
    """A new wish of somebody, or one that is shown once more before it is taken back."""

    help_page = "roster"

    def __init__(
        self,
        desk: Desk,
        service: RosterListService,
        subject: tuple[Sequence[RosterPost], RosterMember | None],
        parent: QWidget,
        wish: RosterWish | None = None,
    ) -> None:
        posts, member = subject
        verb = "取消这条意愿" if wish else "记下"
        super().__init__(desk, "排班意愿", verb, parent)
        self._service, self._wish = service, wish
        self._id = wish.id if wish else service.new_id()
        self._member_id = wish.member_id if wish else (member.id if member else "")
        self.kind, self.post = ChoiceBox(desk.theme, "意愿"), ChoiceBox(desk.theme, "岗位")
        for kind in (WishKind.UNAVAILABLE, WishKind.FIXED, WishKind.PREFERRED):
            self.kind.addItem(WISH_KIND[kind], kind.value)
        self.post.addItem("任何岗位", "")
        for one in posts:
            if one.is_active:
                self.post.addItem(one.name, one.id)
        self.starts_on, self.ends_on, self.reason = QLineEdit(), QLineEdit(), QLineEdit()
        self.starts_on.setPlaceholderText("例如：12月1日")
        self.ends_on.setPlaceholderText("只有一天可以不填")
        self.reason.setPlaceholderText("例如：年休假、培训，可以不填")
        self.form.row("谁", QLabel(member.name if member else ""))
        self.form.row("意愿", self.kind)
        self.form.row("从哪天", self.starts_on)
        self.form.row("到哪天", self.ends_on)
        self.form.row("岗位", self.post)
        self.form.row("事由", self.reason)
        if wish is not None:
            self._fill(wish)
        else:
            fields: dict[str, QWidget] = {
                "starts_on": self.starts_on,
                "ends_on": self.ends_on,
                "reason": self.reason,
            }
            self.keep(f"roster_wish:{self._member_id}", fields).begin()
        self.starts_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        by = self.desk.session.seat.actor
        if self._wish is not None:
            return partial(self._service.put_wish, replace(self._wish, is_active=False), by=by)
        today = china(self.desk.clock.now()).date()
        first = read_typed_day(self.starts_on.text(), today)
        wish = RosterWish(
            self._id,
            self._member_id,
            WishKind(self.kind.currentData()),
            first,
            _day(self.ends_on, today) or first,
            str(self.post.currentData() or "") or None,
            self.reason.text().strip(),
        )
        return partial(self._service.put_wish, wish, by=by)

    def _fill(self, wish: RosterWish) -> None:
        self.kind.setCurrentIndex(self.kind.findData(wish.kind.value))
        self.post.setCurrentIndex(max(0, self.post.findData(wish.post_id or "")))
        self.starts_on.setText(wish.starts_on.isoformat())
        self.ends_on.setText(wish.ends_on.isoformat())
        self.reason.setText(wish.reason)
        for field in (self.kind, self.post, self.starts_on, self.ends_on, self.reason):
            field.setEnabled(False)


def _day(field: QLineEdit, today: date) -> date | None:
    text = field.text().strip()
    return read_typed_day(text, today) if text else None


def _found(find: FindPeople, text: str) -> Sequence[Candidate]:
    return find(text, "")
