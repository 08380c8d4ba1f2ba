"""Which characters documents are made of, and which of a text's characters no face can draw."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

# Characters of names that GB 2312 lacks and that no year of documents goes without.
_NAMES = (
    "喆玥祎珺昇翀堃垚犇羴骉贇赟婠嬅媃嫄媖孋寯屾嶒巘崑崟惇愔慜旻昉晞晢晧暐暘暠曈曌朤杺柟栐梽棪楙橦"
    "沄沚泩洺浛涢淏淯渟湉湜湝溦澔澂濛瀞炘烜焜燊燚爔玘玙玚玭珅珣琇琎琤琯琲瑀瑄瑆瑒瑱璈璟璠璪瓅瓈畯"
    "皞睆瞾碁碶祐禔禛禤秾稑竑縯翙翚翛翯芃苪莙蒨虓衎訚訸詝詠諲讬谞贠赑赪釒鈜鋆錞鎔鑅锜镕闿陞雱霙靘"
    "韡頔頫颋颎颕飏飔馡骎鹔龑龢䶮㛃㑇㬎祇𠮷"
)
_RANGES = (
    (0x20, 0x7F), (0xA0, 0x180), (0x2000, 0x2070), (0x20A0, 0x20C0), (0x2100, 0x2150), (0x2160, 0x2180),
    (0x2190, 0x2200), (0x2460, 0x2500), (0x25A0, 0x2610), (0x3000, 0x3040), (0x3200, 0x3300),
    (0xFF00, 0xFFF0),
    # The supplementary part of the national standard list of general characters (𬭎, 𬬭, 𫖯) lies in these.
    (0x2A700, 0x2EBE1),
)  # fmt: skip


@lru_cache(maxsize=1)
def common_characters() -> frozenset[int]:
    """Code points every cut face holds: GB 2312, punctuation and figures, characters of names."""
    rows = (bytes([high, low]) for high in range(0xA1, 0xF8) for low in range(0xA1, 0xFF))
    points = {ord(c) for row in rows if len(c := row.decode("gb2312", "ignore")) == 1}
    points.update(ord(c) for c in _NAMES)
    for first, after in _RANGES:
        points.update(range(first, after))
    return frozenset(points)


@dataclass(frozen=True, slots=True)
class Looked:
    """What a text needs beyond the common characters: those no face draws, and whether others were met for
    the first time."""

    lost: str
    is_new: bool


def look_through(text: str, *, full: Path | None, notes: Path) -> Looked:
    """Look for characters the full face (its file) cannot draw; those only it has are written into
    `notes`."""
    rare = {c for c in text if ord(c) not in common_characters() and c.isprintable() and not _is_selector(c)}
    if not rare:
        return Looked("", is_new=False)
    drawn = _drawn_by(full) if full is not None else frozenset()
    is_new = _remember((c for c in rare if ord(c) in drawn), notes)
    return Looked("".join(sorted(c for c in rare if ord(c) not in drawn)), is_new)


def _is_selector(character: str) -> bool:
    """A variation selector draws nothing itself."""
    return 0xFE00 <= ord(character) <= 0xFE0F or 0xE0100 <= ord(character) <= 0xE01EF


@lru_cache(maxsize=2)
def _drawn_by(source: Path) -> frozenset[int]:
    with TTFont(source, fontNumber=0, lazy=True) as face:
        return frozenset(face.getBestCmap())


def remembered(notes: Path) -> frozenset[int]:
    """Code points met in documents beyond the common ones."""
    return frozenset(ord(c) for c in notes.read_text().strip()) if notes.exists() else frozenset()


def _remember(characters: Iterable[str], notes: Path) -> bool:
    known = remembered(notes)
    new = sorted(c for c in characters if ord(c) not in known)
    if new:
        notes.parent.mkdir(parents=True, exist_ok=True)
        with notes.open("a") as file:
            file.write("".join(new))
    return bool(new)
