"""The demo's history, told through the real actions at past moments. No row is written behind a workflow's back."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

from association.accounts import actions as accounts
from association.accounts import queries as account_queries
from association.accounts.actors import actor_of
from association.accounts.models import Account, Role
from association.accounts.workflow import ROLE_GRANT
from association.kernel import clock
from association.kernel.db import session
from association.kernel.policy import Actor
from association.kernel.transactions import writing
from association.membership import actions as membership
from association.membership import queries as membership_queries
from association.membership.models import Membership
from association.membership.workflow import MEMBERSHIP
from association.organisations import actions as organisations
from association.organisations import queries as organisation_queries
from association.organisations.models import Officer, Organisation, Post
from association.organisations.workflow import CHANGE, ORGANISATION
from association.permits import actions as permits
from association.permits.workflow import PERMIT
from demo import (
    agencies,
    amending,
    appeals,
    articles,
    cases,
    commendations,
    commentary,
    complaints,
    exams,
    experts,
    figures,
    following,
    guidance,
    naming,
    notices,
    on_training,
    pledges,
    remedies,
    rosters,
    rules,
    selfcheck,
    standards,
    ties,
    training,
    warnings,
    works,
)
from demo.cast import ADMINS, COLLEAGUES, DOMAIN, FIRMS, NEWCOMER, PASSWORD, Firm, code
from demo.papers import scan


def _at(days_ago: int, hour: int = 2, minute: int = 0) -> datetime:
    """A moment in the past; days are China's, hours are UTC, so that 2 is ten in the morning there."""
    day = datetime.now(clock.CHINA).date() - timedelta(days=days_ago)
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


@contextmanager
def _scene(days_ago: int, hour: int = 2, minute: int = 0) -> Iterator[None]:
    """One transaction at a past moment."""
    with clock.telling(_at(days_ago, hour, minute)), writing():
        yield


def _who(address: str) -> Actor:
    account = account_queries.by_email(address if "@" in address else f"{address}@{DOMAIN}")
    if account is None:
        raise LookupError(address)
    return actor_of(account)


_IN_THEIR_TURN = (
    notices, pledges, amending, rosters, appeals, commendations, complaints, cases, articles, warnings, guidance, remedies, works, agencies, selfcheck,
    commentary, training, exams, on_training, figures, following,
)  # fmt: skip


def tell() -> None:
    """Everything, in order."""
    _found_the_secretariat()
    naming.tell(_scene, _who)
    experts.tell(_scene, _who)
    rules.tell(_scene, _who)
    selfcheck.begin(_scene)
    standards.tell(_scene, _who)
    for number, firm in enumerate(FIRMS):
        _register(firm, days_ago=400 - number * 21)
    _members()
    _permits()
    _a_change_of_name()
    experts.tell_more(_scene, _who)
    ties.tell(_scene, _who)
    standards.tell_more(_scene, _who)
    for part in _IN_THEIR_TURN:
        part.tell(_scene, _who)
    _what_waits_today()


def _found_the_secretariat() -> None:
    with _scene(800):
        for colleague in ADMINS:
            account = _account(colleague.name, f"{colleague.word}@{DOMAIN}")
            accounts.make_administrator(account)
    with _scene(799):
        for colleague in COLLEAGUES:
            _account(colleague.name, f"{colleague.word}@{DOMAIN}")
    with _scene(798):
        first, second = _who("admin"), _who("admin2")
        for colleague in COLLEAGUES:
            receiver = account_queries.by_email(f"{colleague.word}@{DOMAIN}")
            if receiver is None:
                raise LookupError(colleague.word)
            for role in colleague.roles:
                grant = accounts.propose(receiver, role=Role(role), ends_on=None, actor=first)
                ROLE_GRANT.take("confirm", grant, actor=second)


def _account(name: str, email: str) -> Account:
    return accounts.create_account(name=name, email=email, password=PASSWORD, is_demo=True)


def _register(firm: Firm, *, days_ago: int) -> None:
    """Clerk prepares, signer accepts and signs, a registrar verifies."""
    with _scene(days_ago, 1):
        _account(firm.clerk, f"clerk@{firm.word}.example")
        _account(firm.signer, f"signer@{firm.word}.example")
    with _scene(days_ago, 2):
        organisation = _prepare(firm)
    with _scene(days_ago, 3):
        _accept(firm, organisation)
    with _scene(days_ago, 4):
        ORGANISATION.take("sign", _again(organisation), actor=_who(f"signer@{firm.word}.example"))
    with _scene(days_ago - 3, 2):
        ORGANISATION.take("approve", _again(organisation), actor=_who("registrar"))


def _again(organisation: Organisation) -> Organisation:
    found = session.get(Organisation, organisation.id)
    if found is None:
        raise LookupError(organisation.id)
    return found


def _prepare(firm: Firm) -> Organisation:
    return organisations.prepare(
        code=code(firm.serial), actor=_who(f"clerk@{firm.word}.example"), facts=_facts(firm),
        signer_name=firm.signer, signer_email=f"signer@{firm.word}.example",
        authority=scan("授权书", firm.name, firm.signer), authority_ends_on=clock.today() + timedelta(days=900),
    )  # fmt: skip


def _facts(firm: Firm) -> dict[str, object]:
    return {
        "name": firm.name, "short_name": firm.short, "kinds": list(firm.kinds), "province": "99",
        "founded_on": date.fromisoformat(firm.founded), "legal_representative": firm.representative,
        "address": "示例省示例市示例路1号", "website": f"https://www.{firm.word}.example", "scope": "网络视听节目制作与服务（演示）。",
        "contact_phone": "13800000000",
    }  # fmt: skip


def _accept(firm: Firm, organisation: Organisation) -> None:
    """The invitation is opened as its letter's link would: by the officer it belongs to."""
    officer = next(
        o
        for o in organisation_queries.officers_of(_again(organisation))
        if o.invited_email == f"signer@{firm.word}.example"
    )
    organisations.accept(officer, actor=_who(f"signer@{firm.word}.example"))


def _found(firm_word: str) -> Organisation:
    firm = next(f for f in (*FIRMS, NEWCOMER) if f.word == firm_word)
    organisation = organisation_queries.living(code(firm.serial))
    if organisation is None:
        raise LookupError(firm_word)
    return organisation


def _members() -> None:
    """Most join; one is suspended and restored, one leaves."""
    kinds = {"aurora": "理事单位", "borealis": "会员单位", "platform": "常务理事单位", "miniapp": "会员单位",
             "shiguang": "会员单位", "nanfeng": "会员单位", "qinghe": "会员单位", "yuanshan": "会员单位"}  # fmt: skip
    for number, (word, kind) in enumerate(kinds.items()):
        _join(word, kind, days_ago=180 - number * 9)
    with _scene(80):
        MEMBERSHIP.take(
            "suspend",
            _stay("qinghe"),
            actor=_who("registrar"),
            reason="理事会决定：连续两次未报送年度资料（演示）",
        )
    with _scene(45):
        MEMBERSHIP.take(
            "resume", _stay("qinghe"), actor=_who("registrar"), reason="资料已补报，理事会同意恢复（演示）"
        )
    with _scene(30):
        MEMBERSHIP.take(
            "leave", _stay("yuanshan"), actor=_who("signer@yuanshan.example"), reason="业务调整（演示）"
        )


def _join(word: str, kind: str, *, days_ago: int) -> None:
    firm = next(f for f in FIRMS if f.word == word)
    with _scene(days_ago, 1):
        stay = membership.prepare(
            _found(word), kind=kind, representative=firm.representative, representative_post="总经理",
            statement="从事网络视听业务，愿意遵守章程，参加行业自律（演示）。", actor=_who(f"clerk@{word}.example"),
        )  # fmt: skip
    with _scene(days_ago, 2):
        MEMBERSHIP.take("sign", session.get(Membership, stay.id), actor=_who(f"signer@{word}.example"))
    with _scene(days_ago - 8):
        day = clock.today()
        current = session.get(Membership, stay.id)
        if current is None:
            raise LookupError(word)
        membership.approve(current, body="理事会", approved_on=day, from_on=day, actor=_who("registrar2"))


def _stay(word: str) -> Membership:
    return membership_queries.memberships_of(_found(word))[0]


def _permits() -> None:
    papers: tuple[tuple[str, str, str, int], ...] = (
        ("aurora", "广播电视节目制作经营许可证", "（示）字第00101号", 420),
        ("shiguang", "广播电视节目制作经营许可证", "（示）字第00105号", 25),
        ("platform", "信息网络传播视听节目许可证", "示0103", 300),
        ("borealis", "营业性演出许可证", "示演00102", 500),
    )
    for word, kind, number, days_left in papers:
        with _scene(120):
            permit = permits.report(
                _found(word), kind=kind, number=number, issuer="示例省示例主管部门",
                valid_from=clock.today() - timedelta(days=200),
                valid_to=_at(-days_left).date(),  # counted from the day the demo is made
                scan=scan("许可证", kind, number), actor=_who(f"clerk@{word}.example"),
            )  # fmt: skip
        with _scene(117):
            PERMIT.take("check", session.merge(permit), actor=_who("registrar"))


def _a_change_of_name() -> None:
    """A former name stays findable."""
    with _scene(60):
        firm = next(f for f in FIRMS if f.word == "changqiao")
        change = organisations.ask_change(
            _found("changqiao"), facts=_facts(firm) | {"name": "长桥样例数字股份有限公司", "short_name": "长桥样例数字"},
            because="公司改制，名称变更（演示）", actor=_who("clerk@changqiao.example"),
        )  # fmt: skip
    with _scene(57):
        CHANGE.take("approve", session.merge(change), actor=_who("registrar2"))
    with _scene(50):
        _bring_in("aurora", "麦样例", _account("麦样例", "training@aurora.example").email, Post.TRAINING)
    with _scene(50, 3):
        _account("简样例", "training@borealis.example")
        _bring_in("borealis", "简样例", "training@borealis.example", Post.TRAINING)


def _bring_in(word: str, name: str, email: str, post: Post) -> Officer:
    officer = organisations.invite(
        _found(word), name=name, email=email, post=post, actor=_who(f"signer@{word}.example")
    )
    organisations.accept(officer, actor=_who(email))
    return officer


def _what_waits_today() -> None:
    """Open work for the desks: an application to verify, a permit to check, a change, a membership to decide."""
    with _scene(6, 1):
        _account(NEWCOMER.clerk, "clerk@newcomer.example")
        _account(NEWCOMER.signer, "signer@newcomer.example")
        organisation = _prepare(NEWCOMER)
    with _scene(6, 2):
        _accept(NEWCOMER, organisation)
    with _scene(5):
        ORGANISATION.take("sign", _again(organisation), actor=_who("signer@newcomer.example"))
    with _scene(4):
        stay = membership.prepare(
            _found("songyan"), kind="会员单位", representative="毕样例", representative_post="负责人",
            statement="申请加入协会（演示）。", actor=_who("clerk@songyan.example"),
        )  # fmt: skip
    with _scene(4, 3):
        MEMBERSHIP.take("sign", session.get(Membership, stay.id), actor=_who("signer@songyan.example"))
    with _scene(2):
        permits.report(
            _found("yuanshan"), kind="营业性演出许可证", number="示演00108", issuer="示例省示例主管部门",
            valid_from=clock.today() - timedelta(days=30), valid_to=clock.today() + timedelta(days=700),
            scan=scan("许可证", "营业性演出许可证", "示演00108"), actor=_who("clerk@yuanshan.example"),
        )  # fmt: skip
    with _scene(1):
        organisations.ask_change(
            _found("aurora"), facts=_facts(FIRMS[0]) | {"address": "示例省示例市新例路8号"},
            because="迁址（演示）", actor=_who("clerk@aurora.example"),
        )  # fmt: skip
