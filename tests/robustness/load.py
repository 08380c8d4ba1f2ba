"""A browser without a window, quick enough to make load: it signs in and sends applications, and remembers what it was promised."""

import http.cookiejar
import re
import urllib.error
import urllib.request
import uuid
from urllib.parse import urlencode

from demo.cast import PASSWORD, code
from demo.papers import scan

FAILURES = (urllib.error.URLError, OSError, EOFError)


class Unanswered(Exception):
    """The server went away before it answered, or answered with an error: nothing was promised."""


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args: object, **_kwargs: object) -> None:
        return None


class Applicant:
    """One signed-in clerk."""

    def __init__(self, address: str, email: str) -> None:
        self.address, self.email = address, email
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(cookies, _Stay())

    def sign_in(self) -> None:
        token = self._token("/account/login")
        body = urlencode({"csrf_token": token, "email": self.email, "password": PASSWORD}).encode()
        if self._post("/account/login", body, "application/x-www-form-urlencoded") != 303:
            raise Unanswered(f"{self.email} cannot sign in")

    def apply(self, serial: int) -> str:
        """Send one application; its code, once the server has acknowledged it."""
        page = self._get("/my/organisations/apply/")
        fields = {
            "csrf_token": _hidden(page, "csrf_token"), "once": _hidden(page, "once"), "code": code(serial),
            "name": f"样例{serial}影视有限公司", "kinds": "studio", "province": "99", "founded_on": "2020-01-01",
            "legal_representative": "甘样例", "address": "示例路1号", "signer_name": "樊样例",
            "signer_email": f"signer{serial}@load.example", "authority_ends_on": "2027-12-31",
        }  # fmt: skip
        boundary = uuid.uuid4().hex
        status = self._post(
            "/my/organisations/apply/",
            _multipart(boundary, fields),
            f"multipart/form-data; boundary={boundary}",
        )
        if status != 303:
            raise Unanswered(f"{serial}: {status}")
        return code(serial)

    def reads(self, path: str) -> str:
        """A page, as they see it."""
        return self._get(path)

    def sends(self, path: str, **fields: str) -> int:
        """Fill in the form at this address and send it; the status of the answer."""
        page = self._get(path)
        hidden = {name: _hidden(page, name) for name in ("csrf_token", "once") if f'name="{name}"' in page}
        return self._post(path, urlencode(hidden | fields).encode(), "application/x-www-form-urlencoded")

    def _token(self, path: str) -> str:
        return _hidden(self._get(path), "csrf_token")

    def _get(self, path: str) -> str:
        try:
            with self._opener.open(self.address + path, timeout=20) as answer:
                return answer.read().decode()  # type: ignore[no-any-return]
        except FAILURES as error:
            raise Unanswered(str(error)) from error

    def _post(self, path: str, body: bytes, kind: str) -> int:
        request = urllib.request.Request(self.address + path, data=body, headers={"Content-Type": kind})
        try:
            with self._opener.open(request, timeout=20) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            error.close()
            return error.code
        except FAILURES as error:
            raise Unanswered(str(error)) from error


def _hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}"[^>]*value="([^"]*)"', page)
    if found is None:
        raise Unanswered(f"no {name} on the page")
    return found[1]


def _multipart(boundary: str, fields: dict[str, str]) -> bytes:
    paper = scan("授权书", "样例")
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="authority"; filename="paper.png"\r\nContent-Type: image/png\r\n\r\n'
    return b"".join(parts) + head.encode() + paper.body + f"\r\n--{boundary}--\r\n".encode()
