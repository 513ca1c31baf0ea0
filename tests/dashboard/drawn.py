"""What a page without a browser has drawn."""

from streamlit.testing.v1 import AppTest


def html(app: AppTest) -> str:
    """All that was written as HTML."""
    return "".join(element.proto.body for element in app.get("html"))
