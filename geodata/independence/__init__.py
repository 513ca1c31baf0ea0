"""Which articles share text: copies of one wire report are one voice, however many print it."""
