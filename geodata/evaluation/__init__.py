"""Our answers against a gold corpus: how much is found, and how near the places are."""
