"""A clerk who sends applications and remembers what was promised."""

from demo.cast import code
from demo.papers import scan
from tests.remote import Remote, Unanswered


class Applicant(Remote):
    """One signed-in clerk."""

    def __init__(self, address: str, email: str) -> None:
        super().__init__(address)
        self.email = email

    def sign_in(self) -> None:
        self.signs_in(self.email)

    def apply(self, serial: int) -> str:
        """Send one application; its code, once the server has acknowledged it."""
        status = self.sends(
            "/my/organisations/apply/", code=code(serial), name=f"样例{serial}影视有限公司", kinds="studio", province="99",
            founded_on="2020-01-01", legal_representative="甘样例", address="示例路1号", signer_name="樊样例",
            signer_email=f"signer{serial}@load.example", authority_ends_on="2027-12-31", authority=scan("授权书", "样例"),
        ).status  # fmt: skip
        if status != 303:
            raise Unanswered(f"{serial}: {status}")
        return code(serial)
