"""Which addresses of the internet are public; every other is never asked for a page.

How a name becomes an address, and what is asked of it, is in `geodata.articles.fetching`.
"""

from ipaddress import IPv4Address, IPv6Network, ip_address, ip_network

# IANA's IPv4 Special-Purpose Address Registry and RFC 5771:
# https://www.iana.org/assignments/iana-ipv4-special-registry
_NOT_PUBLIC_V4 = tuple(
    ip_network(written)
    for written in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # shared behind a carrier's translation (CGNAT)
        "127.0.0.0/8",  # this machine
        "169.254.0.0/16",  # link-local, and where clouds answer for their secrets
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # relays of 6to4
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarking
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
)
# All that is given out for general use; IPv4-mapped addresses (::ffff:0:0/96), NAT64
# (64:ff9b::/96), unique local (fc00::/7), link-local (fe80::/10) and multicast lie outside it.
_GIVEN_OUT_V6 = IPv6Network("2000::/3")
# IANA's IPv6 Special-Purpose Address Registry:
# https://www.iana.org/assignments/iana-ipv6-special-registry
_NOT_PUBLIC_V6 = tuple(
    IPv6Network(written)
    for written in (
        "2001::/23",  # protocol assignments, and Teredo, which wraps an IPv4 address
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4, which wraps an IPv4 address
        "3fff::/20",  # documentation
    )
)


def is_public(written: str) -> bool:
    """Whether an IP address, as a resolver writes it, is one that anybody may ask.

    Private, local, link-local, multicast, reserved and documentation addresses are not, nor is an
    IPv6 address that stands for an IPv4 one, nor anything that is no address.
    """
    try:
        address = ip_address(written)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC_V4)
    return (
        address.scope_id is None
        and address in _GIVEN_OUT_V6
        and not any(address in network for network in _NOT_PUBLIC_V6)
    )
