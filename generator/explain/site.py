"""Explain the codes C: problems of mkdocs.yml and of hand-written pages."""

from generator.explain.explanation import Explanation
from generator.problems import say

SETTINGS = "mkdocs.yml"

EXPLANATIONS = (
    Explanation(
        "C600",
        say("mkdocs.yml breaks a rule of YAML."),
        say("The settings of the site cannot be read, so nothing else is checked or built."),
        SETTINGS,
        "      languages: [en, nl",
        "      languages: [en, nl]",
    ),
    Explanation(
        "C601",
        say("The site has no language."),
        say(
            "Every page is made once for each language in the list; the first one stands at the site's root."
        ),
        SETTINGS,
        "      languages: []",
        "      languages: [en, nl]",
    ),
    Explanation(
        "C602",
        say("A language of the site is not named by its tag, such as 'nl' for Dutch."),
        say("Browsers, screen readers and search engines know languages by these tags only."),
        SETTINGS,
        "      languages: [en, dutch]",
        "      languages: [en, nl]",
    ),
    Explanation(
        "C603",
        say("The setting 'use_directory_urls' asks for other addresses than this site's pages have."),
        say("Citations and links point to addresses such as /frameworks/; those must not change."),
        SETTINGS,
        "site_url: https://small.example/\nuse_directory_urls: false\n",
        "site_url: https://small.example/\n",
    ),
    Explanation(
        "C604",
        say("mkdocs was asked for a dirty build, which remakes only the pages whose own file changed."),
        say("One level appears on many pages; some would still show what it said before."),
        "",
        "mkdocs build --dirty",
        "mkdocs build",
    ),
    Explanation(
        "C605",
        say("A page written by hand stands where another page, or another part of the site, does."),
        say("Only one of them can be there. Give the one written by hand another name."),
        "docs/en/",
        "about.md\nquiz.md",
        "about.md\nself-assessment.md",
    ),
    Explanation(
        "C606",
        say("A page written by hand holds something that runs, that misleads, or that comes from elsewhere."),
        say(
            "Whoever sends in a page could act in the name of its readers. Texts, links, tables and pictures "
            "of this site are what a page needs; a sign that nobody sees can make a text read as another."
        ),
        "docs/en/about.md",
        "[The quiz](javascript:start)",
        "[The quiz](quiz/index.md)",
    ),
    Explanation(
        "C607",
        say(
            "A file among the pages written by hand, or among the templates, cannot be read: it leads out of "
            "the project, is no ordinary file, is far too large, or has a name that not everybody can write."
        ),
        say("A link to another file of the machine that builds the site would publish that file."),
        "docs/en/",
        "about.md\nhosts.txt -> /etc/hosts",
        "about.md\nhosts.txt",
    ),
    Explanation(
        "C608",
        say("A file beside the pages written by hand is of a kind that a browser could run."),
        say(
            "It would be published as it stands, and run in the name of this site. Pictures, documents and "
            "data can stand there; drawings too, when they hold no script and load nothing."
        ),
        "docs/en/",
        "about.md\nstart.js",
        "about.md\nstart.png",
    ),
    Explanation(
        "C610",
        say("A page written by hand lies in no language's folder."),
        say(
            "Each language has a folder of its own below docs/, named by its tag. What lies elsewhere is "
            "published nowhere; a README.md beside the pages is for editors, and may."
        ),
        "docs/",
        "fr/about.md",
        "en/about.md",
    ),
    Explanation(
        "C609",
        say("A language stands both among the published languages and among those in progress."),
        say("Nobody could say whether its pages belong in the site: it is published, or it is on its way."),
        SETTINGS,
        "      languages: [en, nl]\n      in_progress: [nl]",
        "      languages: [en, nl]",
    ),
)
