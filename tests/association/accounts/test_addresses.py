"""Addresses typed in any way that means the same mailbox."""

from hypothesis import given
from hypothesis import strategies as st

from association.kernel import mail_address

LOCAL = st.from_regex(r"[A-Za-z0-9]([A-Za-z0-9._+-]{0,20}[A-Za-z0-9])?", fullmatch=True).filter(
    lambda s: ".." not in s
)
DOMAIN = st.from_regex(r"[a-z]{1,12}(-[a-z]{1,5})?\.example", fullmatch=True)


@given(LOCAL, DOMAIN)
def test_case_width_and_blanks_do_not_matter(local, domain):
    plain = f"{local}@{domain}"
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in plain)
    assert mail_address.key(plain) == mail_address.key(plain.upper()) == mail_address.key(f"  {wide} ")


@given(st.text(max_size=300))
def test_whatever_is_typed_has_a_key_that_fits_the_column(typed):
    assert len(mail_address.key(typed)) <= 200 * 3
    normal = mail_address.normal(typed)
    assert normal is None or len(mail_address.key(typed)) <= 200


@given(LOCAL, DOMAIN)
def test_an_address_is_normal_once_and_for_all(local, domain):
    normal = mail_address.normal(f"{local}@{domain.upper()}")
    assert normal is not None
    assert mail_address.normal(normal) == normal
