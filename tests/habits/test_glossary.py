"""docs/glossary.md names only what the code has: a name found there can be searched for."""

import re

from tests.habits.source import ROOT, python_sources


def test_every_name_of_the_glossary_is_in_the_code() -> None:
    text = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    table = text.split("## Sections")[0]
    names = {name for row in table.splitlines() for name in re.findall(r"`(\w+)`", row)}
    assert len(names) > 50
    words = {word for one in python_sources("dutydesk") for word in re.findall(r"\w+", one.text)}
    assert names - words == set()


def test_every_file_of_the_glossary_is_there() -> None:
    text = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    files = re.findall(r"`((?:domain|wording)/\w+\.py)`", text)
    assert files
    assert [file for file in files if not (ROOT / "dutydesk" / file).is_file()] == []
