"""Bytes -> text, or a clear word on why they are none. Nothing is guessed, mended or dropped.

A byte order mark stays in the text, so that offsets are those of the file decoded as UTF-8.
"""

from geodata.errors import ArticleFormatError

# The most one article, one row of a table or one feed may take. A novel has about 1 MB.
LONGEST_ARTICLE_BYTES = 10_000_000

_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def check_size(byte_count: int, *, path: str) -> None:
    """Refuses what is too long for one article, or empty.

    Raises:
        ArticleFormatError: For more than 10 MB, and for nothing at all.
    """
    if byte_count == 0:
        raise ArticleFormatError("the file is empty; there is nothing to read in it", path=path)
    if byte_count > LONGEST_ARTICLE_BYTES:
        raise ArticleFormatError(
            f"too long for one article ({byte_count / 1e6:.0f} MB, the limit is"
            f" {LONGEST_ARTICLE_BYTES / 1e6:.0f} MB); split it, or make it a table (.jsonl, .csv)"
            " with one article per row",
            path=path,
        )


def decode_text(content: bytes, *, path: str) -> str:
    """The text of a file in UTF-8, newlines untouched.

    Raises:
        ArticleFormatError: Binary, in another encoding, too long, empty or only white space.
    """
    check_size(len(content), path=path)
    check_text(content, path=path)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ArticleFormatError(
            f"not UTF-8 (byte 0x{content[error.start]:02x}); save the file again as UTF-8",
            path=path,
            line=line,
        ) from error
    if not text.strip("\ufeff \t\r\n\xa0"):
        raise ArticleFormatError(
            "the file holds white space only; there is no article in it", path=path
        )
    return text


def check_text(content: bytes, *, path: str) -> None:
    """Refuses bytes that are no text.

    Raises:
        ArticleFormatError: For UTF-16 and for anything with a NUL byte in it.
    """
    if content.startswith(_UTF_16_MARKS):
        raise ArticleFormatError("the text is UTF-16; save the file again as UTF-8", path=path)
    if b"\0" in content:
        raise ArticleFormatError(
            "this is a binary file, not text; save or export the article as text or as a web page",
            path=path,
        )
