"""Fonts by role, loaded once and lazily, with a fallback for every character they lack."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from struct import unpack
from threading import Lock

from reportlab.pdfbase.ttfonts import TTFError

from dutydesk.domain.dataclass import dataclass
from dutydesk.papers.font_files import FontFile, Role, bundled_file, office_files, wide_file
from dutydesk.papers.paper_font import PaperFont
from dutydesk.papers.text import GETA, other_spelling

_LOG = logging.getLogger(__name__)
_LOADING = Lock()

_FALLBACK: dict[Role, tuple[Role, ...]] = {
    Role.SONG: (Role.KAI, Role.HEI),
    # 楷 is written with the same brush as 仿宋; a 宋 character stands out of its line.
    Role.FANG: (Role.KAI, Role.SONG, Role.HEI),
    Role.KAI: (Role.SONG, Role.HEI),
    Role.HEI: (Role.SONG, Role.KAI),
    Role.TITLE: (Role.SONG, Role.HEI, Role.KAI),
}


@dataclass(frozen=True)
class FontChoice:
    """Which fonts a paper uses: the bundled ones only, or the office's own where they exist.

    `only_bundled` gives the same bytes on every machine and is the rule for archives and tests;
    `paths` are font files the user named for a role, tried first.
    """

    only_bundled: bool = True
    paths: tuple[tuple[Role, str], ...] = ()


BUNDLED = FontChoice()


@dataclass(frozen=True, eq=False)
class Face:
    """One loaded font file; `has_latin` is False where its Latin letters are not to be used."""

    font: PaperFont
    has_latin: bool = True

    def has(self, char: str) -> bool:
        """Tell whether the font draws something of its own for this character."""
        if char.isascii() and not self.has_latin:
            return False
        return bool(self.font.face.charToGlyph.get(ord(char), 0))

    def advance(self, char: str) -> float:
        """Return the width of a character in ems."""
        width: float = self.font.face.getCharWidth(ord(char))
        return width / 1000

    def box(self, char: str) -> tuple[float, float, float, float]:
        """Return left, bottom, right and top of a character's outline in ems."""
        face = self.font.face
        place = face.get_table_pos("glyf")[0] + face.glyphPos[face.charToGlyph[ord(char)]]
        _, *box = unpack(">5h", face.get_chunk(place, 10))
        left, bottom, right, top = (edge / face.unitsPerEm for edge in box)
        return left, bottom, right, top


@dataclass(frozen=True)
class Glyph:
    """How a role prints one character: the face that has it, and what is really drawn."""

    face: Face
    char: str
    advance: float


class Typeface(dict[str, float]):
    """A role's fonts in order: maps a character to its width in ems, resolving it once."""

    def __init__(self, chain: Callable[[], Iterator[Face]]) -> None:
        super().__init__()
        self.missing: set[str] = set()
        self.glyphs: dict[str, Glyph] = {}
        self._spellings: dict[int, str] = {}
        self._known = {"\n"}
        self._chain = chain

    def spelt(self, text: str) -> str:
        """Return the text with signs that no font has written in characters that one has.

        To be asked for every text before it is set: one sign may become several characters.
        """
        if new := set(text).difference(self._known):
            for char in new:
                self._resolve(char)
            self._known |= new
        return text.translate(self._spellings) if self._spellings else text

    def draws(self, text: str) -> bool:
        """Tell whether the role's first font has every character of the text itself."""
        first = next(self._chain(), None)
        return first is not None and all(first.has(char) for char in text if not char.isascii())

    def _resolve(self, char: str) -> None:
        other = "" if self._glyph(char) else other_spelling(char)
        if other and all(self._glyph(part) for part in other):
            self._spellings[ord(char)] = other
        else:
            _ = self[char]

    def __missing__(self, char: str) -> float:
        glyph = self._glyph(char)
        if glyph is None:
            glyph = self._glyph(GETA)
            self.missing.add(char)
        if glyph is None:
            raise LookupError("no font of the chain has the replacement mark")
        self.glyphs[char] = glyph
        self[char] = glyph.advance
        return glyph.advance

    def glyph(self, char: str) -> Glyph:
        """Return how a character is printed; always something visible."""
        found = self.glyphs.get(char)
        if found is None:
            _ = self[char]
            found = self.glyphs[char]
        return found

    def _glyph(self, char: str) -> Glyph | None:
        for face in self._chain():
            if face.has(char):
                return Glyph(face, char, face.advance(char))
        return None


class PaperFonts:
    """The typefaces of one choice; a font file is read when its first character is set."""

    def __init__(self, choice: FontChoice) -> None:
        self._choice = choice
        self._typefaces = {role: Typeface(self._chain_of(role)) for role in Role}
        self._own: dict[Role, Face | None] = {}

    def typeface(self, role: Role) -> Typeface:
        """Return the typeface of a role."""
        return self._typefaces[role]

    def _chain_of(self, role: Role) -> Callable[[], Iterator[Face]]:
        def chain() -> Iterator[Face]:
            own = self._office_face(role)
            if own is not None:
                yield own
            yield _bundled(role)
            for other in _FALLBACK[role]:
                yield _bundled(other)
            yield _bundled(_WIDE)

        return chain

    def best_role(self, name: str, role: Role) -> Role:
        """Return the role whose own font has a whole name, so that no name changes its face."""
        for other in (role, *_FALLBACK[role]):
            if self._typefaces[other].draws(name):
                return other
        # 宋 and the face of last resort are parts of one font: together they have every name.
        return Role.SONG if role in _WITHOUT_LATIN else role

    def _office_face(self, role: Role) -> Face | None:
        if self._choice.only_bundled:
            return None
        with _LOADING:
            if role not in self._own:
                self._own[role] = self._first_usable(role)
            return self._own[role]

    def _first_usable(self, role: Role) -> Face | None:
        named = [FontFile(Path(path)) for of, path in self._choice.paths if of is role]
        for number, file in enumerate((*named, *office_files(role))):
            try:
                return Face(
                    PaperFont(f"{role}-own-{number}", str(file.path), subfontIndex=file.index)
                )
            except (TTFError, OSError) as reason:
                _LOG.info("font %s not usable: %s", file.path.name, reason)
        return None


def paper_fonts(choice: FontChoice = BUNDLED) -> PaperFonts:
    """Return the fonts of a choice; the same object for the same choice, safe from any thread."""
    return _paper_fonts(choice)


@cache
def _paper_fonts(choice: FontChoice) -> PaperFonts:
    return PaperFonts(choice)


_WIDE = "wide"
# Latin letters and figures of these have no serifs and stand out of the line.
_WITHOUT_LATIN = {Role.FANG, Role.KAI}
_LOADED: dict[str, Face] = {}


def _bundled(name: Role | str) -> Face:
    face = _LOADED.get(name)
    if face is None:
        with _LOADING:
            face = _LOADED.get(name)
            if face is None:
                file = bundled_file(name) if isinstance(name, Role) else wide_file()
                font = PaperFont(str(name), str(file))
                face = _LOADED[name] = Face(font, has_latin=name not in _WITHOUT_LATIN)
    return face
