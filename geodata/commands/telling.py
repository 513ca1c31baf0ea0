"""What a command says to people: on standard error, one line each, never raw control characters.

Results go to standard output, and are written by the commands themselves.
"""

import sys


def tell(message: str) -> None:
    """Write one line to standard error."""
    print(plain_line(message), file=sys.stderr, flush=True)


def plain_line(message: str) -> str:
    """The message with everything escaped that a terminal would not show as it is.

    File names and texts are strangers': they may hold line ends, colour codes, or characters that
    reverse the line.
    """
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in message
    )
