"""One GET request to one IP address that was checked before, within a deadline and a size.

Which address is asked, and what an answer means, is decided in `geodata.articles.fetching`.
"""

import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, SSLError
from urllib3.response import HTTPResponse

from geodata.articles.web_address import WebAddress

_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; Dateline/0.1; one page, asked for by a reader)",
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,"
    "application/xml;q=0.9,text/plain;q=0.8",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_CONNECT_SECONDS = 5.0
_PIECE = 65_536
_GZIP_OR_ZLIB = 47  # as zlib.decompressobj counts: the largest window, header told apart


class NoAnswerError(Exception):
    """Nobody answers at this IP address; another one of the host may."""


class RefusedError(Exception):
    """What came back cannot be taken; the message says why."""


class TooLongError(Exception):
    """There is more than may be taken."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment on the monotonic clock after which nothing is waited for."""

    at_seconds: float

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        """The moment so many seconds from now."""
        return cls(time.monotonic() + seconds)

    def seconds_left(self) -> float:
        """Until then; TimeoutError where it has passed."""
        left = self.at_seconds - time.monotonic()
        if left <= 0:
            raise TimeoutError("the deadline has passed")
        return left


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered. The content is unpacked, and empty for any status but 200."""

    status: int
    content_type: str = ""
    location: str = ""
    content: bytes = b""


def public_certificates() -> ssl.SSLContext:
    """What a secure host must satisfy: this machine's list of authorities, or Mozilla's."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def ask(
    address: WebAddress,
    ip: str,
    *,
    deadline: Deadline,
    longest_bytes: int,
    certificates: Callable[[], ssl.SSLContext] = public_certificates,
) -> Answer:
    """The answer of the host at exactly this IP address; it is still asked by its name.

    Args:
        address: What is asked for.
        ip: Where the connection goes; no name is looked up here.
        deadline: For everything, however slowly it comes.
        longest_bytes: Of the content, both as sent and unpacked.
        certificates: Makes the context that a secure host must satisfy, for the host's name.

    Raises:
        NoAnswerError: No connection, or none that speaks.
        RefusedError: No valid certificate, or a broken or unreadable answer.
        TimeoutError: The deadline has passed.
        TooLongError: There is more than may be taken.
    """
    connection = _connection(
        address, ip, certificates, min(_CONNECT_SECONDS, deadline.seconds_left())
    )
    try:
        _connect(connection, ip, deadline)
        with _cut_off(connection, deadline):
            return _answer(connection, address, longest_bytes)
    finally:
        connection.close()


def _connect(connection: HTTPConnection, ip: str, deadline: Deadline) -> None:
    try:
        connection.connect()
    except (SSLError, ssl.SSLError, ValueError) as error:
        raise RefusedError("its connection is not secure (no valid certificate)") from error
    except (HTTPError, OSError) as error:
        deadline.seconds_left()
        raise NoAnswerError(ip) from error


def _connection(
    address: WebAddress, ip: str, certificates: Callable[[], ssl.SSLContext], seconds: float
) -> HTTPConnection:
    if not address.is_secure:
        return HTTPConnection(ip, address.port, timeout=seconds)
    return HTTPSConnection(
        ip,
        address.port,
        timeout=seconds,
        ssl_context=certificates(),
        server_hostname=address.host,
    )


@contextmanager
def _cut_off(connection: HTTPConnection, deadline: Deadline) -> Iterator[None]:
    """Ends the connection at the deadline, even while a byte now and then keeps it alive."""
    line = connection.sock
    assert line is not None

    def cut() -> None:
        with suppress(OSError):
            # The socket's own method: that of a secure one would first forget its secrets.
            socket.socket.shutdown(line, socket.SHUT_RDWR)

    connection.timeout = deadline.seconds_left()
    timer = threading.Timer(deadline.seconds_left(), cut)
    timer.daemon = True
    timer.start()
    try:
        yield
        # A line that was cut looks like the end of an answer.
        deadline.seconds_left()
    except (RefusedError, TooLongError):
        deadline.seconds_left()
        raise
    except (HTTPError, HTTPException, OSError, ValueError, zlib.error) as error:
        deadline.seconds_left()
        raise RefusedError("its answer broke off or cannot be read") from error
    finally:
        timer.cancel()


def _answer(connection: HTTPConnection, address: WebAddress, longest_bytes: int) -> Answer:
    connection.request(
        "GET",
        address.target,
        headers=_HEADERS | {"Host": address.host_header},
        preload_content=False,
        decode_content=False,
    )
    response = connection.getresponse()
    return Answer(
        response.status,
        response.headers.get("Content-Type", ""),
        response.headers.get("Location", ""),
        _content(response, longest_bytes) if response.status == 200 else b"",
    )


def _content(response: HTTPResponse, longest_bytes: int) -> bytes:
    packing = response.headers.get("Content-Encoding", "").strip().lower()
    if packing not in {"", "identity", "gzip", "x-gzip"}:
        raise RefusedError("it is packed in a way that is not read here")
    declared = response.headers.get("Content-Length", "")
    if declared.isdecimal() and int(declared[:18]) > longest_bytes:
        raise TooLongError
    sent = _within(_sent(response), longest_bytes)
    return b"".join(_within(_unpacked(sent), longest_bytes) if "gzip" in packing else sent)


def _sent(response: HTTPResponse) -> Iterator[bytes]:
    while piece := response.read1(_PIECE, decode_content=False):
        yield piece


def _within(pieces: Iterator[bytes], longest_bytes: int) -> Iterator[bytes]:
    count = 0
    for piece in pieces:
        count += len(piece)
        if count > longest_bytes:
            raise TooLongError
        yield piece


def _unpacked(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """What is packed in the pieces, by and by, so that nobody needs memory for all of it."""
    unpack = zlib.decompressobj(_GZIP_OR_ZLIB)
    is_empty = True
    for piece in pieces:
        is_empty = False
        while True:
            out = unpack.decompress(piece, _PIECE)
            yield out
            piece = unpack.unconsumed_tail
            if unpack.unused_data.strip(b"\0"):
                raise RefusedError("it is packed in a way that is not read here")
            if not piece and len(out) < _PIECE:
                break
    if not (unpack.eof or is_empty):
        raise RefusedError("its answer broke off or cannot be read")
