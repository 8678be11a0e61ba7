"""The windows of the roster room that are about people and days: generate, lists, counts."""

from __future__ import annotations

from PySide6.QtCore import QObject

from dutydesk.domain.dataclass import dataclass
from dutydesk.services.holiday import HolidayService
from dutydesk.services.officer import OfficerService
from dutydesk.services.roster import RosterService
from dutydesk.services.roster_import import RosterImported, RosterImportService
from dutydesk.services.roster_list import RosterListService
from dutydesk.services.roster_trial import RosterTrialService
from dutydesk.ui.messages import FileWish
from dutydesk.ui.roster.panel import RosterPanel
from dutydesk.ui.roster.seat_editor import FindPeople
from dutydesk.ui.roster.verbs import COUNTS, GENERATE, HOLIDAYS, IMPORT, MEMBERS, PERIODS, POSTS

_FILES = "值班表 (*.xlsx *.xls *.csv)"


@dataclass(frozen=True, slots=True)
class ListServices:
    """What these windows ask."""

    roster: RosterService
    lists: RosterListService
    trial: RosterTrialService
    files: RosterImportService
    holiday: HolidayService
    officer: OfficerService
    find_people: FindPeople


class ListDeed(QObject):
    """Hung on the room by the application; each window is loaded when it is first opened."""

    def __init__(self, panel: RosterPanel, services: ListServices) -> None:
        super().__init__(panel)
        self._panel, self._services = panel, services
        actions = panel.desk.actions
        for spec, deed in (
            (GENERATE, self.generate),
            (MEMBERS, self.members),
            (PERIODS, self.periods),
            (COUNTS, self.counts),
            (IMPORT, self.take_file),
            (HOLIDAYS, self.holidays),
            (POSTS, self.posts),
        ):
            actions.add(spec, deed, panel, local=True)
        head = panel.head
        head.generate.clicked.connect(self.generate)
        head.members.clicked.connect(self.members)
        head.counts.clicked.connect(self.counts)
        panel.generate_wanted.connect(self.generate)

    def generate(self) -> None:
        """Try a roster out for what is left of the month."""
        from dutydesk.ui.roster.generate_dialog import (  # noqa: PLC0415 -- see above
            GenerateDialog,
            GenerateServices,
            span_of,
        )

        panel = self._panel
        if panel.view is None or not panel.desk.session.seat.may_write:
            return
        services = GenerateServices(self._services.roster, self._services.trial)
        span = span_of(panel.month, panel.today)
        posts = [post for post in panel.view.posts if post.is_active]
        GenerateDialog(panel.desk, services, span, posts, panel.window()).open()

    def members(self) -> None:
        """Show who may be rostered."""
        from dutydesk.ui.roster.members_dialog import MembersDialog  # noqa: PLC0415 -- see above

        panel, services = self._panel, self._services
        MembersDialog(panel.desk, services.lists, services.find_people, panel.window()).open()

    def periods(self) -> None:
        """Show the key periods."""
        from dutydesk.ui.roster.period_dialog import PeriodsDialog  # noqa: PLC0415 -- see above

        PeriodsDialog(self._panel.desk, self._services.lists, self._panel.window()).open()

    def holidays(self) -> None:
        """Show the years' days off and days worked."""
        from dutydesk.ui.roster.holiday_dialog import HolidayDialog  # noqa: PLC0415 -- see above

        panel, services = self._panel, self._services
        HolidayDialog(panel.desk, services.holiday, services.officer, panel.window()).open()

    def posts(self) -> None:
        """Show the posts of the unit."""
        from dutydesk.ui.roster.post_dialog import PostsDialog  # noqa: PLC0415 -- see above

        panel, services = self._panel, self._services
        PostsDialog(panel.desk, services.lists, services.officer, panel.window()).open()

    def counts(self) -> None:
        """Show who has how many duties."""
        from dutydesk.ui.roster.counts_dialog import CountsDialog  # noqa: PLC0415 -- see above

        panel = self._panel
        CountsDialog(panel.desk, self._services.trial, panel.month, panel.window()).open()

    def take_file(self) -> None:
        """Ask for a roster that somebody else wrote, and show what taking it would do."""
        from dutydesk.ui.roster.import_dialog import (  # noqa: PLC0415 -- see above
            RosterImportDialog,
        )

        panel = self._panel
        if panel.view is None or not panel.desk.session.seat.may_write:
            return
        wish = FileWish("导入值班表", filters=(_FILES,))
        for path in panel.desk.messages.open_files(wish)[:1]:
            files, posts = self._services.files, panel.view.posts
            dialog = RosterImportDialog(panel.desk, files, path, posts, panel.window())
            dialog.answered.connect(self._taken)
            dialog.open()

    def _taken(self, taken: RosterImported) -> None:
        self._panel.go_to(taken.report.days[0])
