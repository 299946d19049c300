"""Explain the codes T: problems of the translators' catalogues."""

from generator.explain.explanation import Explanation
from generator.problems import say

WORDS = "locales/nl/LC_MESSAGES/ui.po"
CONTENT = "locales/nl/LC_MESSAGES/harbour.po"

EXPLANATIONS = (
    Explanation(
        "T401",
        say("A catalogue cannot be read at all: it is not UTF-8, or the system withholds it."),
        say("None of its translations reach the site. Save it as UTF-8 in your translation program."),
        WORDS,
        'msgid "judged"\nmsgstr "beoordeel\ufffd"',
        'msgid "judged"\nmsgstr "beoordeeld"',
    ),
    Explanation(
        "T402",
        say("Two people changed the same place, and git left both versions in the catalogue."),
        say(
            "Nobody but a person can tell which one is right. Keep one, and remove the lines with the signs."
        ),
        WORDS,
        'msgid "judged"\n<<<<<<< ours\nmsgstr "beoordeeld"\n=======\nmsgstr "bekeken"\n>>>>>>> theirs',
        'msgid "judged"\nmsgstr "beoordeeld"',
    ),
    Explanation(
        "T403",
        say("A line of a catalogue is not written as one, most often because of a quotation mark."),
        say(
            "Translation programs would drop the entry without a word. "
            'Inside a text a quotation mark is written \\".'
        ),
        WORDS,
        'msgid "judged"\nmsgstr "echt "beoordeeld""',
        'msgid "judged"\nmsgstr "beoordeeld"',
    ),
    Explanation(
        "T404",
        say("A catalogue has two entries for the same text."),
        say("Only one of the two translations can be shown. Keep the better one and remove the other."),
        WORDS,
        'msgid "judged"\nmsgstr "beoordeeld"\n\nmsgid "judged"\nmsgstr "bekeken"',
        'msgid "judged"\nmsgstr "beoordeeld"',
    ),
    Explanation(
        "T406",
        say("A catalogue holds a sign that nobody can see, such as one that turns the direction of reading."),
        say(
            "With it a text can read as another than it is, and search cannot find it. It comes along when "
            "text is copied from elsewhere: type it anew."
        ),
        WORDS,
        'msgid "judged"\nmsgstr "be\u202eoordeeld"',
        'msgid "judged"\nmsgstr "beoordeeld"',
    ),
    Explanation(
        "T407",
        say("A folder among those of the catalogues is named after no language."),
        say(
            "Nothing reads it, so that whatever stands there is translated for nobody. Some programs write "
            "'pt_BR' or 'zh_Hans' where we write 'pt-BR' and 'zh-Hans': rename the folder."
        ),
        "locales/pt_BR/LC_MESSAGES/ui.po",
        'msgid "judged"\nmsgstr "avaliado"',
        'msgid "judged"\nmsgstr ""',
    ),
    Explanation(
        "T410",
        say("A framework is not wholly translated, or its texts have changed since."),
        say(
            "What was never translated stands on the site in its own language. Of a text that has changed a "
            "little its older translation stays; where a number, a negation or most words are others, the "
            "text itself stands there. Each has a mark and a notice, until it is translated or accepted."
        ),
        CONTENT,
        'msgctxt "levels.pier.title"\nmsgid "Pier"\nmsgstr ""',
        'msgctxt "levels.pier.title"\nmsgid "Pier"\nmsgstr "Steiger"',
    ),
    Explanation(
        "T411",
        say(
            "There is no catalogue for the words of the site's own menus, buttons and notices in a language."
        ),
        say("They stand in English on every page of that language. 'atlas l10n update' makes the catalogue."),
        "locales/nl/LC_MESSAGES/",
        "harbour.po\nmill.po\nshared.po",
        "harbour.po\nmill.po\nshared.po\nui.po",
    ),
    Explanation(
        "T412",
        say("Some words of the site's own menus, buttons and notices are not translated."),
        say("They stand in English between translated words, on many pages at once."),
        WORDS,
        'msgid "judged"\nmsgstr ""',
        'msgid "judged"\nmsgstr "beoordeeld"',
    ),
    Explanation(
        "T421",
        say("A translation has a gap such as %%(name)s that its source does not have."),
        say(
            "The site fills gaps by their names and has nothing for this one: the source text is shown "
            "instead."
        ),
        WORDS,
        'msgid "Edition %(id)s, with later changes"\nmsgstr "Editie %(nummer)s, met latere wijzigingen"',
        'msgid "Edition %(id)s, with later changes"\nmsgstr "Editie %(id)s, met latere wijzigingen"',
    ),
    Explanation(
        "T422",
        say("A translation has a percent sign where a gap such as %%(name)s could start."),
        say(
            "In a text with gaps a plain percent sign is written twice; otherwise the source text is shown "
            "instead."
        ),
        WORDS,
        'msgid "Edition %(id)s, with later changes"\nmsgstr "Editie %(id)s, 100% later gewijzigd"',
        'msgid "Edition %(id)s, with later changes"\nmsgstr "Editie %(id)s, met latere wijzigingen"',
    ),
)
