"""Checks that speak before anybody decides. Software stops and asks; people decide (CAUTIONS, Minors).

Each finding says how grave it is, what it rests on and since when that basis is in force. Findings carry numbers and row places, never a personal value:
they are shown to the agency, which is never told which other agency has the same agent or account.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from association.kernel import clock, dated
from association.kernel.personal import keyed_hmac
from association.kernel.state import State
from association.kernel.words import _, _l
from association.organisations import uscc
from association.permits import queries as permits
from association.permits.models import PermitState
from mcn.agencies import queries, sections
from mcn.agencies.models import Agency, AgencyAccount, AgencyAgent
from mcn.agencies.sections import Facts, rows_of
from mcn.agencies.settings import how_many
from mcn.agencies.terms import plain


class Level(State):
    STOP = "stop", _l("不能提交"), "cinnabar", "slash-circle"
    ASK = "ask", _l("请登记员核实"), "ochre", "question-circle"
    WARN = "warn", _l("提醒"), "ochre", "exclamation-circle"


Finding = dict[str, Any]
"""As JSON keeps it: code, level, setting (what it rests on), section, and the numbers of its sentence."""

SENTENCES: dict[str, object] = {
    "identity": _l("单位现在不是已核验状态，或代码的校验位不对，不能登记。"),
    "ratio": _l("在任经纪人员%(agents)d人，签约人员%(clients)d人，超过每名经纪人员%(most)d人的比例（原则上）。"),
    "young_host": _l("有%(n)d名不满%(age)d周岁的网络主播，不能为其提供网络主播服务。"),
    "young_client": _l("有%(n)d名不满%(age)d周岁的签约人员（不是网络主播），请核实适用哪一种依法允许的情形。"),
    "consent": _l("未成年签约人员%(n)d名，监护人同意书%(m)d份，少%(lack)d份。"),
    "consent_day": _l("监护人同意书的日期在今天之后，请核对。"),
    "schooling": _l("未成年签约人员的学业和休息还没有安排好。"),
    "fan_owner": _l("有%(n)d个粉丝群的群主或管理员未满%(age)d周岁。"),
    "fan_authority": _l("有%(n)d个粉丝群没有经本机构授权或认证。"),
    "no_content_lead": _l("没有填内容管理负责人。"),
    "no_permit": _l("没有已核对的许可证在案。"),
    "permit_lapsed": _l("有%(n)d份许可证已经过期。"),
    "permit_ends": _l("有%(n)d份许可证在%(days)d天以内到期。"),
    "shared_agent": _l("第%(rows)s行的经纪人员，另有机构登记了同一证书（共%(n)d人）。"),
    "shared_account": _l("第%(rows)s行的账号，另有机构登记了同一账号（共%(n)d个）。"),
    "account_consent": _l("有%(n)d个账号写明持有人同意，但没有同意的日期，或日期在今天之后。"),
    "own_double": _l("花名册里有重复：%(n)d行的证书或账号在前面已经有了。"),
    "systems": _l("还没有公布：%(kinds)s。"),
}  # fmt: skip
MOST_ROWS = 20
"""Row places one sentence names."""


def sentence(finding: Finding) -> str:
    words = str(SENTENCES[finding["code"]])
    return str(words % finding["told"])


def _found(code: str, level: Level, setting: str, section: str, **told: Any) -> Finding:
    return {"code": code, "level": level.value, "setting": setting, "section": section, "told": told}


def of(agency: Agency, facts: Mapping[str, Facts]) -> list[Finding]:
    """Everything there is to say of a file as it would be, the gravest first."""
    found = [
        *_identity(agency), *_ratio(facts), *_minors(facts), *_fan_groups(facts), *_contacts(facts), *_permits(agency),
        *_accounts(facts), *_elsewhere(agency, facts), *_systems(facts),
    ]  # fmt: skip
    order = [level.value for level in Level]
    return sorted(found, key=lambda finding: order.index(finding["level"]))


def stops(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding["level"] == Level.STOP.value]


def asks(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding["level"] == Level.ASK.value]


def basis_of(setting: str, rows: Mapping[str, Any]) -> tuple[str, date | None]:
    """What a finding rests on, and since when that is in force or was checked."""
    row = rows.get(setting)
    definition = dated.definition(f"mcn.{setting}")
    return (row.basis, row.checked_on) if row is not None else (str(definition.basis), None)


def _identity(agency: Agency) -> Iterable[Finding]:
    if not agency.organisation.is_verified or not uscc.is_valid(agency.organisation.uscc):
        yield _found("identity", Level.STOP, "identity", "identity")


def in_force(rows: Iterable[Facts], today: date) -> list[Facts]:
    """Rows that have begun and not ended."""
    day = today.isoformat()
    return [
        r
        for r in rows
        if (r.get("starts_on") or day) <= day and (not r.get("ends_on") or r["ends_on"] >= day)
    ]


def clients_of(facts: Mapping[str, Facts]) -> int:
    counted = facts.get("clients") or {}
    return sum(int(counted.get(kind) or 0) for kind in sections.CLIENTS)


def _ratio(facts: Mapping[str, Facts]) -> Iterable[Finding]:
    agents = len(in_force(rows_of(facts.get("agents")), clock.today()))
    clients, most = clients_of(facts), how_many("clients_per_agent")
    if agents * most < clients:
        yield _found(
            "ratio", Level.WARN, "clients_per_agent", "clients", agents=agents, clients=clients, most=most
        )


def _minors(facts: Mapping[str, Facts]) -> Iterable[Finding]:
    rows, age = rows_of(facts.get("minors")), how_many("host_from_age")
    young = [r for r in rows if r.get("band") == sections.UNDER]
    hosts = _sum(young, "number", only=lambda r: r.get("kind") == sections.STREAMERS)
    others = _sum(young, "number", only=lambda r: r.get("kind") != sections.STREAMERS)
    if hosts:
        yield _found("young_host", Level.STOP, "host_from_age", "minors", n=hosts, age=age)
    if others:
        yield _found("young_client", Level.ASK, "host_from_age", "minors", n=others, age=age)
    # Row by row: too many papers for one group make up for none that another lacks.
    lack = sum(max(int(r.get("number") or 0) - int(r.get("consents") or 0), 0) for r in rows)
    if lack:
        yield _found(
            "consent", Level.STOP, "guardian_consent", "minors",
            n=_sum(rows, "number"), m=_sum(rows, "consents"), lack=lack,
        )  # fmt: skip
    if any((r.get("consented_on") or "") > clock.today().isoformat() for r in rows):
        yield _found("consent_day", Level.STOP, "guardian_consent", "minors")
    if any(r.get("schooling") == sections.NO for r in rows):
        yield _found("schooling", Level.WARN, "guardian_consent", "minors")


def _sum(rows: Iterable[Facts], name: str, *, only: Any = lambda _row: True) -> int:
    return sum(int(row.get(name) or 0) for row in rows if only(row))


def _fan_groups(facts: Mapping[str, Facts]) -> Iterable[Finding]:
    rows = rows_of(facts.get("fan_groups"))
    young = sum(r.get("owner_adult") == sections.NO for r in rows)
    if young:
        yield _found("fan_owner", Level.STOP, "adult_age", "fan_groups", n=young, age=how_many("adult_age"))
    loose = sum(r.get("authorised") == sections.NO for r in rows)
    if loose:
        yield _found("fan_authority", Level.WARN, "fan_groups", "fan_groups", n=loose)


def _contacts(facts: Mapping[str, Facts]) -> Iterable[Finding]:
    if not (facts.get("contacts") or {}).get("content_name"):
        yield _found("no_content_lead", Level.WARN, "content_lead", "contacts")


def _permits(agency: Agency) -> Iterable[Finding]:
    today, notice = clock.today(), how_many("permit_notice_days")
    held = [p for p in permits.permits_of(agency.organisation) if p.state is PermitState.CHECKED]
    if not held:
        yield _found("no_permit", Level.WARN, "permits_needed", "permits")
    lapsed = sum(p.has_lapsed for p in held)
    if lapsed:
        yield _found("permit_lapsed", Level.WARN, "permits_needed", "permits", n=lapsed)
    ending = sum(not p.has_lapsed and p.valid_to <= today + timedelta(days=notice) for p in held)
    if ending:
        yield _found("permit_ends", Level.WARN, "permit_notice_days", "permits", n=ending, days=notice)


def _accounts(facts: Mapping[str, Facts]) -> Iterable[Finding]:
    day = clock.today().isoformat()
    loose = [
        r
        for r in rows_of(facts.get("accounts"))
        if r.get("basis") == sections.CONSENT and not "" < (r.get("consented_on") or "") <= day
    ]
    if loose:
        yield _found("account_consent", Level.STOP, "one_manager", "accounts", n=len(loose))


def agent_key(row: Facts) -> str | None:
    """Equal for the same certificate, whoever writes it how; none without a certificate's number."""
    number = plain(str(row.get("certificate_number") or ""))
    return keyed_hmac(f"agent:{number}") if number else None


def account_key(platform: str, account: str) -> str:
    return keyed_hmac(f"account:{plain(platform)}:{account.strip().lstrip('@').casefold()}")


def keys_of(facts: Mapping[str, Facts], name: str) -> list[tuple[int, str]]:
    """(place, key) of the rows of a list that can be told apart from others'."""
    made = [
        (n, agent_key(r) if name == "agents" else account_key(str(r.get("platform") or ""), str(r.get("account") or "")))
        for n, r in enumerate(rows_of(facts.get(name)), 1)
    ]  # fmt: skip
    return [(n, key) for n, key in made if key is not None]


CLAIMS: tuple[tuple[str, str, str, type[AgencyAgent] | type[AgencyAccount]], ...] = (
    ("agents", "shared_agent", "one_agency", AgencyAgent),
    ("accounts", "shared_account", "one_manager", AgencyAccount),
)


def _elsewhere(agency: Agency, facts: Mapping[str, Facts]) -> Iterable[Finding]:
    for name, code, setting, table in CLAIMS:
        placed = keys_of(facts, name)
        first: dict[str, int] = {}
        for n, key in placed:
            first.setdefault(key, n)
        if double := len(placed) - len(first):
            yield _found("own_double", Level.STOP, setting, name, n=double)
        taken = queries.claimed_elsewhere(table, first, agency, clock.today())
        if taken:
            shown = ", ".join(str(n) for n in sorted(taken)[:MOST_ROWS])
            yield _found(code, Level.ASK, setting, name, n=len(taken), rows=shown)


def _systems(facts: Mapping[str, Facts]) -> Iterable[Finding]:
    published = {r.get("kind") for r in rows_of(facts.get("systems"))}
    lacking = [kind for kind in dated.value("mcn.system_kinds") if kind not in published]
    if lacking:
        yield _found("systems", Level.WARN, "published_systems", "systems", kinds=_("、").join(lacking))


def others_of(agency: Agency, facts: Mapping[str, Facts]) -> list[tuple[str, int, Agency]]:
    """For staff alone: which rows of which list are claimed by which other agency too."""
    return [
        (name, n, other)
        for name, _code, _setting, table in CLAIMS
        for n, others in sorted(
            queries.claimed_elsewhere(
                table, {key: n for n, key in keys_of(facts, name)}, agency, clock.today()
            ).items()
        )
        for other in others
    ]
