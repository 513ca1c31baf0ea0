from dashboard.views.share import own_note


def test_what_the_link_does_not_carry_is_told() -> None:
    assert own_note(0) == ""
    assert own_note(1) == (
        "The link and the citation do not carry your own 1 article: "
        "others will see the map without it."
    )
    assert "your own 12 articles: others will see the map without them" in own_note(12)
