"""What makes two writings of a text the same for matching: width, brackets, blanks. For reading, texts stay
as written."""

import unicodedata

# NFKC leaves these as they are, and official texts use them for one another.
SAME = str.maketrans(
    {
        **dict.fromkeys("〔【[", "("),
        **dict.fromkeys("〕】]", ")"),
        **dict.fromkeys('「」『』"”', "“"),
        **dict.fromkeys("'’", "‘"),
        **dict.fromkeys("〈<", "《"),
        **dict.fromkeys("〉>", "》"),
        **dict.fromkeys("—–―－‐‑−", "-"),
        **dict.fromkeys("〇○", "零"),
        **dict.fromkeys("・•", "·"),
    }
)
UNSEEN = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD])


def visible(text: str) -> str:
    """`text` without the characters nobody sees, trimmed at both ends. Blanks inside stay."""
    return text.translate(UNSEEN).strip() if text else text


def normal(text: str) -> str:
    """`text` as it is compared: half width, one kind of bracket, dash and quotation mark, no blanks. Empty
    for blank text."""
    return "".join(even(text.translate(UNSEEN)).split())


def even(text: str) -> str:
    """`text` in half width, with one kind of bracket, dash and quotation mark; blanks stay."""
    return unicodedata.normalize("NFKC", text).translate(SAME)


def with_proper_brackets(number: str) -> str:
    """A 发文字号 with the brackets GB/T 9704 asks for: 示协发[2026]3号 becomes 示协发〔2026〕3号. A
    standard's number keeps its blank."""
    if not number.endswith("号"):
        return " ".join(number.split())
    flat = unicodedata.normalize("NFKC", number)
    for opening, closing in (("[", "]"), ("(", ")"), ("【", "】")):
        flat = flat.replace(opening, "〔").replace(closing, "〕")
    return "".join(flat.split())
