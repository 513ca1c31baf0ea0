"""The records of the gazetteer file: one for a place, one for a name, and how postings are packed.

How sections are kept in the file is in `gazetteer_file`; who fills them, in `sections`.
"""

import struct

import numpy as np

from geodata.model import NameUse

MICRODEGREES = 1_000_000

# Texts are stretches of the section "text": where they start, how many bytes of UTF-8.
PLACE_FIELDS = (
    ("id_start", "<u4"),
    ("name_start", "<u4"),
    ("admin1_start", "<u4"),
    ("within_start", "<u4"),
    ("latitude", "<i4"),
    ("longitude", "<i4"),
    ("population", "<i8"),
    ("uncertainty_km", "<f8"),
    ("id_length", "<u2"),
    ("name_length", "<u2"),
    ("admin1_length", "<u2"),
    ("within_length", "<u2"),
    ("feature", "<u2"),
    ("name_count", "<u2"),
    ("country", "S2"),
)
PLACE = np.dtype(list(PLACE_FIELDS))
PLACE_STRUCT = struct.Struct("<IIIIiiqdHHHHHH2s")

# One record for each name in the order of the tree's numbers, and one more that closes the last.
NAME = np.dtype([("first", "<u4"), ("population", "<i8"), ("feature", "<u2"), ("uses", "u1")])
NAME_STRUCT = struct.Struct("<IqHB")
NAME_FIRST = struct.Struct("<I")

# A posting is the place's number times eight plus the number of the use.
POSTING = np.dtype("<u4")
USE_BITS = 3
# The order decides where lists disagree how a name belongs to a place: an alternate is the least
# that can be said of it.
USES = (
    NameUse.NAME,
    NameUse.ABBREVIATION,
    NameUse.DEMONYM,
    NameUse.HISTORIC,
    NameUse.ALTERNATE,
)


def id_key(place_id: str) -> str:
    """The key of a place by its id."""
    return f"id:{place_id}"


def country_key(code: str) -> str:
    """The key of a country by its ISO 3166-1 alpha-2 code."""
    return f"country:{code}"


def region_key(country: str, normalised_admin1: str) -> str:
    """The key of a first-level region by its country and the normalised name."""
    return f"region:{country}:{normalised_admin1}"
