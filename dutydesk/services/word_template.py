"""Use cases of Word templates: which are in force, and taking them out to be changed."""

from __future__ import annotations

from dutydesk.domain.word_template import TemplateLine, TemplatesExported
from dutydesk.store.store import Store
from dutydesk.store.word_template import export_templates, template_lines


class WordTemplateService:
    """What the unit does with its templates; they are files beside the record, not part of it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def templates(self) -> list[TemplateLine]:
        """Return every template with the file in force."""
        return template_lines(self._store.folder)

    def export(self, name: str | None = None) -> TemplatesExported:
        """Put the shipped ones into the data folder, where they are used from then on.

        What the unit has already is kept. Raises WordTemplateUnknown, WordTemplateNotWritten.
        """
        return export_templates(self._store.folder, name)
