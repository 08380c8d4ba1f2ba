"""The demo's pledge: asked about, adopted, issued on trial, signed by nine organisations over months (one has left), one prepared and one waiting to be
confirmed; a second pledge is being commented on."""

from datetime import timedelta

from association import drafting
from association.consultations import queries as consulted
from association.consultations.workflow import CONSULTATION
from association.kernel import clock
from association.kernel.db import session
from association.kernel.policy import SYSTEM
from association.organisations import queries as organisations
from association.organisations.models import Kind, Organisation
from association.pledges import actions, queries
from association.pledges.models import PledgeVersion, Signature
from association.pledges.workflow import VERSION
from demo import fulfilment, inquiries
from demo.cast import FIRMS, code
from demo.consulting import Scene, Who

TITLE = "网络微短剧行业自律公约（示例）"
TEXT = """## 第一章　总则

第一条　为了让观众放心，促进网络微短剧健康发展，签署单位自愿共同遵守本公约（演示文本）。

第二条　本公约只约束签署单位。签署和退出都是自愿的。

## 第二章　自律条款

第三条　签署单位设内容负责人，作品上线前经三级审核，并保存审核记录两年。

第四条　片名、简介与内容一致，不用夸张、猎奇的词语。

第五条　推广素材与正片实质一致，首次投放前完成核对。

第六条　使用人工智能生成的画面、声音，在简介中注明。

第七条　拍摄有未成年人参加的，监护人在场，安排好休息和学习，不拍摄危险动作。

第八条　付费之前写明付费内容和退款办法；未成年人误充的，核实后退还。

第九条　设专人受理投诉，自收到之日起十个工作日内答复。

## 第三章　公约的执行

第十条　协会公布签署和退出的单位，每年请签署单位说明执行的情况。

第十一条　违反本公约的，协会可以书面提醒、质询、警示或者在业内通报；作出前听取陈述，措施只对签署单位有效。

第十二条　签署单位可以书面通知退出，自通知所写的日期起不再受约束。

第十三条　经协会提出，或者三分之一以上签署单位提出，并经三分之二以上签署单位同意，可以修订本公约。

## 第四章　附则

第十四条　各方同意在协会的自律平台以电子方式签署本公约，与书面签署有同等约束力。

第十五条　本公约自发布之日起试行一年。
"""
SECOND = "未成年演员拍摄自律公约（示例）"
SECOND_TEXT = """第一条　为了保护参加拍摄的未成年人，签署单位自愿共同遵守本公约（演示文本）。

第二条　每天的拍摄时间不超过四小时，晚上九点以后不拍摄。

第三条　拍摄时监护人在场，安排随组老师。

第四条　不安排危险、惊吓和不适合其年龄的情节。

第五条　未成年人的报酬专户存放，签署单位不得从中抽取分成。

第六条　各方同意在协会的自律平台以电子方式签署本公约。
"""
SIGNED = (
    ("aurora", 290, "第一批"), ("shiguang", 290, "第一批"), ("platform", 290, "第一批"), ("borealis", 289, "第一批"), ("qinghe", 262, ""),
    ("nanfeng", 230, ""), ("changqiao", 174, ""), ("yuanshan", 120, ""), ("miniapp", 61, ""),
)  # fmt: skip
REVIEWS = (
    ("submit", "editor"),
    ("first_review", "editor2"),
    ("second_review", "reviewer"),
    ("third_review", "issuer"),
)


def tell(scene: Scene, who: Who) -> None:
    """Each through the hands it needs."""
    fulfilment.settle(scene, who)
    _first(scene, who)
    for word, day, batch in SIGNED:
        _prepared(scene, who, word, day)
        _signed(scene, who, word, day - 1)
        with scene(day - 2, 4):
            actions.confirm(_signature(word), batch=batch, actor=who("registrar"))
    with scene(45, 4):
        actions.leave(
            _signature("yuanshan"),
            on=None,
            reason="业务转向长剧（演示）",
            actor=who("signer@yuanshan.example"),
        )
    _prepared(scene, who, "songyan", 5)
    _prepared(scene, who, "xinghe", 4)
    _signed(scene, who, "xinghe", 3)
    _second(scene, who)
    fulfilment.tell(scene, who)
    inquiries.tell(scene, who)


def _firm(word: str) -> Organisation:
    found = organisations.living(code(next(f.serial for f in FIRMS if f.word == word)))
    if found is None:
        raise LookupError(word)
    return found


def _version(id_: int) -> PledgeVersion:
    return session.get_one(PledgeVersion, id_)


def _begun(scene: Scene, who: Who, day: int, title: str, word: str, text: str, kinds: list[Kind]) -> int:
    with scene(day, 2):
        version = actions.begin(title=title, code=word, kinds=kinds, by_invitation=False, actor=who("editor"))
        session.flush()
        drafting.save(version, text.strip(), base=0, actor=who("editor"))
        return version.id


def _laid_out(scene: Scene, who: Who, id_: int, day: int, *, days: int, note: str) -> None:
    with scene(day, 3):
        version = _version(id_)
        actions.lay_out(
            version, title=f"《{version.title}》公开征求意见", closes_on=clock.today() + timedelta(days=days), note=note,
            actor=who("editor"),
        )  # fmt: skip


def _first(scene: Scene, who: Who) -> None:
    id_ = _begun(scene, who, 372, TITLE, "DJ", TEXT, [])
    _laid_out(scene, who, id_, 370, days=31, note="请会员单位重点看自律条款和公约的执行（演示）。")
    with scene(338, 2):
        CONSULTATION.take("close", consulted.of(_version(id_))[0], actor=SYSTEM)
    with scene(337, 2):
        CONSULTATION.take("finish", consulted.of(_version(id_))[0], actor=who("editor"))
    with scene(320, 3):
        actions.adopt(
            _version(id_), adopted_by="理事会", adopted_on=clock.today(), effective_on=clock.today() + timedelta(days=20),
            trial_until=clock.today() + timedelta(days=380), note="", actor=who("issuer"),
        )  # fmt: skip
    for hours, (deed, person) in enumerate(REVIEWS):
        with scene(315, 2 + hours):
            VERSION.take(deed, _version(id_), actor=who(person))


def _second(scene: Scene, who: Who) -> None:
    id_ = _begun(scene, who, 16, SECOND, "WCN", SECOND_TEXT, [Kind.STUDIO])
    _laid_out(scene, who, id_, 14, days=45, note="第五条涉及报酬，请一并提出意见（演示）。")


def _signature(word: str) -> Signature:
    return queries.of_organisations([_firm(word).id])[0]


def _prepared(scene: Scene, who: Who, word: str, day: int) -> None:
    with scene(day, 3):
        pledge = queries.by_slug(_slug())
        if pledge is None:
            raise LookupError(TITLE)
        actions.prepare(pledge, _firm(word), actor=who(f"clerk@{word}.example"))


def _slug() -> str:
    return str(session.query(PledgeVersion).order_by(PledgeVersion.id).first().pledge.document.slug)  # type: ignore[union-attr]


def _signed(scene: Scene, who: Who, word: str, day: int) -> None:
    with scene(day, 3):
        signature = _signature(word)
        actions.sign(
            signature, seen=signature.text_hash, method="password", actor=who(f"signer@{word}.example")
        )
