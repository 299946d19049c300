"""The interface's words as a page shows them."""

from gettext import NullTranslations
from pathlib import Path

import pytest
from jinja2 import Environment

from generator.foreign import marked
from generator.l10n.interface import read_words
from generator.l10n.page_words import install_words, on_pages
from tests.l10n.test_interface import catalogue


def shown(template: str, language: str) -> str:
    """What a template says in a language, in whose catalogue nothing counts."""
    environment = Environment(extensions=["jinja2.ext.i18n"])
    install_words(environment, NullTranslations(), language)
    return environment.from_string(template).render()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "1,712 texts"),
        ("nl", "1.712 texts"),
        ("fr", "1\u202f712 texts"),
        ("de-CH", "1’712 texts"),
        ("en-XA", "1,712 texts"),
    ],
)
def test_a_number_that_chooses_a_form_is_grouped_as_the_language_does(language: str, text: str) -> None:
    trans = "{% trans count=1712 %}{{ count }} text{% pluralize %}{{ count }} texts{% endtrans %}"
    counted = '{{ ngettext("%(num)s text", "%(num)s texts", 1712) }}'

    assert text in shown(trans, language)
    assert text in shown(counted, language)
    assert "712 texts" not in shown(counted.replace("1712", "1"), language)


def test_what_does_not_count_is_left_alone() -> None:
    template = '{{ ngettext("%(num)s text of %(year)s", "%(num)s texts of %(year)s", 2, year=2026) }}'

    assert shown(template, "en") == "2 texts of 2026"


def test_a_translators_markup_is_shown_as_text_by_the_themes_templates(tmp_path: Path) -> None:
    locales = catalogue(tmp_path, 'msgid "Hello %(who)s"\nmsgstr "<b>Dag</b> %(who)s"\n')
    environment = Environment(extensions=["jinja2.ext.i18n"])
    install_words(environment, read_words(locales, "nl")[0], "nl")
    shown = environment.from_string('{{ _("Hello %(who)s", who="<i>") }}').render()
    assert shown == "&lt;b&gt;Dag&lt;/b&gt; &lt;i&gt;"


@pytest.mark.parametrize(("language", "shown"), [("nl", marked("Levels", "en")), ("en-GB", "Levels")])
def test_a_page_marks_words_that_its_catalogue_lacks_as_english(
    language: str, shown: str, tmp_path: Path
) -> None:
    locales = catalogue(
        tmp_path, 'msgid "Sources"\nmsgstr "Bronnen"\n\n#, fuzzy\nmsgid "Levels"\nmsgstr "Lagen"\n'
    )
    words = on_pages(read_words(locales, "nl")[0], language)
    assert (words.gettext("Sources"), words.gettext("Levels")) == ("Bronnen", shown)
    assert words.ngettext("%(num)s level", "Levels", 2) == shown
    assert (words.pgettext("a", "Levels"), words.npgettext("a", "one", "Levels", 2)) == (shown, shown)
