"""How building tells what it is at: stages of one whole, each with its share.

Who draws a bar from it is the command line's affair.
"""

from collections.abc import Callable, Mapping

# Told the fraction done, 0 to 1.
Progress = Callable[[float], None]
# Told the name of a stage and the fraction done of the whole.
StageProgress = Callable[[str, float], None]

ROWS_BETWEEN_REPORTS = 20_000


def ignored(_fraction: float) -> None:
    """Progress that nobody asked for."""


class Stages:
    """Stages done one after the other, each a share of the whole."""

    def __init__(self, shares: Mapping[str, float], report: StageProgress | None) -> None:
        """Begin.

        Args:
            shares: The stages in order, with the time that each takes, in any unit.
            report: Who is told.
        """
        self._whole = sum(shares.values())
        self._shares = shares
        self._report = report
        self._done = 0.0

    def begin(self, stage: str) -> Progress:
        """Begin a stage, and return what tells its own progress."""
        before = self._done
        share = self._shares[stage]
        self._done += share

        def report(fraction: float) -> None:
            if self._report:
                self._report(stage, min(1.0, (before + share * fraction) / self._whole))

        report(0.0)
        return report
