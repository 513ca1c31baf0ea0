"""What the first page does without: nobody waits for the reading of pages, feeds and databases."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOT_YET = [
    "trafilatura",
    "feedparser",
    "sqlalchemy",
    "geodata.places.build",
    "datasketch",
    "lxml.html",
]


def test_the_map_page_imports_nothing_that_only_other_pages_need() -> None:
    asked = (
        "import sys; from dashboard.views import about, add_articles, map; "
        f"print([name for name in {NOT_YET} if name in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"
