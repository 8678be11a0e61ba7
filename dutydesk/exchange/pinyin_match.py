"""Whether letters are a way to type part of a Chinese text: full pinyin, initials, or both mixed.

Keys of a whole name are made by ``pinyin``; a sentence has too many readings for that, so here
the letters are laid along the text instead.
"""

from __future__ import annotations

from dutydesk.exchange.pinyin import readings_along


def is_typed_as(letters: str, text: str) -> bool:
    """Tell whether the letters type some stretch of the text; signs between are passed over."""
    places = readings_along(text)
    return any(_fits(letters.casefold(), places[at:]) for at in range(len(places)))


def _fits(letters: str, places: list[tuple[str, ...]]) -> bool:
    """Lay the letters along the places; each takes a syllable, its initial, or a started one."""
    # What may still be left to lay after each place; at most as many as there are letters.
    left = {letters}
    for place in places:
        left = {rest for one in left for syllable in place for rest in _after(one, syllable)}
        if "" in left:
            return True
        if not left:
            return False
    return False


def _after(letters: str, syllable: str) -> set[str]:
    spellings = {syllable, syllable.replace("v", "u")}
    found = set()
    for spelling in spellings:
        if letters.startswith(spelling):
            found.add(letters[len(spelling) :])
        elif spelling.startswith(letters):
            # The last syllable is still being typed.
            found.add("")
        if letters[:1] == spelling[:1]:
            found.add(letters[1:])
    return found
