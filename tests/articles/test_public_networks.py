"""Only addresses that anybody may ask are public."""

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.articles.public_networks import is_public

PRIVATE = """
127.0.0.1 127.255.255.254 0.0.0.0 0.1.2.3 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1
169.254.169.254 100.64.0.1 100.127.255.255 192.0.0.8 192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9
224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 192.88.99.1
:: ::1 fe80::1 fe80::1%eth0 febf::1 fec0::1 fc00::1 fd12:3456::1 ff02::1 ff0e::1
::ffff:127.0.0.1 ::ffff:8.8.8.8 ::ffff:0:8.8.8.8 ::8.8.8.8 64:ff9b::8.8.8.8 64:ff9b:1::10.0.0.1
2001::1 2001:0:7f00:1:: 2001:db8::1 2002:7f00:1::1 2002:808:808::1 3fff::1 100::1 5f00::1
2606:4700::1%eth0
""".split()
PUBLIC = """
1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.1 126.255.255.255 128.0.0.1 172.15.255.255 172.32.0.1
100.63.255.255 100.128.0.1 169.253.255.255 192.167.255.255 192.169.0.1 223.255.255.255
2606:4700::1 2a00:1450:4009::200e 2001:4860:4860::8888 2003::1
""".split()


@pytest.mark.parametrize("written", PRIVATE)
def test_private_local_and_wrapped_addresses_are_not_public(written: str) -> None:
    assert not is_public(written)


@pytest.mark.parametrize("written", PUBLIC)
def test_an_address_that_anybody_may_ask_is_public(written: str) -> None:
    assert is_public(written)


@pytest.mark.parametrize("written", ["", "localhost", "127.1", "0x7f000001", "1.2.3.4.5", "a b"])
def test_what_is_no_address_is_not_public(written: str) -> None:
    assert not is_public(written)


@given(st.integers(0, 2**32 - 1).map(IPv4Address) | st.integers(0, 2**128 - 1).map(IPv6Address))
def test_nothing_that_python_knows_as_private_is_public(drawn: IPv4Address | IPv6Address) -> None:
    address = ip_address(str(drawn))
    if is_public(str(address)):
        assert address.is_global
        assert not (address.is_multicast or address.is_reserved or address.is_link_local)


@given(st.integers(0, 2**32 - 1).map(IPv4Address))
def test_no_ipv4_address_becomes_public_by_being_wrapped(drawn: IPv4Address) -> None:
    number = int(drawn)
    assert not is_public(str(IPv6Address(0xFFFF << 32 | number)))
    assert not is_public(str(IPv6Address(0x64FF9B << 96 | number)))
    assert not is_public(str(IPv6Address(0x2002 << 112 | number << 80)))
