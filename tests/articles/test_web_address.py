"""An address is taken apart once; what is not fit to be asked is refused in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.articles.web_address import led_on, parse_address
from geodata.errors import ArticleFetchError


@pytest.mark.parametrize(
    ("written", "url", "host", "target"),
    [
        ("https://andes.example", "https://andes.example", "andes.example", "/"),
        (" http://andes.example:80/a?b=c#d ", "http://andes.example/a?b=c", "andes.example",
         "/a?b=c"),
        ("HTTPS://Andes.Example:443/A", "https://andes.example/A", "andes.example", "/A"),
        ("https://exämple.org/ä", "https://xn--exmple-cua.org/%C3%A4", "xn--exmple-cua.org",
         "/%C3%A4"),
        ("http://[2606:4700::1]/", "http://[2606:4700::1]/", "2606:4700::1", "/"),
        ("https://andes.example/{a}|b", "https://andes.example/%7Ba%7D%7Cb", "andes.example",
         "/%7Ba%7D%7Cb"),
        ("https://andes.example/a/../b", "https://andes.example/b", "andes.example", "/b"),
    ],
)  # fmt: skip
def test_an_address_is_taken_apart(written: str, url: str, host: str, target: str) -> None:
    address = parse_address(written)
    assert (address.url, address.host, address.target) == (url, host, target)
    assert address.port == (443 if address.is_secure else 80)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "no web address"),
        ("andes.example", "no web address"),
        ("ftp://andes.example/", "no web address"),
        ("file:///etc/passwd", "no web address"),
        ("gopher://andes.example/", "no web address"),
        ("javascript:alert(1)", "no web address"),
        ("http://andes.example/a b", "no web address"),
        ("http://andes.example\\@127.0.0.1/", "no web address"),
        ("http://andes.example/\r\nHost: x", "no web address"),
        ("http:///a", "no valid web address"),
        ("http://andes.example:99999/", "no valid web address"),
        ("http://１２７.０.０.１/", "no valid web address"),
        ("http://" + "a" * 300 + ".example/", "no valid web address"),
        ("http://reader:secret@andes.example/", "name or password"),
        ("http://127.0.0.1@andes.example/", "name or password"),
        ("http://andes.example:22/", "usual port"),
        ("https://andes.example:80/", "usual port"),
    ],
)
def test_what_is_not_fit_to_be_asked_is_refused(written: str, reason: str) -> None:
    with pytest.raises(ArticleFetchError, match=reason):
        parse_address(written)


def test_a_password_is_not_repeated() -> None:
    with pytest.raises(ArticleFetchError) as refusal:
        parse_address("http://reader:secret@andes.example/")
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b", "https://andes.example/b"),
        ("c d", "https://andes.example/a/c%20d"),
        ("//other.example/", "https://other.example/"),
        ("http://other.example/", "http://other.example/"),
        ("?q", "https://andes.example/a/b?q"),
    ],
)
def test_a_server_may_lead_on_relative_to_what_was_asked(location: str, url: str) -> None:
    assert led_on(parse_address("https://andes.example/a/b"), location) == url


@given(st.text() | st.text().map(lambda text: f"http://{text}"))
def test_no_address_breaks_the_reader(written: str) -> None:
    try:
        address = parse_address(written)
    except ArticleFetchError:
        return
    assert address.host
    assert address.target.startswith("/")
    assert not set(address.target + address.host_header) & set(" \r\n")
