"""The order of names: by pinyin, never by size or merit (CAUTIONS, No rankings)."""


def key(name: str) -> str:
    """A key that sorts names by reading; the name itself is the last tie."""
    # Its dictionary takes a third of a second, which no start of the site should wait for.
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415

    reading = " ".join(lazy_pinyin(name, style=Style.TONE3, errors="default")).lower()
    return f"{reading}"[:160] + "|" + name[:39]
