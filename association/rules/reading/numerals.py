"""Chinese numerals: 1 to 9999 in words, digits of any width, circled figures and the letters of annexes."""

import unicodedata

DIGITS = {
    "〇": 0,
    "零": 0,
    "○": 0,
    "Ｏ": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
UNITS = {"千": 1000, "百": 100, "十": 10}
FIGURES = "〇一二三四五六七八九"
LARGEST = 9999

# Characters that may stand in a Chinese numeral, for the patterns that look for marks.
CHINESE = "〇零○Ｏ一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟"
ARABIC = "0123456789０１２３４５６７８９"


def in_chinese(number: int) -> str:
    """`120` as 一百二十, `105` as 一百零五, `10` as 十. Raises ValueError outside 1..9999."""
    if not 1 <= number <= LARGEST:
        raise ValueError(f"only 1 to {LARGEST} is written in Chinese here, not {number}")
    words = ""
    rest, skipped = number, False
    for unit, size in UNITS.items():
        figure, rest = divmod(rest, size)
        if figure:
            words += ("零" if skipped else "") + FIGURES[figure] + unit
            skipped = False
        elif words:
            skipped = True
    if rest:
        words += ("零" if skipped else "") + FIGURES[rest]
    return words[1:] if words.startswith("一十") else words


def number_of(written: str) -> int | None:
    """The number a numeral means, or None where it is not one numeral: 二十三, 二〇二二, 23, ２３, 两百.

    A mixture (二10) and a place left out (一百五, which could be 105 or 150) are not numerals here:
    whoever asks has to say so instead of choosing.
    """
    written = "".join(written.split()).translate(FORMAL)
    if not 1 <= len(written) <= 9:
        return None
    if all(sign in ARABIC for sign in written):
        return int(unicodedata.normalize("NFKC", written))
    if any(sign not in DIGITS and sign not in UNITS for sign in written):
        return None
    if all(sign in DIGITS for sign in written):
        return _figure_by_figure(written)
    return _with_units(written)


def _figure_by_figure(written: str) -> int | None:
    """二〇二二. One figure is that figure; a leading zero is no number."""
    if len(written) > 4 or (DIGITS[written[0]] == 0 and len(written) > 1):
        return None
    return int("".join(str(DIGITS[sign]) for sign in written))


def _with_units(written: str) -> int | None:
    """一千零二十三: added up loosely, then taken only if it is how that number is written."""
    total, figure = 0, 1
    for sign in written:
        if sign in UNITS:
            total += figure * UNITS[sign]
            figure = 1
        else:
            figure = DIGITS[sign]
    if written[-1] not in UNITS:
        total += figure
    return total if 1 <= total <= LARGEST and _plain(written) == in_chinese(total) else None


def _plain(written: str) -> str:
    """The one way out of several: 两百 as 二百, 一百十 as 一百一十, 一十 as 十."""
    written = written.replace("两", "二").replace("〇", "零").replace("○", "零").replace("Ｏ", "零")
    written = written.replace("百十", "百一十").replace("零十", "零一十")
    return written[1:] if written.startswith("一十") else written


def circled(number: int) -> str:
    """`3` as ③. Raises ValueError outside 1..50, which Unicode does not have."""
    for first, last, start in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= number <= last:
            return chr(start + number - first)
    raise ValueError(f"there is no circled {number}")


CIRCLED = {circled(number): number for number in range(1, 51)}


def letter(number: int) -> str:
    """`1` as A, for annexes of standards. Raises ValueError outside 1..26."""
    if not 1 <= number <= 26:
        raise ValueError(f"there is no letter {number}")
    return chr(ord("A") + number - 1)


def number_of_letter(written: str) -> int | None:
    """A as 1, ｂ as 2; None for anything but one Latin letter."""
    sign = unicodedata.normalize("NFKC", written).upper()
    return ord(sign) - ord("A") + 1 if len(sign) == 1 and "A" <= sign <= "Z" else None
