"""The command line, one command per file; they are put together in `geodata.__main__`."""
