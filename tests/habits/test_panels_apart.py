"""One panel knows no other: a folder of `ui` that holds a panel imports no other such folder."""

import ast

from tests.habits.source import Source, python_sources


def imported_modules(source: Source) -> set[str]:
    """Name every module a file imports, and what it takes from packages, in full."""
    names: set[str] = set()
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def panel_folders(sources: list[Source]) -> set[str]:
    """Name the folders of `ui` that hold a panel, `dutydesk.ui.contacts`."""
    return {
        source.path.rpartition("/")[0].replace("/", ".")
        for source in sources
        if source.path.startswith("dutydesk/ui/") and source.path.endswith("panel.py")
    }


def panels_that_know_another(sources: list[Source]) -> list[str]:
    folders = panel_folders(sources)
    found = []
    for source in sources:
        own = source.path.rpartition("/")[0].replace("/", ".")
        if own not in folders:
            continue
        for other in sorted(folders - {own}):
            if any(f"{name}.".startswith(f"{other}.") for name in imported_modules(source)):
                found.append(f"{source.path} imports {other}")
    return found


def test_no_panel_knows_another() -> None:
    sources = python_sources("dutydesk")
    assert panel_folders(sources)
    assert panels_that_know_another(sources) == []


def test_a_panel_that_knows_another_is_found() -> None:
    contacts = Source("dutydesk/ui/contacts/panel.py", "from dutydesk.ui import incident\n")
    incident = Source("dutydesk/ui/incident/panel.py", "import dutydesk.ui.widgets.tag\n")
    form = Source("dutydesk/ui/incident/form.py", "from dutydesk.ui.contacts.panel import X\n")
    assert panels_that_know_another([contacts, incident, form]) == [
        "dutydesk/ui/contacts/panel.py imports dutydesk.ui.incident",
        "dutydesk/ui/incident/form.py imports dutydesk.ui.contacts",
    ]
