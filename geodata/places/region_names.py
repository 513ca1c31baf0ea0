"""How the press spells first-level regions: "Kursk Oblast", "Kursk Region", "Kursk"; pure.

The regions and their own names come from the lists; here only the words around them.
"""

GENERIC_SYNONYMS: dict[str, tuple[str, ...]] = {
    "oblast": ("Oblast", "Region", "Province"),
    "krai": ("Krai", "Kray", "Region", "Territory"),
    "kray": ("Krai", "Kray", "Region", "Territory"),
    "okrug": ("Okrug", "District", "Region"),
    "autonomous okrug": ("Autonomous Okrug", "Autonomous District", "Region"),
    "autonomous oblast": ("Autonomous Oblast", "Autonomous Region", "Region"),
    "republic": ("Republic",),
    "autonomous republic": ("Autonomous Republic", "Republic"),
    "province": ("Province",),
    "state": ("State",),
    "region": ("Region",),
    "governorate": ("Governorate", "Province"),
    "muhafazah": ("Governorate", "Province"),
    "wilaya": ("Wilaya", "Province"),
    "prefecture": ("Prefecture",),
    "county": ("County",),
    "department": ("Department",),
    "departement": ("Department",),
    "district": ("District",),
    "voivodeship": ("Voivodeship", "Voivodship", "Province", "Region"),
    "voivodship": ("Voivodeship", "Voivodship", "Province", "Region"),
    "canton": ("Canton",),
    "emirate": ("Emirate",),
    "parish": ("Parish",),
    "municipality": ("Municipality",),
    "autonomous region": ("Autonomous Region", "Region"),
    "autonomous community": ("Autonomous Community", "Region"),
    "metropolitan region": ("Region",),
    "administrative region": ("Region",),
    "territory": ("Territory",),
    "division": ("Division",),
    "union territory": ("Union Territory",),
}
_BEFORE = frozenset(
    {
        "Province",
        "State",
        "Region",
        "Republic",
        "Governorate",
        "Canton",
        "Emirate",
        "Department",
        "Prefecture",
        "Oblast",
        "Parish",
        "Wilaya",
    }
)
_LONGEST_GENERIC = 2


def region_stem(name: str) -> tuple[str, str]:
    """A region's bare name and its generic word in lower case ("" where it bears none).

    >>> region_stem("Kursk Oblast"), region_stem("Province of Bari"), region_stem("Bavaria")
    (('Kursk', 'oblast'), ('Bari', 'province'), ('Bavaria', ''))
    """
    written = name.split()
    for count in range(min(_LONGEST_GENERIC, len(written) - 1), 0, -1):
        generic = " ".join(written[-count:]).casefold()
        if generic in GENERIC_SYNONYMS:
            return " ".join(written[:-count]), generic
    if (
        len(written) > 2
        and written[1] in {"of", "de"}
        and written[0].casefold() in GENERIC_SYNONYMS
    ):
        return " ".join(written[2:]).removeprefix("the "), written[0].casefold()
    if len(written) > 1 and written[0] == "County":
        return " ".join(written[1:]), "county"
    return name, ""


def region_spellings(name: str, kind: str = "") -> tuple[str, ...]:
    """Other spellings of a first-level region's name, without the name itself.

    Args:
        name: As a list has it: "Kursk Oblast", "Bavaria".
        kind: What it is, in lower case ("province"), for a name that does not say so.
    """
    stem, generic = region_stem(name)
    spellings = [stem]
    for word in GENERIC_SYNONYMS.get(generic or kind.casefold(), ()):
        spellings.append(f"{stem} {word}")
        if word in _BEFORE:
            spellings.append(f"{word} of {stem}")
        if word == "County":
            spellings.append(f"County {stem}")
    return tuple(dict.fromkeys(spelling for spelling in spellings if spelling != name))
