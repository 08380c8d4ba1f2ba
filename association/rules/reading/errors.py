"""Why a file cannot be read at all. Everything milder is a warning of a document that was read."""

from enum import StrEnum

from association.rules.reading.sentences import N_, Sentence


class Fault(StrEnum):
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNKNOWN_KIND = "unknown_kind"
    UNDECODABLE = "undecodable"
    OLD_WORD = "old_word"
    NOT_WORD = "not_word"
    TRUNCATED = "truncated"
    ZIP_BOMB = "zip_bomb"
    BROKEN_XML = "broken_xml"
    ENCRYPTED = "encrypted"


SENTENCES = {
    Fault.EMPTY: N_("文件里没有文字。"),
    Fault.TOO_LARGE: N_("文件有 %(size)s 字节，超过了上限 %(limit)s 字节。"),
    Fault.UNKNOWN_KIND: N_("只读 .md、.txt、.docx 文件，不读“%(suffix)s”。"),
    Fault.UNDECODABLE: N_("第 %(line)s 行起的字节既不是 UTF-8 也不是 GB18030，无法辨认。"),
    Fault.OLD_WORD: N_("这是旧版 Word 文件（.doc），只是改了扩展名。请在 Word 中另存为 .docx 再上传。"),
    Fault.NOT_WORD: N_("这个文件不是 Word 文档：其中没有 %(part)s。"),
    Fault.TRUNCATED: N_("Word 文档不完整，在 %(part)s 处中断，可能没有传完。请重新上传。"),
    Fault.ZIP_BOMB: N_("%(part)s 解压后超过上限 %(limit)s 字节，没有读入。"),
    Fault.BROKEN_XML: N_("%(part)s 第 %(line)s 行不合 XML 语法：%(detail)s。"),
    Fault.ENCRYPTED: N_("文件加了密码，无法读取。请先去掉密码。"),
}


class UnreadableFile(Exception):
    """The file gave no document. `fault` says which kind, `values` hold the place (`line` or `part`).

    Whoever reads for a person turns it into a refusal with `sentence`.
    """

    def __init__(self, fault: Fault, **values: object) -> None:
        self.sentence = Sentence(SENTENCES[fault], values)
        super().__init__(str(self.sentence))
        self.fault = fault
        self.values = values
