"""Addresses of documents that may be told to everybody."""

from ipaddress import ip_address
from urllib.parse import urlsplit

_WITHIN = (".local", ".lan", ".internal", ".intranet", ".corp", ".home", ".localdomain")
_SECRET = ("token=", "ticket=", "session", "password=", "access_key", "signature=")


def is_public(address: str) -> bool:
    """Whether an address leads to where everybody may go: to no machine of an office, with no password and no
    ticket in it.
    """
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or parts.username or host.endswith(_WITHIN):
        return False
    if any(word in parts.query.casefold() for word in _SECRET):
        return False
    try:
        return ip_address(host).is_global
    except ValueError:
        return "." in host
