"""人员和意愿: who may be rostered for what, and when somebody is fixed, off or willing."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.roster import RosterMember, RosterPost, RosterWish
from dutydesk.services.roster_list import RosterListService
from dutydesk.ui.desk import Desk
from dutydesk.ui.roster.list_dialog import ListDialog
from dutydesk.ui.roster.member_forms import MemberForm, WishForm
from dutydesk.ui.roster.seat_editor import FindPeople
from dutydesk.ui.widgets.row_table import RowColumn, RowTable, TableRow
from dutydesk.wording.roster import WISH_KIND
from dutydesk.wording.when import day, whole_day

_MEMBERS = (
    RowColumn("姓名", "欧阳某某某"),
    RowColumn("能值的岗位"),
    RowColumn("夜班", "不值夜班"),
    RowColumn("在任", "2026年12月28日起"),
    RowColumn("状态", "不排了"),
)
_WISHES = (
    RowColumn("意愿", "固定排班"),
    RowColumn("日子", "12月28日 至 12月30日"),
    RowColumn("岗位", "带班领导"),
    RowColumn("事由"),
)


@dataclass(frozen=True, slots=True)
class Lists:
    """Everything the window shows, read at once."""

    posts: tuple[RosterPost, ...]
    members: tuple[RosterMember, ...]
    wishes: tuple[RosterWish, ...]


class MembersDialog(ListDialog):
    """People above, the wishes of the chosen one below."""

    def __init__(
        self, desk: Desk, service: RosterListService, find_people: FindPeople, parent: QWidget
    ) -> None:
        super().__init__(desk, "人员和意愿", parent)
        self._service, self._find = service, find_people
        self.lists = Lists((), (), ())
        self._wanted = ""
        self.members = RowTable(desk.theme, "能值班的人", _MEMBERS)
        self.wishes = RowTable(desk.theme, "意愿", _WISHES)
        self.add, self.change = QPushButton("加一个人  Ctrl+N"), QPushButton("修改  Enter")
        self.wish = QPushButton("加一条意愿  Ctrl+E")
        self.drop = QPushButton("这条意愿取消  Ctrl+D")
        self.place("", self.members, (self.add, self.change))
        self.place("选中的人的意愿", self.wishes, (self.wish, self.drop))
        self.end(760, 620)
        self.add.clicked.connect(self._add)
        self.change.clicked.connect(self._change)
        self.wish.clicked.connect(self._add_wish)
        self.drop.clicked.connect(self._drop_wish)
        self.members.activated.connect(self._change)
        self.members.itemSelectionChanged.connect(self._show_wishes)
        self.key("Ctrl+N", self.add)
        self.key("Ctrl+E", self.wish)
        self.key("Ctrl+D", self.drop)
        self.members.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload()

    def reload(self) -> None:
        """Read the lists again."""
        self.desk.runner.submit(self._read, done=self._show)

    def chosen(self) -> RosterMember | None:
        """Return the person of the current row."""
        wanted = self.members.chosen()
        return next((one for one in self.lists.members if one.id == wanted), None)

    def _read(self) -> Lists:
        service = self._service
        return Lists(service.posts(), service.members(), service.wishes())

    def _show(self, lists: Lists) -> None:
        self.lists = lists
        names = {post.id: post.name for post in lists.posts}
        ordered = sorted(lists.members, key=lambda one: not one.is_active)
        self.members.show_rows([_member_row(one, names) for one in ordered], self._wanted)
        self._wanted = ""

    def _show_wishes(self) -> None:
        member = self.chosen()
        names = {post.id: post.name for post in self.lists.posts}
        wishes = [
            one
            for one in self.lists.wishes
            if one.is_active and member is not None and one.member_id == member.id
        ]
        self.wishes.show_rows([_wish_row(one, names) for one in wishes])
        may_write = self.desk.session.seat.may_write
        self.change.setEnabled(may_write and member is not None)
        self.wish.setEnabled(may_write and member is not None)
        self.drop.setEnabled(may_write and bool(wishes))

    def _add(self) -> None:
        self._open(None)

    def _change(self) -> None:
        member = self.chosen()
        if member is not None and self.desk.session.seat.may_write:
            self._open(member)

    def _open(self, member: RosterMember | None) -> None:
        form = MemberForm(self.desk, self._service, self._find, (self.lists.posts, member), self)
        form.answered.connect(self._saved)
        form.open()

    def _add_wish(self) -> None:
        member = self.chosen()
        if member is not None:
            form = WishForm(self.desk, self._service, (self.lists.posts, member), self)
            form.answered.connect(self._wish_saved)
            form.open()

    def _drop_wish(self) -> None:
        wanted = self.wishes.chosen()
        wish = next((one for one in self.lists.wishes if one.id == wanted), None)
        if wish is not None:
            form = WishForm(
                self.desk, self._service, (self.lists.posts, self.chosen()), self, wish
            )
            form.answered.connect(self._wish_saved)
            form.open()

    def _saved(self, member: RosterMember) -> None:
        self._wanted = member.id
        self.reload()

    def _wish_saved(self, _wish: RosterWish) -> None:
        self.reload()


def _member_row(member: RosterMember, posts: dict[str, str]) -> TableRow:
    names = "、".join(posts.get(post_id, post_id) for post_id in member.posts)
    return TableRow(
        member.id,
        (
            member.name,
            names or "没有岗位",
            "不值夜班" if member.is_night_free else "",
            _service(member.starts_on, member.ends_on),
            "" if member.is_active else "不排了",
        ),
    )


def _service(starts_on: date | None, ends_on: date | None) -> str:
    since = f"{whole_day(starts_on)}起" if starts_on else ""
    until = f"到{whole_day(ends_on)}" if ends_on else ""
    return f"{since}{until}"


def _wish_row(wish: RosterWish, posts: dict[str, str]) -> TableRow:
    days = day(wish.starts_on)
    if wish.ends_on != wish.starts_on:
        days = f"{days} 至 {day(wish.ends_on)}"
    post = posts.get(wish.post_id or "", "") or "任何岗位"
    return TableRow(wish.id, (WISH_KIND[wish.kind], days, post, wish.reason))
