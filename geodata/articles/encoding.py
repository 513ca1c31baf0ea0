"""Bytes -> text, or a clear word on why they are none. Nothing is guessed, mended or dropped.

A byte order mark stays in the text, so that offsets are those of the file decoded.
"""

from geodata.errors import ArticleFormatError

# The most one article, one row of a table or one feed may take. A novel has about 1 MB.
LONGEST_ARTICLE_BYTES = 10_000_000

# What a file in UTF-16 begins with, as its encoding demands; without it none is supposed.
_UTF_16_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_UTF_32_MARK = b"\xff\xfe\0\0"

_BINARY = "this is a binary file, not text; save or export the article as text or as a web page"
_BROKEN_UTF_16 = "this is broken UTF-16; save the file again as UTF-8"


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
    """The text of a file in UTF-8, or in UTF-16 where it says so; newlines untouched.

    Raises:
        ArticleFormatError: Binary, in another encoding, too long, empty or only white space.
    """
    check_size(len(content), path=path)
    check_text(content, path=path)
    try:
        text = content.decode(encoding_of(content))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ArticleFormatError(
            f"not UTF-8 (byte 0x{content[error.start]:02x}); save the file again as UTF-8",
            path=path,
            line=line,
        ) from error
    if "\0" in text:
        raise ArticleFormatError(_BINARY, path=path)
    if not text.strip("\ufeff \t\r\n\xa0"):
        raise ArticleFormatError(
            "the file holds white space only; there is no article in it", path=path
        )
    return text


def check_text(content: bytes, *, path: str) -> None:
    """Refuses bytes that are no text.

    Raises:
        ArticleFormatError: For anything with a NUL byte in it that does not say it is UTF-16, or
            says so and is not.
    """
    encoding = encoding_of(content)
    if b"\0" in content and (encoding == "utf-8" or content.startswith(_UTF_32_MARK)):
        raise ArticleFormatError(_BINARY, path=path)
    if encoding != "utf-8":
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            raise ArticleFormatError(_BROKEN_UTF_16, path=path) from None


def encoding_of(content: bytes) -> str:
    """UTF-16, in the byte order of its mark, where there is one; else UTF-8."""
    return _UTF_16_MARKS.get(content[:2], "utf-8")
