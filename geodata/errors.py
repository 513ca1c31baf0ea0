"""Every error Dateline raises, as a tree by what the caller can do about it.

Ordinary outcomes (no candidate, a tie) are values in `geodata.model`, not errors.
"""


class GeodataError(Exception):
    """Anything Dateline reports by itself. The message names the key and what to do next."""


class ArticleError(GeodataError):
    """One article is unusable: skip it, report it, go on."""

    def __init__(self, message: str, *, path: str, line: int | None = None) -> None:
        """Name the culprit.

        Args:
            message: What is wrong and what to do, without the file's name.
            path: The file or URL as the reader of the message knows it.
            line: 1-based line in it, where one can be named.
        """
        self.path = path
        self.line = line
        where = path if line is None else f"{path}, line {line}"
        super().__init__(f"{where}: {message}")


class ArticleFormatError(ArticleError):
    """It was fetched or opened, but it is not what it says it is."""


class ArticleFetchError(ArticleError):
    """It could not be opened or fetched at all."""


class UnreadColumnsError(ArticleError):
    """Columns of a table were passed over: tell it; every article in the table is read."""


class RecogniserError(GeodataError):
    """No name can be recognised: stop; the message names what to install."""


class GazetteerError(GeodataError):
    """Nothing can be resolved: stop."""


class GazetteerNotFoundError(GazetteerError):
    """There is no gazetteer file; the message names the command that builds it."""


class GazetteerVersionError(GazetteerError):
    """The gazetteer file was built by another version, or is not one."""


class GazetteerSourceError(GazetteerError):
    """A list the gazetteer is built from is wrong; the message names file, line and remedy."""


class CorpusError(GeodataError):
    """The store said no; the driver's error is `__cause__`."""


class CorpusUnavailableError(CorpusError):
    """The database cannot be reached; the message holds its URL without the password."""


class CorpusVersionError(CorpusError):
    """The tables were made by another version of Dateline."""


class CorpusNotFoundError(CorpusError):
    """There is no such article in the corpus."""
