import pytest

from geodata.articles.text import read_text

HEADLINE = "Dam breaks above the town of Lima"
PROSE = "A dam broke above Lima on Friday, the mayor said, and the town was evacuated."
MORE = "Nobody was hurt in Lima, but the bridge is gone and the road is closed."


@pytest.mark.parametrize(
    ("lines", "source"),
    [
        (["Andes Daily", HEADLINE, PROSE, MORE], "Andes Daily"),
        ([HEADLINE, "Andes Daily", PROSE, MORE], "Andes Daily"),
        ([HEADLINE, PROSE, MORE, "© 2025 Andes Daily. All rights reserved."], "Andes Daily"),
        ([HEADLINE, PROSE, MORE, "Copyright 2024-2025 Andes Media Ltd"], "Andes Media"),
        ([HEADLINE, PROSE, MORE, "Jane Doe", "jane@andes.example"], "andes.example"),
        ([HEADLINE, PROSE, MORE, "Jane Doe", "jane.doe@gmail.com"], ""),
        (["The Pass", HEADLINE, PROSE, MORE, "Follow The Pass on Twitter"], "The Pass"),
        (["The Pass", HEADLINE, PROSE, MORE], ""),
        (["Publication: The Pass", HEADLINE, PROSE, MORE], "The Pass"),
        ([f"{HEADLINE} | The Pass", "Menu", HEADLINE, PROSE, MORE], "The Pass"),
        ([f"{HEADLINE} | The Pass", PROSE, MORE], ""),
        (["Reuters", HEADLINE, PROSE, MORE], ""),
        ([HEADLINE, PROSE, MORE, "Yonhap"], ""),
        ([HEADLINE, PROSE, MORE, "Copyright 2025 The Associated Press. All rights reserved."], ""),
        ([HEADLINE, PROSE, "© kcna.kp", MORE], ""),
        ([HEADLINE, PROSE, MORE, "All rights reserved."], ""),
        (["World News", HEADLINE, PROSE, MORE], ""),
        (["Peru", HEADLINE, PROSE, MORE, "More in Peru", "Copper prices rise"], ""),
        ([HEADLINE, PROSE + " The Andes Daily first reported it.", MORE], ""),
        (["Lima", "Jane Doe", HEADLINE, PROSE, MORE, "Tags: Lima, dam"], ""),
    ],
)
def test_the_outlet_is_named_only_where_the_page_says_it(lines: list[str], source: str) -> None:
    assert read_text("\n".join(lines)).source == source


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ([HEADLINE, PROSE, MORE], HEADLINE),
        (["Andes Daily", "Menu", HEADLINE, "Jane Doe", "May 5, 2020", PROSE], HEADLINE),
        (["Latest News", HEADLINE, "By Jane Doe", PROSE, MORE], HEADLINE),
        ([f"# {HEADLINE}", PROSE], HEADLINE),
        (["Will the dam above Lima hold?", PROSE, MORE], "Will the dam above Lima hold?"),
        (["Lima: “The dam will hold”", PROSE, MORE], "Lima: “The dam will hold”"),
        ([PROSE, MORE], ""),
        ([PROSE, "A subheading about Lima", MORE], ""),
        (["Home", "News", "Sport"], ""),
        (["Lima", PROSE, MORE], ""),
    ],
)
def test_the_headline_is_named_only_where_it_is_clear(lines: list[str], title: str) -> None:
    assert read_text("\n".join(lines)).title == title
