"""A web address -> the bytes behind it, asked of public hosts only and within limits.

One request to one host is in `geodata.articles.pinned_request`; what the bytes hold is read in
`geodata.articles.fetched`. Cookies, proxies and passwords are never used.
"""

import socket
import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from ssl import SSLContext

from geodata.articles.pinned_request import (
    Answer,
    Deadline,
    NoAnswerError,
    RefusedError,
    TooLongError,
    ask,
    public_certificates,
)
from geodata.articles.public_networks import is_public
from geodata.articles.web_address import (
    NOT_PUBLIC,
    WebAddress,
    led_on,
    parse_address,
    shown_address,
)
from geodata.errors import ArticleFetchError

_LEADS_ON = frozenset({301, 302, 303, 307, 308})
_ADDRESSES_TRIED = 4
_SAVE_IT = "open it in a browser, save the page, and add the file"


def resolve(host: str) -> list[str]:
    """The IP addresses of a host, as the machine's own resolver gives them.

    Raises:
        OSError: There is no such host, or nobody to ask.
    """
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(answer[4][0]) for answer in found))


@dataclass(frozen=True, slots=True)
class FetchRules:
    """What may be asked, and how much may come back. The defaults are those of the app.

    Attributes:
        resolve: Host -> IP addresses.
        may_be_asked: Whether an IP address is one that may be asked; each of a host's must be.
        ports: Ports that may be asked beside 80 and 443.
        certificates: Makes the context that a secure host must satisfy.
        longest_bytes: The most an answer may hold, both as sent and unpacked.
        longest_seconds: The most that one address may take, everything in it.
        most_redirects: How often an address may lead on to another.
    """

    resolve: Callable[[str], Sequence[str]] = resolve
    may_be_asked: Callable[[str], bool] = is_public
    ports: Collection[int] = ()
    certificates: Callable[[], SSLContext] = field(default=public_certificates)
    longest_bytes: int = 5_000_000
    longest_seconds: float = 15.0
    most_redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address held.

    Attributes:
        url: The address that answered in the end, without the part after "#".
        content: The bytes, unpacked.
        content_type: What the server calls them, in lower case: "text/html"; may be empty.
        charset: The encoding that the server names; may be empty.
    """

    url: str
    content: bytes
    content_type: str = ""
    charset: str = ""


def fetch(written: str, rules: FetchRules | None = None) -> Fetched:
    """Asks a web address, and those it leads on to, for what they hold.

    Args:
        written: The address.
        rules: None for those of the app.

    Raises:
        ArticleFetchError: It may not be asked, or did not answer with something to read.
    """
    rules = rules or FetchRules()
    deadline = Deadline.after(rules.longest_seconds)
    address = parse_address(written, ports=rules.ports)
    try:
        for _ in range(rules.most_redirects + 1):
            answer = _ask(address, rules, deadline)
            if answer.status not in _LEADS_ON or not answer.location:
                return _judged(address, answer)
            address = parse_address(led_on(address, answer.location), ports=rules.ports)
    except TimeoutError as error:
        raise _refusal(
            address,
            f"there was no whole answer within {rules.longest_seconds:.0f} seconds; try again"
            f" later, or {_SAVE_IT}",
        ) from error
    raise _refusal(
        address,
        f"it leads on to other addresses more than {rules.most_redirects} times; {_SAVE_IT}",
    )


def _ask(address: WebAddress, rules: FetchRules, deadline: Deadline) -> Answer:
    failure: Exception | None = None
    for ip in _checked(address, rules, deadline)[:_ADDRESSES_TRIED]:
        try:
            return ask(
                address,
                ip,
                deadline=deadline,
                longest_bytes=rules.longest_bytes,
                certificates=rules.certificates,
            )
        except NoAnswerError as error:
            failure = error
        except TooLongError as error:
            raise _refusal(
                address,
                f"it holds more than {rules.longest_bytes / 1e6:.0f} MB; {_SAVE_IT}",
            ) from error
        except RefusedError as error:
            raise _refusal(address, f"{error}; {_SAVE_IT}") from error
    raise _refusal(
        address, "the host does not answer; check the address, or try again later"
    ) from (failure)


def _checked(address: WebAddress, rules: FetchRules, deadline: Deadline) -> Sequence[str]:
    """The host's IP addresses, all of which may be asked."""
    try:
        found = _in_time(lambda: rules.resolve(address.host), deadline)
    except TimeoutError:
        raise
    except (OSError, UnicodeError) as error:
        raise _refusal(address, "there is no such host; check the address") from error
    if not found:
        raise _refusal(address, "there is no such host; check the address")
    if not all(map(rules.may_be_asked, found)):
        raise _refusal(
            address,
            NOT_PUBLIC,
        )
    return found


def _in_time(question: Callable[[], Sequence[str]], deadline: Deadline) -> Sequence[str]:
    """The answer, or TimeoutError: the machine's resolver keeps no deadline of its own."""
    answers: list[Sequence[str]] = []
    failures: list[Exception] = []

    def put() -> None:
        try:
            answers.append(question())
        except Exception as error:
            failures.append(error)

    asking = threading.Thread(target=put, daemon=True)
    asking.start()
    asking.join(deadline.seconds_left())
    if failures:
        raise failures[0]
    if not answers:
        raise TimeoutError("the resolver did not answer")
    return answers[0]


def _judged(address: WebAddress, answer: Answer) -> Fetched:
    if answer.status == 200:
        content_type, _, parameters = answer.content_type.partition(";")
        return Fetched(
            address.url, answer.content, content_type.strip().lower(), _charset(parameters)
        )
    if answer.status in {404, 410}:
        said = f"there is no such page ({answer.status}); check the address"
    elif answer.status in {401, 402, 403, 451}:
        said = f"the host does not show it to Dateline ({answer.status}); {_SAVE_IT}"
    elif answer.status == 429 or answer.status >= 500:
        said = f"the host cannot answer now ({answer.status}); try again later"
    else:
        said = f"the host answered with status {answer.status}, not with a page; {_SAVE_IT}"
    raise _refusal(address, said)


def _charset(parameters: str) -> str:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip(" '\"").lower()[:40]
    return ""


def _refusal(address: WebAddress, message: str) -> ArticleFetchError:
    return ArticleFetchError(message, path=shown_address(address.url))
