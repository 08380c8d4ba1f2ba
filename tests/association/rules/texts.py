"""Two editions of a rule of our own wording: one clause the same, one reworded, one split, one moved, one new, one gone."""

from association.kernel.policy import SYSTEM
from association.kernel.transactions import writing
from association.rules import actions
from association.rules.models import DocumentKind, Edition, EditionState
from association.rules.reading.reader import read_document
from association.rules.reading.tree import ReadDocument
from tests import stages

TITLE = "样例短剧自律规则"
OLD = """\
样例短剧自律规则

（2024年3月1日样例省视听行业协会理事会会议通过）

第一章　总则

第一条　为引导短剧健康发展，保护观众和经营者的合法权益，制定本规则。

第二条　本规则适用于会员单位。

其他单位可以参照执行：

（一）制作机构；

（二）投流方。

第二章　推广

第三条　推广素材应当取自正片，保存核对记录三个月。

第四条　每季度应当报送纸质名册一份，加盖公章。

第五条　本规则自2024年5月1日起施行。
"""
NEW = """\
样例短剧自律规则

（2026年5月18日样例省视听行业协会理事会会议通过）

第一章　总则

第一条　为引导短剧健康发展，保护观众和经营者的合法权益，制定本规则。

第二条　本规则适用于会员单位。

其他单位可以参照执行：

（一）制作机构；

（二）投流方。

第二章　推广

第三条　使用人工智能生成画面的，应当在简介中注明，并保存生成的过程。

第四条　推广素材应当取自正片，保存核对记录不少于六个月。

第五条　本规则自2026年7月1日起施行。
"""


def read(text: str, name: str = "rule.txt") -> ReadDocument:
    return read_document(name, text.encode())


def kept(text: str = OLD, *, state: EditionState = EditionState.PUBLISHED, **how: object) -> Edition:
    """Imported as the command does it."""
    with writing():
        imported = actions.read_in(
            read(text), file_name="rule.txt", actor=SYSTEM, state=state, kind=DocumentKind.STANDARD, **how
        )  # type: ignore[arg-type]
    return imported.edition


stages.remember(__name__)
