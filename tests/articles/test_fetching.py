"""Fetching asks public hosts only, at the address that was checked, and within its limits."""

import gzip
import ssl
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest

from geodata.articles.fetching import FetchRules, fetch, resolve
from geodata.errors import ArticleFetchError
from tests.articles.web_host import PAGE, Host, Reply, html, leads_to, packed, serving

HERE = "127.0.0.1"
PUBLIC_IP = "93.184.216.34"


@pytest.fixture
def host() -> Iterator[Host]:
    with serving() as running:
        running.replies["/page"] = html()
        yield running


def rules(host: Host, **others: object) -> FetchRules:
    """Every name is this machine, which may be asked; everything else is as in the app."""
    return FetchRules(
        **{
            "resolve": lambda _: [HERE],
            "may_be_asked": lambda ip: ip == HERE,
            "ports": {host.port},
            "longest_seconds": 5.0,
        }
        | others  # type: ignore[arg-type]
    )


def url(host: Host, path: str = "/page", name: str = "andes.example") -> str:
    return f"http://{name}:{host.port}{path}"


def refusal(written: str, asked_by: FetchRules | None) -> str:
    with pytest.raises(ArticleFetchError) as refused:
        fetch(written, asked_by)
    return str(refused.value)


def test_a_page_is_fetched_from_the_checked_address_under_its_own_name(host: Host) -> None:
    fetched = fetch(url(host, "/page?a=b#c"), rules(host))
    assert fetched.content == PAGE
    assert fetched.url == url(host, "/page?a=b")
    assert (fetched.content_type, fetched.charset) == ("text/html", "utf-8")
    assert host.asked == [("/page", f"andes.example:{host.port}")]


# ---- who may be asked


@pytest.mark.parametrize(
    "name",
    ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "[::1]",
     "[::ffff:127.0.0.1]", "0.0.0.0", "169.254.169.254", "10.0.0.1", "[fe80::1]"],
)  # fmt: skip
def test_this_machine_and_its_neighbours_are_never_asked(host: Host, name: str) -> None:
    strict = FetchRules(ports={host.port})
    said = refusal(url(host, name=name), strict)
    assert "private network" in said or "no such host" in said
    assert host.asked == []


@pytest.mark.parametrize("name", [HERE, "localhost", "[::1]"])
def test_this_machine_is_refused_as_such_before_its_port(host: Host, name: str) -> None:
    assert "private network" in refusal(url(host, name=name), None)


@pytest.mark.parametrize(
    "answers",
    [["10.0.0.1"], [PUBLIC_IP, "192.168.0.1"], ["::1", PUBLIC_IP], [PUBLIC_IP, "::ffff:10.0.0.1"],
     [PUBLIC_IP, "64:ff9b::a00:1"], [PUBLIC_IP, "no address"]],
)  # fmt: skip
def test_one_private_answer_refuses_a_host(answers: list[str]) -> None:
    said = refusal("http://andes.example/", FetchRules(resolve=lambda _: answers))
    assert "private network" in said


def test_a_name_is_looked_up_once_so_that_the_second_answer_cannot_differ(host: Host) -> None:
    answers = iter([[HERE], ["10.0.0.1"]])
    fetched = fetch(url(host), rules(host, resolve=lambda _: next(answers)))
    assert fetched.content == PAGE


@pytest.mark.parametrize("answers", [[], OSError("unknown")])
def test_a_host_that_nobody_knows_is_told(answers: list[str] | OSError) -> None:
    def look_up(_: str) -> list[str]:
        if isinstance(answers, OSError):
            raise answers
        return answers

    assert "no such host" in refusal("http://andes.example/", FetchRules(resolve=look_up))


def test_the_machine_knows_itself() -> None:
    assert HERE in resolve("localhost")


def test_the_next_address_is_asked_where_one_does_not_answer(host: Host) -> None:
    two = rules(host, resolve=lambda _: ["127.0.0.2", HERE], may_be_asked=lambda _: True)
    assert fetch(url(host), two).content == PAGE


def test_a_host_that_does_not_answer_is_told(host: Host) -> None:
    deaf = rules(host, ports={host.port, 9}, resolve=lambda _: [HERE])
    assert "does not answer" in refusal("http://andes.example:9/", deaf)


def test_proxies_of_the_environment_are_not_used(
    host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert fetch(url(host), rules(host)).content == PAGE


# ---- where an address leads


def test_an_address_that_leads_on_is_known_by_its_end(host: Host) -> None:
    host.replies["/old"] = leads_to("/page", 301)
    assert fetch(url(host, "/old"), rules(host)).url == url(host)


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://127.0.0.1/", "private network"),
        ("http://localhost/", "private network"),
        ("http://169.254.169.254/latest/meta-data/", "private network"),
        ("//10.0.0.1/", "private network"),
        ("http://inner.example/", "private network"),
        ("file:///etc/passwd", "no web address"),
        ("ftp://andes.example/", "no web address"),
        ("http://a:b@andes.example/", "name or password"),
        ("http://andes.example:22/", "usual port"),
        ("http://[", "no"),
    ],
)
def test_an_address_may_not_lead_to_what_may_not_be_asked(
    host: Host, location: str, reason: str
) -> None:
    host.replies["/old"] = leads_to(location)
    names = {"andes.example": [PUBLIC_IP], "inner.example": ["10.1.2.3"]}
    strict = FetchRules(resolve=lambda name: names.get(name) or resolve(name))

    def ask_first(name: str) -> list[str]:
        return [HERE] if name == "first.example" else list(strict.resolve(name))

    first = [True]

    def may_be_asked(ip: str) -> bool:
        # Only the very first host stands in for a public one.
        return first.pop() if first and ip == HERE else strict.may_be_asked(ip)

    asked_by = rules(host, resolve=ask_first, may_be_asked=may_be_asked)
    assert reason in refusal(url(host, "/old", "first.example"), asked_by)
    assert [path for path, _ in host.asked] == ["/old"]


def test_an_address_may_lead_on_five_times(host: Host) -> None:
    for step in range(6):
        host.replies[f"/{step}"] = leads_to(f"/{step + 1}")
    host.replies["/6"] = html()
    assert fetch(url(host, "/1"), rules(host)).content == PAGE
    assert "more than 5 times" in refusal(url(host, "/0"), rules(host))


def test_an_address_that_leads_to_itself_is_left(host: Host) -> None:
    host.replies["/round"] = leads_to("/round")
    assert "more than 5 times" in refusal(url(host, "/round"), rules(host))
    assert len(host.asked) == 6


# ---- how much, and how long


def test_a_packed_page_is_unpacked(host: Host) -> None:
    host.replies["/page"] = packed(PAGE)
    assert fetch(url(host), rules(host)).content == PAGE


@pytest.mark.parametrize(
    "reply",
    [
        html(b"x" * 100_001),
        Reply(headers={"Content-Type": "text/html"}, is_endless=True),
        packed(b"x" * 50_000_000),
        Reply(headers={"Content-Type": "text/html", "Content-Length": "9" * 30}),
    ],
    ids=["long", "endless", "bomb", "declared"],
)
def test_more_than_may_be_taken_is_refused(host: Host, reply: Reply) -> None:
    host.replies["/page"] = reply
    assert "more than 0 MB" in refusal(url(host), rules(host, longest_bytes=100_000))


def test_a_bomb_is_not_unpacked_further_than_its_limit(host: Host) -> None:
    layers = gzip.compress(b"\0" * 60_000_000, compresslevel=9)
    host.replies["/page"] = html(layers, **{"Content-Encoding": "gzip"})
    assert "more than 1 MB" in refusal(url(host), rules(host, longest_bytes=1_000_000))


SLOW = (b"x",) * 1000
HEAD = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    "reply",
    [
        Reply(headers={"Content-Type": "text/html"}, pieces=SLOW, pause_seconds=0.05),
        Reply(raw=(b"H", *SLOW), pause_seconds=0.05),
        Reply(raw=(HEAD, b"X-Slow: ", *SLOW), pause_seconds=0.05),
        Reply(raw=(CHUNKED, *[b"0"] * 1000), pause_seconds=0.05),
        Reply(raw=(HEAD + b"\r\n<p>half", b""), pause_seconds=30),
        Reply(raw=(b"", b""), pause_seconds=30),
    ],
    ids=["body", "status", "header", "chunk size", "silence", "nothing"],
)
def test_an_answer_that_drips_is_cut_off(host: Host, reply: Reply) -> None:
    host.replies["/page"] = reply
    said = refusal(url(host), rules(host, longest_seconds=0.5))
    assert "no whole answer" in said


def test_a_resolver_that_never_answers_is_not_waited_for() -> None:
    from threading import Event

    never = Event()

    def look_up(_: str) -> list[str]:
        never.wait(30)
        return []

    said = refusal("http://a.example/", FetchRules(resolve=look_up, longest_seconds=0.2))
    never.set()
    assert "no whole answer" in said


# ---- what comes back


@pytest.mark.parametrize(
    ("status", "reason"),
    [(404, "no such page"), (410, "no such page"), (403, "does not show"), (401, "does not show"),
     (429, "cannot answer now"), (503, "cannot answer now"), (204, "status 204"),
     (304, "status 304"), (302, "status 302")],
)  # fmt: skip
def test_another_status_than_success_is_told(host: Host, status: int, reason: str) -> None:
    host.replies["/page"] = Reply(status=status)
    assert reason in refusal(url(host), rules(host))


@pytest.mark.parametrize(
    "raw",
    [
        b"\0\0\0",
        b"HTTP/1.0 abc\r\n\r\n",
        HEAD + b"Content-Length: 500\r\n\r\nshort",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        HEAD + b"Content-Encoding: gzip\r\n\r\nno gzip at all",
        HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE)[:-20],
        HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE) + gzip.compress(PAGE),
        HEAD + b"Content-Encoding: br\r\n\r\n" + zlib.compress(PAGE),
        HEAD + b"X: y\r\n" * 500 + b"\r\n",
        HEAD + b"X: " + b"y" * 100_000 + b"\r\n\r\n",
    ],
)
def test_a_broken_answer_is_told(host: Host, raw: bytes) -> None:
    host.replies["/page"] = Reply(raw=(raw,))
    said = refusal(url(host), rules(host))
    assert "broke off" in said or "packed in a way" in said


# ---- secure hosts


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate that andes.example signed for itself, with its key, in one file."""
    if not which("openssl"):
        pytest.skip("there is no openssl to make a certificate with")
    folder = tmp_path_factory.mktemp("certificate")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=andes.example", "-addext", "subjectAltName=DNS:andes.example",
         "-keyout", "key.pem", "-out", "certificate.pem"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    both = folder / "both.pem"
    both.write_bytes((folder / "key.pem").read_bytes() + (folder / "certificate.pem").read_bytes())
    return both


@pytest.fixture
def secure_host(certificate: Path) -> Iterator[Host]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with serving(context) as running:
        running.replies["/page"] = html()
        yield running


def trusting(certificate: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate))


def test_a_secure_host_is_asked_by_address_and_known_by_name(
    secure_host: Host, certificate: Path
) -> None:
    asked_by = rules(secure_host, certificates=lambda: trusting(certificate))
    fetched = fetch(url(secure_host).replace("http:", "https:"), asked_by)
    assert fetched.content == PAGE
    assert secure_host.asked == [("/page", f"andes.example:{secure_host.port}")]


def test_a_certificate_for_another_name_is_refused(secure_host: Host, certificate: Path) -> None:
    asked_by = rules(secure_host, certificates=lambda: trusting(certificate))
    other = url(secure_host, name="other.example").replace("http:", "https:")
    assert "not secure" in refusal(other, asked_by)
    assert secure_host.asked == []


def test_a_certificate_that_nobody_vouches_for_is_refused(secure_host: Host) -> None:
    said = refusal(url(secure_host).replace("http:", "https:"), rules(secure_host))
    assert "not secure" in said
    assert secure_host.asked == []
