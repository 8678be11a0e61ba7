"""Page images of the papers that lie in the build folder, drawn with pypdfium2."""

from __future__ import annotations

from pathlib import Path

_SCALE = 1.2


def page_pictures(build: Path, out: Path) -> list[str]:
    """Draw every page of every PDF below ``build``; returns the picture names in order."""
    papers = sorted(build.glob("**/*.pdf"))
    if not papers:
        return []
    import pypdfium2  # noqa: PLC0415 - only where there is something to draw

    names = []
    for paper in papers:
        document = pypdfium2.PdfDocument(paper)
        for number in range(len(document)):
            name = f"page-{paper.stem}-{number + 1:02}.png"
            document[number].render(scale=_SCALE).to_pil().save(out / name)
            names.append(name)
        document.close()
    return names
