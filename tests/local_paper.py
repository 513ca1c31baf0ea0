"""A made-up local paper near Moscow, Idaho, which it never says."""

SOURCE = "Palouse Post"
LOCAL = [
    "The council of Pullman met in Colfax about the road to Lewiston.",
    "A farmer near Troy, Idaho, sold wheat in Lewiston and in Genesee.",
    "Students from Pullman, Washington, and from Potlatch, Idaho, won in Lewiston.",
    "The library in Genesee, Idaho, lends books to Troy and Juliaetta.",
]
BARE = "A man was hurt in Moscow on Friday."
MOSCOW_IDAHO, MOSCOW = "5601538", "524901"
