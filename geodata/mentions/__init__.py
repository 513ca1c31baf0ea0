"""2. Article -> Mentions: passages, recognition, and the role of each mention."""
