"""The plural rule that a language is usually written with."""

import polib
from translate.lang.data import languages

from generator.l10n.catalogs.plurals import counts_of, parsed_rule, rule_in, rule_of
from generator.l10n.extraction import Word, merge_words
from generator.l10n.languages import is_tag


def test_the_usual_rule_is_the_one_that_translation_tools_write() -> None:
    theirs = {
        code.replace("_", "-"): f"nplurals={count}; plural={rule};"
        for code, (_, count, rule) in languages.items()
        if count and is_tag(code.replace("_", "-"))
    }

    assert len(theirs) > 100
    assert [tag for tag, rule in theirs.items() if parsed_rule(rule_of(tag)) != parsed_rule(rule)] == []


def test_a_region_counts_like_its_language_and_portuguese_of_portugal_by_itself() -> None:
    assert rule_of("hu-RO") == rule_of("hu")
    assert rule_of("pt-BR") == rule_of("pt") == "nplurals=2; plural=(n > 1);"
    assert rule_of("pt-PT") == "nplurals=2; plural=(n != 1);"


def test_cldr_s_number_of_forms_counts_as_well() -> None:
    assert counts_of("fr") == {2, 3}
    assert counts_of("hu") == {1, 2}
    assert counts_of("ja") == {1}


def test_a_form_for_one_number_only_is_known() -> None:
    assert [sorted(rule_in({}, tag).single) for tag in ("nl", "ar", "lv", "ja")] == [[0], [0, 1, 2], [], []]


def test_a_catalogue_gets_the_forms_that_its_header_counts() -> None:
    words = (Word("%(n)s boat", "%(n)s boats", "", "a.html"),)
    old = polib.POFile()
    old.metadata = {"Language": "hu", "Plural-Forms": "nplurals=1; plural=0;"}

    assert merge_words(old, words, "hu", "ui")[0].msgstr_plural == {0: ""}
    begun = merge_words(None, words, "hu", "ui")
    assert begun.metadata["Plural-Forms"] == "nplurals=2; plural=(n != 1);"
    assert begun[0].msgstr_plural == {0: "", 1: ""}


def test_forms_stay_where_the_header_counts_others_now() -> None:
    words = (Word("%(n)s boat", "%(n)s boats", "", "a.html"),)
    old = merge_words(None, words, "hu", "ui")
    old[0].msgstr_plural = {0: "%(n)s hajó", 1: ""}
    old.metadata["Plural-Forms"] = "nplurals=3; plural=n==1 ? 0 : n==2 ? 1 : 2;"

    assert merge_words(old, words, "hu", "ui")[0].msgstr_plural == {0: "%(n)s hajó", 1: "", 2: ""}
