"""A web address as a visitor or a server wrote it -> host, port and path, or why it is not asked.

Where the host lies, and whether it may be asked, is decided in `geodata.articles.fetching`.
"""

from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from geodata.articles.labels import clean_label, clean_url
from geodata.articles.public_networks import is_public
from geodata.errors import ArticleFetchError

NOT_PUBLIC = "this address lies on this machine or in a private network; such are never asked"
_USUAL_PORTS = {"http": 80, "https": 443}
_LONGEST_HOST = 253
_SHOWN = 120
# Not allowed in an address, but left as they are by browsers that one is copied from.
_LEFT_BY_BROWSERS = str.maketrans({char: f"%{ord(char):02X}" for char in "^`{|}"})


@dataclass(frozen=True, slots=True)
class WebAddress:
    """One address that is fit to be asked.

    Attributes:
        url: The whole address, without the part after "#".
        host: The name or IP address in it, in ASCII; an IPv6 address without its brackets.
        target: The path and query, as they are asked for.
        host_header: The host as it is named to the server.
    """

    url: str
    host: str
    port: int
    is_secure: bool
    target: str
    host_header: str


def shown_address(written: str) -> str:
    """An address as messages name it: one line, and short."""
    label = clean_label(written)
    return label if len(label) <= _SHOWN else f"{label[: _SHOWN - 1]}…"


def parse_address(written: str, *, ports: Collection[int] = ()) -> WebAddress:
    """The address, its host in ASCII and its path escaped.

    Args:
        written: As it was typed, or as a server wrote it.
        ports: Ports that may be asked beside the usual one of the scheme.

    Raises:
        ArticleFetchError: It is no address of the web, holds a password, or names another port.
    """
    shown = shown_address(written)
    written = written.strip().translate(_LEFT_BY_BROWSERS)
    if not clean_url(written):
        raise ArticleFetchError(
            "this is no web address; it begins with http:// or https:// and has no spaces",
            path=shown or "the address",
        )
    try:
        parsed = parse_url(written)
    except LocationParseError as error:
        raise ArticleFetchError("this is no valid web address; check it", path=shown) from error
    host = (parsed.host or "").strip("[]")
    if parsed.scheme not in _USUAL_PORTS or not host or len(host) > _LONGEST_HOST:
        raise ArticleFetchError("this is no valid web address; check it", path=shown)
    if parsed.auth is not None:
        raise ArticleFetchError(
            "a name or password stands before the @; leave that part out", path=host
        )
    usual = _USUAL_PORTS[parsed.scheme]
    port = parsed.port or usual
    if port != usual and port not in ports:
        if _is_local(host):
            raise ArticleFetchError(NOT_PUBLIC, path=shown)
        raise ArticleFetchError(
            f"only the usual port of {parsed.scheme} ({usual}) is asked, not {port}", path=shown
        )
    return WebAddress(
        url=parsed._replace(fragment=None, port=None if port == usual else port).url,
        host=host,
        port=port,
        is_secure=parsed.scheme == "https",
        target=parsed.request_uri,
        host_header=(parsed.host or "") + ("" if port == usual else f":{port}"),
    )


def _is_local(host: str) -> bool:
    """Whether a host says by itself that it is none of the public web's."""
    try:
        return not is_public(str(ip_address(host)))
    except ValueError:
        return host.lower().rstrip(".").rpartition(".")[2] == "localhost"


def led_on(address: WebAddress, location: str) -> str:
    """Where a server leads on to: its answer may be relative to the address that was asked."""
    try:
        return urljoin(address.url, location.strip().replace(" ", "%20"))
    except ValueError:
        return location
