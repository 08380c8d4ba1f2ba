"""What the reader could not place or would not decide alone, with the place."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from association.rules.reading.sentences import N_, Sentence


class Doubt(StrEnum):
    GAP = "gap"
    FIRST = "first"
    DOUBLED = "doubled"
    ORDER = "order"
    MIXED_NUMERALS = "mixed_numerals"
    OTHER_STYLE = "other_style"
    UNREADABLE_NUMERAL = "unreadable_numeral"
    INCOMPLETE_MARK = "incomplete_mark"
    MENTION = "mention"
    UNCLEAR_NUMBER = "unclear_number"
    INSIDE_LINE = "inside_line"
    LONG_LINE = "long_line"
    TOO_DEEP = "too_deep"
    STEP = "step"
    UNNUMBERED_HEADING = "unnumbered_heading"
    JOINED = "joined"
    NO_SPACE = "no_space"
    ANNEX_NUMBER = "annex_number"
    NO_PROVISIONS = "no_provisions"
    TITLE = "title"
    TITLE_FROM_NAME = "title_from_name"
    ISSUER = "issuer"
    NO_DATE = "no_date"
    DATE_FROM_NAME = "date_from_name"
    DATE_ONLY_IN_NAME = "date_only_in_name"
    DATE_NOT_FROM_NAME = "date_not_from_name"
    OLD_EFFECTIVE = "old_effective"
    NO_EFFECTIVE = "no_effective"
    ENCODING = "encoding"
    BAD_BYTES = "bad_bytes"
    CUT_OFF = "cut_off"
    OPEN_COMMENT = "open_comment"
    OPEN_HEAD = "open_head"
    HTML_TABLE = "html_table"
    WORD_NUMBER = "word_number"
    WORD_PICTURE = "word_picture"
    WORD_CHANGES = "word_changes"
    WORD_NOTE = "word_note"
    WORD_OBJECT = "word_object"
    MORE = "more"


SENTENCES = {
    Doubt.GAP: N_("“%(mark)s”前面缺%(missing)s，上一个是“%(before)s”。"),
    Doubt.FIRST: N_("“%(mark)s”是这一组的第一个，却不从一开始。"),
    Doubt.DOUBLED: N_("“%(mark)s”重复，第 %(other)s 行已有同号；地址写作 %(path)s。"),
    Doubt.ORDER: N_("“%(mark)s”排在“%(before)s”之后，次序颠倒。"),
    Doubt.MIXED_NUMERALS: N_("“%(mark)s”与同组其他编号的写法不同，按同组第 %(number)s 个收录。"),
    Doubt.OTHER_STYLE: N_("“%(mark)s”与同一级的“%(before)s”编号写法不同，照原样收录。"),
    Doubt.UNREADABLE_NUMERAL: N_("“%(mark)s”中的数字无法辨认，按前后次序作第 %(number)s 条收录。"),
    Doubt.INCOMPLETE_MARK: N_("“%(mark)s”像是条的标题而缺“条”字，作正文收录。"),
    Doubt.MENTION: N_("行首的“%(mark)s”像是引用而不是标题，作正文收录。"),
    Doubt.UNCLEAR_NUMBER: N_("行首的“%(mark)s”接不上任何编号，作正文收录。"),
    Doubt.INSIDE_LINE: N_(
        "这一行中间有 %(count)s 处像是标题，第一处是“%(mark)s”；没有拆开，请分行后重新读入。"
    ),
    Doubt.LONG_LINE: N_("这一行有 %(count)s 字，可能丢了换行；照原样作一段收录。"),
    Doubt.TOO_DEEP: N_("“%(mark)s”嵌套到第 %(depth)s 层，超过公文的层次，照原样收录。"),
    Doubt.STEP: N_("“%(mark)s”的上一级编号不在文中，放在最近的一级之下。"),
    Doubt.UNNUMBERED_HEADING: N_("“%(text)s”像是没有编号的标题，作不编号的文字收录，不计为款。"),
    Doubt.JOINED: N_("这一行接着上一行没有写完的话，已并入上一段。"),
    Doubt.NO_SPACE: N_("“%(mark)s”与正文之间没有空格，按次序认作标题。"),
    Doubt.ANNEX_NUMBER: N_("“%(mark)s”是第 %(number)s 个附件，编号对不上。"),
    Doubt.NO_PROVISIONS: N_("全文没有任何编号的条款，都作不编号的文字收录。"),
    Doubt.TITLE: N_("标题不像公文标题，取了第一行“%(title)s”，请核对。"),
    Doubt.TITLE_FROM_NAME: N_("正文里找不到标题，用了文件名“%(title)s”。"),
    Doubt.ISSUER: N_("找不到制定机关。"),
    Doubt.NO_DATE: N_("找不到成文或公布日期。"),
    Doubt.DATE_FROM_NAME: N_("文件名写的日期是 %(named)s，正文写的是 %(stated)s；本版日期取文件名，请核对。"),
    Doubt.DATE_ONLY_IN_NAME: N_("正文没有写明本版的日期；本版日期取文件名所写的 %(named)s，请核对。"),
    Doubt.DATE_NOT_FROM_NAME: N_(
        "文件名写的日期是 %(named)s，正文写的是较晚的 %(stated)s；本版日期取正文，请核对。"
    ),
    Doubt.OLD_EFFECTIVE: N_(
        "正文写明自 %(stated)s 起施行，早于本版日期 %(issued)s；本版的施行日期没有写明，请核对。"
    ),
    Doubt.NO_EFFECTIVE: N_("没有写明施行日期。"),
    Doubt.ENCODING: N_("文件不是 UTF-8，按 %(encoding)s 读入。"),
    Doubt.BAD_BYTES: N_("这一行有 %(count)s 处字节无法辨认，以“�”代替。"),
    Doubt.CUT_OFF: N_("文件在一个字的中间结束，可能没有传完。"),
    Doubt.OPEN_COMMENT: N_("注释“<!--”没有结束，其后的文字照常读入。"),
    Doubt.OPEN_HEAD: N_("文件头“---”没有结束，作正文读入。"),
    Doubt.HTML_TABLE: N_("网页格式的表格按单元格逐行读入。"),
    Doubt.WORD_NUMBER: N_("Word 自动编号的格式“%(format)s”无法还原，这一段的编号没有读入。"),
    Doubt.WORD_PICTURE: N_("这一段有图片，图片里的文字没有读入。"),
    Doubt.WORD_CHANGES: N_("文档有没有接受的修订，按全部接受后的文字读入。"),
    Doubt.WORD_NOTE: N_("脚注或尾注没有读入：“%(text)s”。"),
    Doubt.WORD_OBJECT: N_("这一段有无法读入的对象（%(name)s）。"),
    Doubt.MORE: N_("同类情况还有 %(count)s 处，不再一一列出。"),
}
MOST_OF_A_KIND = 50


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """A doubt at a place (`line` from 1; 0 when it is about the whole file) and the sentence for it."""

    line: int
    code: Doubt
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def sentence(self) -> Sentence:
        return Sentence(SENTENCES[self.code], self.values)


class Doubts:
    """Gathers warnings; past fifty of a kind it only counts, so that a broken file does not make a report
    as long as itself."""

    def __init__(self) -> None:
        self._warnings: list[ReadingWarning] = []
        self._seen: Counter[Doubt] = Counter()

    def add(self, line: int, code: Doubt, **values: object) -> None:
        self._seen[code] += 1
        if self._seen[code] <= MOST_OF_A_KIND:
            self._warnings.append(ReadingWarning(line, code, values))

    def in_order(self) -> tuple[ReadingWarning, ...]:
        """By place; the counted rest of each kind at the end."""
        rest = [
            ReadingWarning(0, Doubt.MORE, {"count": count - MOST_OF_A_KIND, "code": code.value})
            for code, count in self._seen.items()
            if count > MOST_OF_A_KIND
        ]
        return tuple(sorted(self._warnings, key=lambda warning: warning.line)) + tuple(rest)
