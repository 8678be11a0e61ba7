"""Use cases of papers: compose from the record, set as PDF, archive and register what leaves.

Composing reads the record (on the store lane); setting is pure and slow (on the pool); issuing
writes. What is previewed is the file that is issued.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.officer import Actor
from dutydesk.domain.paper import Pdf, WordFile
from dutydesk.domain.paper_issue import (
    PaperFormat,
    PaperIssue,
    PaperKind,
    PaperNotWritten,
    PaperPurpose,
    PaperRequest,
)
from dutydesk.domain.paper_value import PaperValue
from dutydesk.domain.word_template import (
    WORD_TEMPLATES,
    PaperNotAsWord,
    TemplateProblem,
    WordTemplateUnfit,
)
from dutydesk.papers.typesetting import Step, set_paper
from dutydesk.store import logbook
from dutydesk.store.paper import archive, take_out, write_file
from dutydesk.store.store import Store
from dutydesk.store.word_template import template_line


@dataclass(frozen=True, slots=True)
class Composed:
    """What will stand on a paper; ``subject`` is the duty date or the id it speaks of."""

    kind: PaperKind
    subject: str
    value: PaperValue
    title: str


# Each feature composes its own paper; assembly hands the functions in.
Sources = Mapping[PaperKind, Callable[[PaperRequest], Composed]]


class PaperService:
    """What an officer does with papers."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, sources: Sources) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._sources = sources

    def compose(self, request: PaperRequest) -> Composed:
        """Read what stands on the paper; raises NothingToPrint, RecordUnknown."""
        return self._sources[request.kind](request)

    @staticmethod
    def render(composed: Composed, step: Step | None = None) -> Pdf:
        """Set the paper on any thread; only a month volume still reads, sheet by sheet."""
        return set_paper(composed.value, step)

    def make(self, request: PaperRequest, step: Step | None = None) -> tuple[Composed, Pdf]:
        """Compose and set in one snapshot, so that a long paper agrees with itself.

        Also beside the lane: this thread keeps no reader. Raises what ``compose`` raises.
        """
        try:
            with self._store.reading():
                composed = self.compose(request)
                return composed, self.render(composed, step)
        finally:
            self._store.close_reader()

    def make_word(self, request: PaperRequest) -> tuple[Composed, WordFile]:
        """Compose a paper and put it into the unit's Word template.

        Raises PaperNotAsWord, WordTemplateUnfit and what ``compose`` raises.
        """
        if request.kind not in WORD_TEMPLATES:
            raise PaperNotAsWord(request.kind, tuple(WORD_TEMPLATES))
        composed = self.compose(request)
        return composed, self.render_word(composed)

    def render_word(self, composed: Composed) -> WordFile:
        """Put what was composed into the unit's template, on any thread.

        Raises WordTemplateUnfit.
        """
        # python-docx and Jinja cost a third of a second; only who writes a Word file pays.
        from dutydesk.exchange.word_paper import as_word_value, word_paper  # noqa: PLC0415

        line = template_line(self._store.folder, WORD_TEMPLATES[composed.kind])
        try:
            template = line.path.read_bytes()
        except OSError as error:
            detail = error.strerror or ""
            raise WordTemplateUnfit(str(line.path), TemplateProblem.BROKEN, detail) from error
        return word_paper(as_word_value(composed.value), template, str(line.path))

    def issue(
        self, composed: Composed, pdf: Pdf | WordFile, purpose: PaperPurpose, *, by: Actor
    ) -> Done[PaperIssue]:
        """Archive the file as ``papers/<sha256>`` with its ending and register the copy.

        Raises PaperNotWritten when the archive cannot take it; then nothing is registered.
        """
        self._keep(pdf)
        with self._store.writing(actor=by.name, action=f"paper.{purpose.value}") as work:
            recorder = logbook.recorder_for(work.tables, by, work.tables.shift.running())
            issue = PaperIssue(
                id=self._ids.new(),
                kind=composed.kind,
                subject=composed.subject,
                sha256=pdf.sha256,
                pages=pdf.pages if isinstance(pdf, Pdf) else None,
                copy_no=work.tables.paper.next_copy_no(composed.kind, composed.subject),
                purpose=purpose,
                issued_at=self._clock.now(),
                officer=recorder.name,
                file_format=_format_of(pdf),
            )
            work.tables.paper.put(issue)
        return Done(issue, work.changes)

    def save(self, pdf: Pdf | WordFile, target: Path) -> Path:
        """Archive the file and write it where it was asked for; raises PaperNotWritten.

        Archived first: what the archive cannot take does not leave the desk either. What could
        not be written there is taken out of the archive again.
        """
        is_new = self._keep(pdf)
        try:
            write_file(target, pdf.content)
        except OSError as error:
            if is_new:
                take_out(self._store.folder, pdf.sha256, _format_of(pdf))
            raise PaperNotWritten(str(target), error.strerror or "") from error
        return target

    def issues(self) -> list[PaperIssue]:
        """Return the register of everything that left the desk."""
        with self._store.reading() as tables:
            return tables.paper.all()

    def _keep(self, pdf: Pdf | WordFile) -> bool:
        try:
            return archive(self._store.folder, pdf.sha256, pdf.content, _format_of(pdf))
        except OSError as error:
            raise PaperNotWritten(str(self._store.folder), error.strerror or "") from error


def _format_of(file: Pdf | WordFile) -> PaperFormat:
    return PaperFormat.PDF if isinstance(file, Pdf) else PaperFormat.DOCX
