"""A web server on this machine that answers as it is told; for the tests of fetching."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext
from urllib.parse import urlsplit

PAGE = b"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Dam breaks above Lima</title>
<meta property="og:site_name" content="Andes Daily">
<meta property="article:published_time" content="2025-10-24T00:30:00+09:00"></head><body>
<nav><a href="/">Home</a></nav><article><h1>Dam breaks above Lima</h1>
<p>A dam broke above the town of Lima on Friday, the mayor said, and the town was emptied.</p>
<p>Nobody was hurt, but the bridge to Callao is gone and the road to Cusco is closed.</p>
<p>Soldiers from Arequipa were on their way with tents, blankets and clean water.</p>
</article></body></html>"""


@dataclass(frozen=True)
class Reply:
    """What the server answers to a path.

    Attributes:
        body: Sent at once.
        pieces: Sent one by one after it.
        pause_seconds: After each piece.
        is_endless: Whether bytes follow for as long as somebody reads.
        raw: Pieces sent instead of everything else, status and headers included.
    """

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    pieces: tuple[bytes, ...] = ()
    pause_seconds: float = 0.0
    is_endless: bool = False
    raw: tuple[bytes, ...] = ()


def html(body: bytes = PAGE, content_type: str = "text/html; charset=utf-8", **more: str) -> Reply:
    return Reply(body, headers={"Content-Type": content_type, **more})


def leads_to(location: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": location})


def packed(body: bytes) -> Reply:
    return html(gzip.compress(body), **{"Content-Encoding": "gzip"})


@dataclass
class Host:
    """A server that is running.

    Attributes:
        port: On 127.0.0.1.
        replies: By path.
        asked: The paths asked for, with the host named in each request, in order.
    """

    port: int
    replies: dict[str, Reply]
    asked: list[tuple[str, str]]


@contextmanager
def serving(certificate: SSLContext | None = None) -> Iterator[Host]:
    host = Host(0, {}, [])
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            host.asked.append((path, self.headers["Host"]))
            reply = host.replies.get(path, Reply(status=404))
            with suppress(OSError):  # Who asked may have heard enough.
                answer(self, reply)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    def answer(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
        for piece in reply.raw:
            handler.wfile.write(piece)
            over.wait(reply.pause_seconds)
        if reply.raw:
            return
        handler.send_response(reply.status)
        for name, value in reply.headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(reply.body)
        for piece in reply.pieces:
            handler.wfile.write(piece)
            handler.wfile.flush()
            over.wait(reply.pause_seconds)
        while reply.is_endless and not over.is_set():
            handler.wfile.write(b"x" * 65_536)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if certificate:
        server.socket = certificate.wrap_socket(server.socket, server_side=True)
    host.port = server.server_address[1]
    running = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    running.start()
    try:
        yield host
    finally:
        over.set()
        server.shutdown()
        server.server_close()
        running.join(5)
