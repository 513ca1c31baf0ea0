"""1. The outside world -> Article: files, plain text, web pages, feeds, tables."""
