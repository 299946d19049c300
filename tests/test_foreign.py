"""Texts of another language, and older ones, are marked as their place on a page allows."""

import pytest

from generator.foreign import OLDER, Resolved, direction, marked, resolved, unmarked

EN = marked("Pier", "en")
SPAN = '<span class="atlas-foreign" lang="en" dir="ltr">Pier</span>'
TSPAN = '<tspan class="atlas-foreign" lang="en" direction="ltr">Pier</tspan>'


@pytest.mark.parametrize(
    ("page", "html"),
    [
        (f"<p>The {EN}.</p>", f"<p>The {SPAN}.</p>"),
        (f"<svg><text>{EN}</text></svg> {EN}", f"<svg><text>{TSPAN}</text></svg> {SPAN}"),
        (f"<svg><rect/><text>{EN}</text></svg>", f"<svg><rect/><text>{TSPAN}</text></svg>"),
        (
            f"<svg><svg/><svg><g/></svg><text>{EN}</text></svg>{EN}",
            f"<svg><svg/><svg><g/></svg><text>{TSPAN}</text></svg>{SPAN}",
        ),
        (
            f"<svg><foreignObject><p>{EN}</p></foreignObject><text>{EN}</text></svg>",
            f"<svg><foreignObject><p>{SPAN}</p></foreignObject><text>{TSPAN}</text></svg>",
        ),
        (f"<svg><title>{EN}, 2</title></svg>", '<svg><title lang="en">Pier, 2</title></svg>'),
        (f'<option value="1">{EN}</option>', '<option value="1" lang="en">Pier</option>'),
        (f'<option lang="fr">{EN}</option>', '<option lang="fr">Pier</option>'),
        (f'<img alt="{EN}">', '<img alt="Pier" lang="en">'),
        (f'<input placeholder="{EN}" />', '<input placeholder="Pier" lang="en"/>'),
        (f'<nav aria-label="{EN}">Steiger</nav>', '<nav aria-label="Pier">Steiger</nav>'),
        (f"<script>{EN}</script><!-- {EN} -->", "<script>Pier</script><!-- Pier -->"),
        (
            marked("The <em>old</em> " + EN, "en"),
            '<span class="atlas-foreign" lang="en" dir="ltr">The <em>old</em> Pier</span>',
        ),
        (
            marked(f"{marked('Steiger', 'nl')} of {EN}", "en"),
            '<span class="atlas-foreign" lang="en" dir="ltr">'
            '<span class="atlas-foreign" lang="nl" dir="ltr">Steiger</span> of Pier</span>',
        ),
        (marked("رصيف", "ar"), '<span class="atlas-foreign" lang="ar" dir="rtl">رصيف</span>'),
        (marked("Steiger", OLDER), '<span class="atlas-older">Steiger</span>'),
        (
            f"<svg><text>{marked('Steiger', OLDER)}</text><title>{marked('Steiger', OLDER)}</title></svg>",
            '<svg><text><tspan class="atlas-older">Steiger</tspan></text><title>Steiger</title></svg>',
        ),
    ],
)
def test_a_mark_becomes_what_its_place_allows(page: str, html: str) -> None:
    assert resolved(page).html == html


def test_each_different_text_that_is_marked_counts_once() -> None:
    page = (
        f'<p>{EN}, {EN}, {marked("Dock", "en")} <img alt="{marked("Sea", "en")}"> {marked("Kade", OLDER)}</p>'
    )
    found = resolved(page)
    assert (found.foreign, found.older) == (frozenset({"Pier", "Dock"}), frozenset({"Kade"}))


def test_a_page_without_marks_stays_as_it_is() -> None:
    assert resolved("<p>Pier & > <</p>") == Resolved("<p>Pier & > <</p>")


def test_what_is_no_page_has_no_signs() -> None:
    assert unmarked(f"The {EN} and {marked(EN, OLDER)}") == "The Pier and Pier"


@pytest.mark.parametrize(
    ("tag", "way"), [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("az-Arab", "rtl"), ("az-Latn", "ltr")]
)
def test_the_direction_follows_the_language_or_its_script(tag: str, way: str) -> None:
    assert direction(tag) == way
