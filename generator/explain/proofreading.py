"""Explain the codes T41x, T423 and T43x on: what `atlas l10n lint` reports, and problems of pages."""

from generator.explain.explanation import Explanation
from generator.problems import say

WORDS = "locales/nl/LC_MESSAGES/ui.po"
CONTENT = "locales/nl/LC_MESSAGES/harbour.po"
PAGE = "docs/nl/about.md"


def _entry(context: str, source: str, translation: str) -> str:
    return f'msgctxt "{context}"\nmsgid "{source}"\nmsgstr "{translation}"'


_PIER = _entry("levels.pier.title", "Pier", "Steiger")
_BERTH = ("levels.dock.summary", "A berth for each kind of boat.")

EXPLANATIONS = (
    Explanation(
        "T405",
        say("A catalogue keeps an old entry beside the one in use for the same text."),
        say("Translation programs may take the wrong one. 'atlas l10n update' leaves only the one in use."),
        CONTENT,
        f'{_PIER}\n\n#~ msgctxt "levels.pier.title"\n#~ msgid "Pier"\n#~ msgstr "Kade"',
        _PIER,
    ),
    Explanation(
        "T413",
        say("A page written by hand translates an older version of its original."),
        say(
            "Readers of the two languages read different things. The page says so until it is brought up to "
            "date."
        ),
        PAGE,
        'translates: "000000000000"',
        'translates: "de682a30b257"',
    ),
    Explanation(
        "T414",
        say("A page written by hand does not say which version of its original it translates."),
        say("When the original changes, nobody can tell whether the translation still says the same."),
        PAGE,
        "title: Hierover",
        'title: Hierover\ntranslates: "de682a30b257"',
    ),
    Explanation(
        "T423",
        say("A translation leaves out a gap such as %%(name)s that its source has."),
        say("What the site would fill in there, such as a number or a name, is missing for the reader."),
        WORDS,
        'msgid "Edition %(id)s, with later changes"\nmsgstr "Editie met latere wijzigingen"',
        'msgid "Edition %(id)s, with later changes"\nmsgstr "Editie %(id)s, met latere wijzigingen"',
    ),
    Explanation(
        "T430",
        say("The numbers in a translation are not those of its source."),
        say(
            "Readers trust figures; most often a digit was lost while typing. 12.5%% and 12,5%% count as "
            "the same."
        ),
        CONTENT,
        _entry("claims.most-stay.figure", "80%", "8%"),
        _entry("claims.most-stay.figure", "80%", "80%"),
    ),
    Explanation(
        "T431",
        say(
            "The marks for emphasis, strong or code are not those of the source, or one of a pair is missing."
        ),
        say("The page would show a bare sign, or emphasise something else."),
        CONTENT,
        _entry("levels.pier.signs.one-plank", "There is *one* plank.", "Er is *één plank."),
        _entry("levels.pier.signs.one-plank", "There is *one* plank.", "Er is *één* plank."),
    ),
    Explanation(
        "T432",
        say("A link in a translation leads elsewhere than in its source, or is missing."),
        say("Readers of one language would be sent to another page, or to none."),
        CONTENT,
        _entry(
            "levels.pier.signs.one-plank", "There is *one* plank.", "Er is *één* [plank](https://a.example)."
        ),
        _entry("levels.pier.signs.one-plank", "There is *one* plank.", "Er is *één* plank."),
    ),
    Explanation(
        "T433",
        say("A translation has spaces that its source does not have: at an end, or two in a row."),
        say("At an end a space can part or join words on the page; two in a row are a slip."),
        CONTENT,
        _entry("levels.pier.title", "Pier", "Steiger "),
        _PIER,
    ),
    Explanation(
        "T434",
        say("A translation does not use the word that the glossary has for a term."),
        say(
            "With one word for one thing readers can compare frameworks. Where the text means something "
            "else, or another word is better, '# lint: T434' above the entry says so."
        ),
        CONTENT,
        _entry(*_BERTH, "Een plek voor elk soort boot."),
        _entry(*_BERTH, "Een ligplaats voor elk soort boot."),
    ),
    Explanation(
        "T435",
        say("A translation is much longer than its source."),
        say("It may not fit its button or its cell, or say more than the source says."),
        CONTENT,
        _entry(
            "levels.pier.title",
            "Pier",
            "Een steiger waaraan alle boten liggen, groot en klein, van wie ze ook zijn",
        ),
        _PIER,
    ),
    Explanation(
        "T436",
        say("The source text in a catalogue was changed by hand, or has changed in the framework since."),
        say("Then the translation belongs to another text. Run 'atlas l10n update', and change msgstr only."),
        CONTENT,
        _entry("levels.pier.title", "Peer", "Steiger"),
        _PIER,
    ),
    Explanation(
        "T437",
        say("A catalogue translates a text that is not there."),
        say("Its name (msgctxt) was changed, or the text is gone; the translation reaches no page."),
        CONTENT,
        _entry("levels.peer.title", "Pier", "Steiger"),
        _PIER,
    ),
    Explanation(
        "T438",
        say("A catalogue lacks entries for texts that are there."),
        say("Translators do not see what they do not have. 'atlas l10n update' adds them."),
        CONTENT,
        "",
        _PIER,
    ),
    Explanation(
        "T439",
        say(
            "A comment allows something that is not there, such as '# lint: T434' above a fitting "
            "translation."
        ),
        say("Left behind, it would hide the next real mistake. Remove it."),
        CONTENT,
        f"# lint: T434\n{_PIER}",
        _PIER,
    ),
    Explanation(
        "T440",
        say("The header of a catalogue names another language, or plural forms that are not the language's."),
        say(
            "Programs count by the header. A rule that computes, with as many forms as the language is "
            "written with, is sound, whoever wrote it."
        ),
        WORDS,
        '"Language: de\\n"',
        '"Language: nl\\n"',
    ),
    Explanation(
        "T441",
        say("Not every plural form of a text is translated, or a text that does not count has plural forms."),
        say(
            "For some numbers readers would get the source text, in the middle of a translated page; of a "
            "text that does not count they would see nothing."
        ),
        WORDS,
        'msgstr[0] "%(number)s bestand"\nmsgstr[1] ""',
        'msgstr[0] "%(number)s bestand"\nmsgstr[1] "%(number)s bestanden"',
    ),
    Explanation(
        "T451",
        say("A translation has a slip of the hand: a sign, a word or a capital that the source has not."),
        say(
            "Such as another sign at the end, a word twice, a leftover TODO, a bracket that does not close, "
            "quotation marks of another language, another form of address. Where it is right, "
            "'# lint: T451' above it says so."
        ),
        CONTENT,
        _entry(*_BERTH, "een ligplaats voor elk elk soort boot!"),
        _entry(*_BERTH, "Een ligplaats voor elk soort boot."),
    ),
    Explanation(
        "T452",
        say("A translation is in another language, in letters of another script, or not all there."),
        say("Mostly it was pasted, or cut off. Where it is right, '# lint: T452' above it says so."),
        CONTENT,
        _entry(*_BERTH, "A berth for each kind of boat."),
        _entry(*_BERTH, "Een ligplaats voor elk soort boot."),
    ),
    Explanation(
        "T453",
        say("A translation lacks a name that its source has."),
        say("Names of companies and products stay as they are: readers look for them."),
        CONTENT,
        _entry("levels.pier.summary", "One plank for every HubSpot.", "Eén plank voor elke hub."),
        _entry("levels.pier.summary", "One plank for every HubSpot.", "Eén plank voor elke HubSpot."),
    ),
    Explanation(
        "T454",
        say("A translation is that of another text, word for word, or of the text that stood here before."),
        say(
            "Mostly two texts were swapped or one was moved, and the translations stayed where they were. "
            "Readers get a sound sentence that says something else. Translate the text that stands here; "
            "'atlas l10n update' offers what was made for it elsewhere."
        ),
        CONTENT,
        _entry(*_BERTH, "Eén plank voor elke boot."),
        _entry(*_BERTH, "Een ligplaats voor elk soort boot."),
    ),
)
