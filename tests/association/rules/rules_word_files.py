"""Word files made by hand, so that a test says exactly what is in them."""

import io
import zipfile
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def paragraph(
    text: str = "", *, style: str = "", list_id: int | None = None, level: int = 0, runs: str = ""
) -> str:
    number = (
        "" if list_id is None else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    )
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{named}{number}</w:pPr>{run}{runs}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    return (
        "<w:tbl>"
        + "".join(
            "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows
        )
        + "</w:tbl>"
    )


def list_format(level: int, text: str, style: str, *, suffix: str = "", start: int = 1) -> str:
    suff = f'<w:suff w:val="{suffix}"/>' if suffix else ""
    return f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{suff}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*lists: tuple[str, ...], overrides: str = "") -> str:
    """The numbering part: list 1 has the formats of the first tuple, and so on."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{i}">{"".join(formats)}</w:abstractNum>'
        for i, formats in enumerate(lists)
    )
    nums = "".join(
        f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(len(lists))
    )
    return f"<w:numbering {W}>{abstract}{nums}{overrides}</w:numbering>"


def word_file(
    *blocks: str, numbering: str = "", styles: str = "", footnotes: str = "", head: str = ""
) -> bytes:
    """A .docx with these blocks as its body."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{head}<w:document {W}><w:body>{''.join(blocks)}</w:body></w:document>",
    }
    beside = {"numbering": numbering, "styles": styles, "footnotes": footnotes}
    parts["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="{kind}" Type="{RELATIONS}/{kind}" Target="{kind}.xml"/>'
            for kind, xml in beside.items()
            if xml
        )
        + "</Relationships>"
    )
    parts |= {f"word/{kind}.xml": xml for kind, xml in beside.items() if xml}
    return packed(parts)


def packed(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            archive.writestr(name, xml)
    return buffer.getvalue()
