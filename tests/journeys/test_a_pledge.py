"""A pledge signed for an organisation: prepared by its clerk, signed by its signer with a second factor, confirmed by the association, certified – and what
the badge and the check page say before and after it has left."""

import subprocess
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import urlopen

import pyotp
from playwright.sync_api import Browser
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from demo.cast import PASSWORD
from demo.pledges import TITLE
from tests.journeys.reader import Person
from tests.journeys.server import running

CLERK, SIGNER = "clerk@songyan.example", "signer@songyan.example"


def test_a_pledge_is_signed_confirmed_certified_checked_and_left(
    chromium: Browser, demo: Path, tmp_path: Path, seen: set[str]
) -> None:
    with running(demo) as live:
        somebody = _sits(chromium, live.address, seen)
        # What the demo has prepared is cancelled; the clerk prepares it anew.
        clerk = somebody(CLERK)
        clerk.goes_to("/my/pledges/").follows(TITLE).follows("取消这次签署…").presses("取消这次签署").sees(
            "已取消"
        )
        clerk.goes_to("/pledges/").follows(TITLE).follows("代表单位签署").presses("填报").sees("待签署")
        page = clerk.path
        assert not clerk.may("阅读全文并签署")

        # The signer switches on one-time codes, reads to the end, and signs with password and code.
        signer = somebody(SIGNER)
        secret = _enrolled(signer)
        live.letter_to(SIGNER, about="待签署")
        signer.goes_to("/my/").follows(f"签署：《{TITLE}》").sees(
            "推广素材与正片实质一致", "松烟样例影视制作有限公司的授权签署人"
        )
        signer.ticks("我同意以上各项，代表单位签署").fills(password=PASSWORD, code=_fresh(secret)).presses(
            "代表单位签署"
        ).sees("待协会确认")

        # The association confirms: number, certificate, register.
        registrar = somebody("registrar@demo.example")
        registrar.goes_to(page).follows("确认签署").presses("确认签署").sees("GY-DJ-")
        live.letter_to(SIGNER, about="签署已确认")
        signer.goes_to("/pledges/").follows(TITLE).goes_to(signer.path + "signatories/").sees(
            "松烟样例影视制作有限公司"
        )

        # The sealed paper: poppler and pyHanko find the seal intact, one flipped byte is reported as altered.
        signer.goes_to(page).sees("有效")
        check = signer.page.locator("main dd a[href^='/verify/']").first.get_attribute("href") or ""
        content = _paper(signer, check)
        file = tmp_path / "certificate.pdf"
        file.write_bytes(content)
        said = subprocess.run(
            ["pdfsig", "-nocert", str(file)], capture_output=True, text=True, check=False
        ).stdout
        assert "Signature is Valid" in said
        with ThreadPoolExecutor(
            1
        ) as aside:  # the browser's loop runs in this thread, pyHanko wants one of its own
            assert aside.submit(_intact, file).result()
        altered = bytearray(content)
        altered[len(altered) // 2] ^= 1
        spoilt = tmp_path / "altered.pdf"
        spoilt.write_bytes(bytes(altered))
        visitor = Person(chromium, live.address, seen=seen)
        visitor.goes_to("/verify/").fills(file=file).presses("比对文件").sees("就是我们签发的那份文件")
        visitor.goes_to("/verify/").fills(file=spoilt).presses("比对文件").sees("被改动")

        # Valid until it leaves; then the check page and the badge say so by themselves.
        visitor.goes_to(check).sees("松烟样例影视制作有限公司", "有效")
        assert "#0f6e4f" in _badge(live.address, check)
        signer.goes_to(page).follows("退出公约…").fills(reason="业务调整（演示）").presses("通知退出").sees(
            "已退出"
        )
        visitor.goes_to(check).sees("已撤回")
        assert "#8a8680" in _badge(live.address, check)
        visitor.goes_to("/pledges/").follows(TITLE).goes_to(visitor.path + "signatories/?standing=left").sees(
            "松烟样例影视制作有限公司"
        )


def _sits(chromium: Browser, address: str, seen: set[str]) -> Callable[[str], Person]:
    return lambda email: Person(chromium, address, seen=seen).signs_in(email, PASSWORD)


def _enrolled(person: Person) -> str:
    """One-time codes switched on; the secret stands on the page for whoever cannot scan."""
    person.goes_to("/account/second-factor/enrol")
    secret = person.page.locator("main code").first.inner_text().replace(" ", "")
    person.fills(code=pyotp.TOTP(secret).now()).presses("启用")
    return secret


def _fresh(secret: str) -> str:
    """A code that was not used yet: of the step after the one in which it was switched on."""
    return pyotp.TOTP(secret).at(int(time.time()) + 30)


def _paper(person: Person, check: str) -> bytes:
    """The certificate's bytes, once the worker has printed and sealed it."""
    until = time.monotonic() + 240
    while time.monotonic() < until:
        answer = person.context.request.get(f"{check}certificate.pdf")
        if answer.status == 200:
            return bytes(answer.body())
        time.sleep(0.2)
    raise TimeoutError("no certificate")


def _intact(file: Path) -> bool:
    """Whether pyHanko finds the one seal whole and true."""
    with file.open("rb") as held:
        (embedded,) = PdfFileReader(held).embedded_signatures
        status = validate_pdf_signature(embedded, ValidationContext(trust_roots=[]))
        return bool(status.intact and status.valid)


def _badge(address: str, check: str) -> str:
    with urlopen(f"{address}{check}badge.svg") as answer:
        return str(answer.read().decode())
