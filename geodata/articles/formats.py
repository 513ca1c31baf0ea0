"""Which files are read as what, by their extension.

How each kind is read is in its own module.
"""

TEXTS = frozenset({".txt", ".md"})
PAGES = frozenset({".html", ".htm"})
JSON_LINES = frozenset({".jsonl", ".ndjson"})
TABLES = frozenset({".csv", ".tsv"})
FEEDS = frozenset({".xml", ".rss", ".atom"})
# Read row by row, so that their length does not matter.
STREAMED = JSON_LINES | TABLES
SUPPORTED = tuple(".txt .md .html .htm .jsonl .ndjson .csv .tsv .xml .rss .atom".split())
