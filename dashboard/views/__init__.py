"""One screen, or one part of a screen, per file."""
