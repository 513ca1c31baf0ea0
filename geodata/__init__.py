"""Articles in, places out: reading, geoparsing and keeping the news. Never imports streamlit."""
