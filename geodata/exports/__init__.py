"""What is on the screen, as files for other tools; the formats know no screen and no database."""
