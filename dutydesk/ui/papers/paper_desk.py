"""The one way to a paper from any room: a request in, a preview window out."""

from __future__ import annotations

from PySide6.QtCore import QObject
from shiboken6 import isValid

from dutydesk.domain.paper_issue import PaperRequest
from dutydesk.services.paper import PaperService
from dutydesk.ui.desk import Desk
from dutydesk.ui.main_window import DeskWindow
from dutydesk.ui.papers.preview import Outlets, PaperPreview


class PaperDesk(QObject):
    """Shows papers; a room is handed ``show_paper`` and knows nothing else of this."""

    def __init__(
        self,
        desk: Desk,
        service: PaperService,
        outlets: Outlets | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._service = desk, service
        self._outlets = outlets or Outlets()
        self._preview: PaperPreview | None = None

    def show_paper(self, request: PaperRequest) -> None:
        """Open the preview of a paper; a preview already open takes the new paper."""
        preview = self.preview() or self._open()
        preview.show_paper(request)
        preview.show()
        preview.raise_()
        preview.activateWindow()

    def preview(self) -> PaperPreview | None:
        """Return the window that is open."""
        return self._preview if self._preview is not None and isValid(self._preview) else None

    def _open(self) -> PaperPreview:
        window = self._desk.notices.window()
        made = PaperPreview(self._desk, self._service, self._outlets, window)
        if isinstance(window, DeskWindow):
            # What lies open must not be read from a locked desk.
            window.locked.connect(made.close)
        self._preview = made
        return made
