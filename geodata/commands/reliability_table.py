"""Whether confidence means what it says, as a table.

What is counted, and how, is in `geodata.evaluation.reliability`.
"""

from collections.abc import Sequence

from rich.table import Table

from geodata.evaluation.reliability import Band, calibration_error


def reliability_table(listed: Sequence[Band]) -> Table:
    """One row for each band of confidence, the calibration error in the title."""
    table = Table(
        *("choices", "mean confidence", "right within 161 km"),
        title=f"confidence; expected calibration error {calibration_error(listed):.3f}",
    )
    for column in table.columns:
        column.justify = "right"
    for band in listed:
        table.add_row(
            str(band.choice_count), f"{band.mean_confidence:.3f}", f"{band.right_share:.3f}"
        )
    return table
