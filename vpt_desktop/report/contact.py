"""How to reach the account manager: as typed, and as a link where it is plainly an address or a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from vpt_desktop.report.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vpt_desktop.domain.scan import AccountManager

_LONGEST_EMAIL = 254
_EMAIL = re.compile(
    r"[A-Za-z0-9_+-]+(?:[.][A-Za-z0-9_+-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?[.])+[A-Za-z]{2,63}"
)
"""Of what RFC 5322 allows, what needs no escape in a URI."""
_PHONE = re.compile(r"[+0][0-9]{8,14}")
_LONGEST_PHONE = 40
_BETWEEN_DIGITS = re.compile(r"\(0\)|[ ./()\u2010-\u2013-]")


class Contact(Struct, frozen=True):
    """A part of the account manager's details on one line, and its `mailto:` or `tel:` URI, if any."""

    text: str
    link: str = ""


def contacts(manager: AccountManager) -> tuple[Contact, ...]:
    """Return the filled-in ones of name, phone and e-mail, in that order."""
    return tuple(contact for contact in _contacts(manager) if contact.text)


def _contacts(manager: AccountManager) -> Iterator[Contact]:
    yield Contact(one_line(manager.name))
    phone = one_line(manager.phone)
    yield Contact(phone, _phone_link(phone))
    email = one_line(manager.email)
    yield Contact(email, _email_link(email))


def _email_link(text: str) -> str:
    return f"mailto:{text}" if len(text) <= _LONGEST_EMAIL and _EMAIL.fullmatch(text) else ""


def _phone_link(text: str) -> str:
    digits = _BETWEEN_DIGITS.sub("", text)
    return f"tel:{digits}" if len(text) <= _LONGEST_PHONE and _PHONE.fullmatch(digits) else ""
